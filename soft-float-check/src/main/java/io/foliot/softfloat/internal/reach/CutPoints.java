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
    if (!target.owner.platform) {
      return false;
    }
    String owner = target.owner.name;
    if (isThrowable(owner)) {
      // Runs only when something fails.
      return true;
    }
    if (target.name.equals("<clinit>") && INITIALIZED.contains(owner)) {
      return true;
    }
    if (METHODS.containsKey(owner + "." + target.name)) {
      return true;
    }
    // The JDK formats text for messages only; a format call of the program itself is followed.
    boolean fromPlatform = caller != null && caller.owner.platform;
    return fromPlatform && owner.equals("java/lang/String") && target.name.equals("format");
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
