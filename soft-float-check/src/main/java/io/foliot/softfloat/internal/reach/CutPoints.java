package io.foliot.softfloat.internal.reach;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a walk stops on purpose. Each cut has a reason; none is a place where a program that works
 * as intended executes floating point. All of them are in the JDK: code of the program is always
 * followed.
 */
final class CutPoints {
  private static final String FAILURE = "builds the message of an exception";
  private static final String JVM = "asks the JVM, or is done by the JVM";

  private static final String FLOAT_ARRAYS = "sorts floats only in an array of floats";
  private static final String DEBUG = "prints only where a system property says so";

  /** Programs that set one are gone since JDK 24 does not allow it; what it asks is cut. */
  private static final String SECURITY_MANAGER = "java/lang/SecurityManager";

  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("java/lang/Class.desiredAssertionStatus", JVM),
          Map.entry("java/lang/Class.getCanonicalName", JVM),
          Map.entry("java/lang/Class.getGenericInterfaces", JVM),
          Map.entry("java/lang/Class.getName", JVM),
          Map.entry("java/lang/Class.getSimpleName", JVM),
          Map.entry("java/lang/Class.toString", JVM),
          Map.entry("java/lang/StrictMath.<clinit>", "only stores constants"),
          Map.entry(
              "java/util/concurrent/ThreadLocalRandom.<clinit>",
              "asks SecureRandom only if a system property says so"),
          Map.entry("java/util/DualPivotQuicksort$Sorter.compute", FLOAT_ARRAYS),
          Map.entry("java/util/DualPivotQuicksort$Merger.compute", FLOAT_ARRAYS),
          Map.entry("java/util/DualPivotQuicksort$RunMerger.compute", FLOAT_ARRAYS),
          Map.entry(
              "sun/security/util/SecurityConstants.<clinit>",
              "is of use only where a security manager is set"),
          Map.entry("java/lang/reflect/AccessibleObject.checkCanSetAccessible", FAILURE),
          Map.entry("java/security/AccessControlContext.getDebug", DEBUG),
          Map.entry("java/util/Tripwire.trip", DEBUG),
          Map.entry("java/util/stream/Tripwire.trip", DEBUG),
          Map.entry("sun/security/util/Debug.println", DEBUG),
          Map.entry("sun/security/util/Debug.getInstance", DEBUG),
          Map.entry(
              "jdk/internal/misc/Unsafe.allocateUninitializedArray",
              "makes an array of floats only for a caller that asks for one"),
          Map.entry("jdk/internal/util/Preconditions.outOfBounds", FAILURE),
          Map.entry("jdk/internal/util/Preconditions.outOfBoundsMessage", FAILURE),
          Map.entry("jdk/internal/util/Preconditions.outOfBoundsCheckIndex", FAILURE),
          Map.entry("jdk/internal/util/Preconditions.outOfBoundsCheckFromToIndex", FAILURE),
          Map.entry("jdk/internal/util/Preconditions.outOfBoundsCheckFromIndexSize", FAILURE));

  /** Classes whose initialisers ran before the program started, Math among them. */
  private static final Set<String> INITIALIZED = read("initialized-before-main.txt");

  private CutPoints() {}

  /** Whether a call is not followed; the caller is null where several may be meant. */
  static boolean isCut(CodeMethod caller, CodeMethod target) {
    if (!target.owner.origin.isJdk()) {
      return false;
    }
    String owner = target.owner.name;
    if (isThrowable(owner)) {
      // Runs only when something fails.
      return true;
    }
    if (isInitialized(target)) {
      return true;
    }
    if (owner.equals(SECURITY_MANAGER)
        || target.descriptor.contains("L" + SECURITY_MANAGER + ";")
        || METHODS.containsKey(owner + "." + target.name)) {
      return true;
    }
    // The JDK formats text for messages only, and makes method handles as the JVM does to link
    // calls; a program that does so itself is followed.
    return caller != null
        && caller.owner.origin.isJdk()
        && ((owner.equals("java/lang/String") && target.name.equals("format"))
            || (owner.startsWith("java/lang/invoke/") && isLinking(caller)));
  }

  /** Whether calls of method handles that a method makes are the JVM's way to link. */
  static boolean isLinking(CodeMethod caller) {
    return caller.owner.origin.isJdk() && !caller.owner.name.startsWith("java/lang/invoke/");
  }

  /** Whether a static initialiser of the JDK ran before the program started. */
  static boolean isInitialized(CodeMethod method) {
    return method.isInitializer()
        && method.owner.origin.isJdk()
        && INITIALIZED.contains(method.owner.name);
  }

  /** Whether a call of the JDK runs only in programs that ask for parallel streams or sorting. */
  static boolean isParallel(CodeMethod caller, CodeMethod target) {
    String owner = target.owner.name;
    boolean isStream =
        owner.startsWith("java/util/stream/")
            && (target.name.startsWith("evaluateParallel")
                || target.name.startsWith("opEvaluateParallel"));
    return isStream
        || (caller.owner.name.startsWith("java/util/DualPivotQuicksort")
            && owner.startsWith("java/util/concurrent/"));
  }

  /** Whether a call of the program asks for that. */
  static boolean asksForParallel(String owner, String name) {
    return name.equals("parallel")
        || owner.equals("java/util/stream/StreamSupport")
        || (name.startsWith("parallel") && owner.startsWith("java/util/"));
  }

  /** Exceptions of the JDK are named as such. */
  static boolean isThrowable(String className) {
    return className.endsWith("Exception")
        || className.endsWith("Error")
        || className.equals("java/lang/Throwable");
  }

  private static Set<String> read(String resource) {
    Set<String> lines = new HashSet<>();
    try (InputStream in = CutPoints.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      while (line != null) {
        if (!line.startsWith("#")) {
          lines.add(line);
        }
        line = reader.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the list " + resource + " of this program is damaged", e);
    }
    return lines;
  }
}
