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
 * The calls that the graph deliberately does not follow, each with a reason. None is a place where
 * a program without failures executes floating point. All are in the JDK.
 */
final class CutPoints {
  private static final String FAILURE = "builds the message of an exception";
  private static final String JVM = "is answered by the JVM";

  private static final String FLOAT_ARRAYS = "uses floating point only in arrays of floating point";
  private static final String DEBUG = "prints only if a system property is set";

  /** The methods of exceptions that call others, which programs override. */
  private static final Set<String> DESCRIBING = Set.of("toString", "getLocalizedMessage");

  /** No program can set one since JDK 24. */
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
              "uses SecureRandom only if a system property is set"),
          Map.entry("java/util/DualPivotQuicksort$Sorter.compute", FLOAT_ARRAYS),
          Map.entry("java/util/DualPivotQuicksort$Merger.compute", FLOAT_ARRAYS),
          Map.entry("java/util/DualPivotQuicksort$RunMerger.compute", FLOAT_ARRAYS),
          Map.entry(
              "sun/security/util/SecurityConstants.<clinit>",
              "is used only with a security manager"),
          Map.entry("java/lang/reflect/AccessibleObject.checkCanSetAccessible", FAILURE),
          Map.entry("java/security/AccessControlContext.getDebug", DEBUG),
          Map.entry("java/util/Tripwire.trip", DEBUG),
          Map.entry("java/util/stream/Tripwire.trip", DEBUG),
          Map.entry("sun/security/util/Debug.println", DEBUG),
          Map.entry("sun/security/util/Debug.getInstance", DEBUG),
          Map.entry(
              "jdk/internal/misc/Unsafe.allocateUninitializedArray",
              "creates floating-point arrays only on request"),
          Map.entry("jdk/internal/util/Preconditions.outOfBounds", FAILURE),
          Map.entry("jdk/internal/util/Preconditions.outOfBoundsMessage", FAILURE),
          Map.entry("jdk/internal/util/Preconditions.outOfBoundsCheckIndex", FAILURE),
          Map.entry("jdk/internal/util/Preconditions.outOfBoundsCheckFromToIndex", FAILURE),
          Map.entry("jdk/internal/util/Preconditions.outOfBoundsCheckFromIndexSize", FAILURE));

  /** Classes that are initialized before the program starts, including Math. */
  private static final Set<String> INITIALIZED = read("initialized-before-main.txt");

  private CutPoints() {}

  /** Whether a call is not followed; the caller is null if it is unknown. */
  static boolean isCut(CodeMethod caller, CodeMethod target) {
    if (!target.owner.origin.isJdk()) {
      return false;
    }
    String owner = target.owner.name;
    if (isThrowable(owner)) {
      // Runs only on failure, but for programs that print what they catch.
      return !owner.equals("java/lang/Throwable") || !DESCRIBING.contains(target.name);
    }
    if (isInitialized(target)) {
      return true;
    }
    if (owner.equals(SECURITY_MANAGER)
        || target.descriptor.contains("L" + SECURITY_MANAGER + ";")
        || METHODS.containsKey(owner + "." + target.name)) {
      return true;
    }
    // The JDK formats text only for messages, and creates method handles only for linkage.
    return caller != null
        && caller.owner.origin.isJdk()
        && ((owner.equals("java/lang/String") && target.name.equals("format"))
            || (owner.startsWith("java/lang/invoke/") && isLinking(caller)));
  }

  /** Whether a method uses method handles only for linkage. */
  static boolean isLinking(CodeMethod caller) {
    return caller.owner.origin.isJdk() && !caller.owner.name.startsWith("java/lang/invoke/");
  }

  /** Whether a static initializer of the JDK runs before the program starts. */
  static boolean isInitialized(CodeMethod method) {
    return method.isInitializer()
        && method.owner.origin.isJdk()
        && INITIALIZED.contains(method.owner.name);
  }

  /** Whether a call runs only in programs that use parallel streams or sorting. */
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

  /** Whether a call of the program uses parallel streams or sorting. */
  static boolean asksForParallel(String owner, String name) {
    return name.equals("parallel")
        || owner.equals("java/util/stream/StreamSupport")
        || (name.startsWith("parallel") && owner.startsWith("java/util/"));
  }

  /** Whether a class of the JDK is an exception, by its name. */
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
      throw new UncheckedIOException("cannot read the resource " + resource, e);
    }
    return lines;
  }
}
