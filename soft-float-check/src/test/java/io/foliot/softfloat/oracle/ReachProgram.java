package io.foliot.softfloat.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small program with the answer by construction: whether it can execute floating point.
 *
 * @param group the file that holds it
 * @param name what it is about
 * @param expected the answer
 * @param at the only method that may have an error, or empty
 * @param wrong why the check is known to be wrong about it, or empty
 * @param wrongOn the release of the JDK on which it is, or 0 for all
 * @param packageName the package of all its classes
 * @param files source and resource files by path
 * @param isRun whether it can be executed, by its class {@code Run}
 */
record ReachProgram(
    String group,
    String name,
    Answer expected,
    String at,
    String wrong,
    int wrongOn,
    String packageName,
    Map<String, String> files,
    boolean isRun) {
  /** What is true of a program. */
  enum Answer {
    /** Entry points execute floating point. */
    FLOAT,
    /** Class initialisers do, and nothing else. */
    ONCE,
    /** It depends on code that is not there. */
    UNKNOWN,
    /** Nothing executes floating point. */
    CLEAN
  }

  private static final List<String> GROUPS =
      List.of("entry-points", "lambdas", "calls", "reflection", "jdk", "poison");
  private static final Pattern HEADER =
      Pattern.compile(
          "(.+): (FLOAT|ONCE|UNKNOWN|CLEAN)(?: at (.+?))?"
              + "(?: (?:missed|alarm)(?: on (\\d+))?: (.+))?");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^(?:public )?(?:abstract |final )*(?:class|interface|enum|record|@interface)"
              + " (\\w+)");
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "(?m)^public (?:abstract |final )*(?:class|interface|enum|record|@interface) (\\w+)");

  static List<ReachProgram> all() throws IOException {
    List<ReachProgram> programs = new ArrayList<>();
    for (String group : GROUPS) {
      String path = "/io/foliot/softfloat/reach/" + group + ".txt";
      try (InputStream in = ReachProgram.class.getResourceAsStream(path)) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        String[] parts = text.split("(?m)^## ", -1);
        for (int i = 1; i < parts.length; i++) {
          programs.add(parse(group, parts[i], "p" + programs.size()));
        }
      }
    }
    return programs;
  }

  private static ReachProgram parse(String group, String text, String packageName) {
    int end = text.indexOf('\n');
    Matcher header = HEADER.matcher(text.substring(0, end));
    if (!header.matches()) {
      throw new IllegalArgumentException(group + ": no answer in \"" + text + "\"");
    }
    Map<String, String> files = new LinkedHashMap<>();
    StringBuilder run = new StringBuilder();
    String[] units = text.substring(end + 1).replace("PACKAGE", packageName).split("(?m)^--- ", -1);
    StringBuilder source = new StringBuilder();
    for (String line : units[0].lines().toList()) {
      if (line.startsWith("> ")) {
        run.append(line, 2, line.length()).append('\n');
      } else {
        source.append(line).append('\n');
      }
    }
    files.put(
        packageName + "/" + typeOf(source.toString()) + ".java", inPackage(packageName, source));
    for (int i = 1; i < units.length; i++) {
      int lineEnd = units[i].indexOf('\n');
      files.put(units[i].substring(0, lineEnd), units[i].substring(lineEnd + 1).strip() + "\n");
    }
    if (run.length() > 0) {
      String body = "public final class Run { public static void run() throws Throwable {\n";
      files.put(packageName + "/Run.java", inPackage(packageName, body + run + "} }\n"));
    }
    return new ReachProgram(
        group,
        header.group(1),
        Answer.valueOf(header.group(2)),
        header.group(3) == null ? "" : header.group(3),
        header.group(5) == null ? "" : header.group(5),
        header.group(4) == null ? 0 : Integer.parseInt(header.group(4)),
        packageName,
        files,
        run.length() > 0);
  }

  private static String inPackage(String packageName, CharSequence source) {
    return "package " + packageName + ";\n" + source;
  }

  private static String typeOf(String source) {
    Matcher found = PUBLIC_TYPE.matcher(source);
    if (!found.find()) {
      found = TYPE.matcher(source);
      if (!found.find()) {
        throw new IllegalArgumentException("no type in " + source);
      }
    }
    return found.group(1);
  }

  /** Whether the check is known to be wrong about it where it follows a release of the JDK. */
  boolean isWrongOn(int release) {
    return !wrong.isEmpty() && (wrongOn == 0 || wrongOn == release);
  }

  @Override
  public String toString() {
    return group + ": " + name;
  }
}
