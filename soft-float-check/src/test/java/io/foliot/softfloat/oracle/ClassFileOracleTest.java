package io.foliot.softfloat.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Location;
import io.foliot.softfloat.model.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares with the class file parser of the JDK, on classes that we did not write: modules of the
 * running JDK, or with {@code -Dfoliot.oracle.inputs=A,B} any jars and {@code jrt:/MODULE}s.
 */
final class ClassFileOracleTest {
  private static final String INPUTS =
      System.getProperty("foliot.oracle.inputs", "jrt:/java.base,jrt:/java.sql,jrt:/java.net.http");

  @TempDir Path folder;

  @Test
  void agreesOnEveryMember() throws Exception {
    List<String> inputs = List.of(INPUTS.split(",", -1));
    TreeSet<String> expected = new TreeSet<>(oracle(inputs));
    TreeSet<String> found = new TreeSet<>();
    long classes = 0;
    long members = 0;
    for (String input : inputs) {
      Report report =
          SoftFloatCheck.builder().depths(Depth.API, Depth.CODE).build().check(Path.of(input));
      assertEquals(List.of(), report.problems());
      classes += report.classes();
      members += report.members();
      for (Finding finding : report.findings()) {
        String kind = kind(finding);
        Location at = finding.location();
        if (kind != null && at.release() == 0 && !at.member().isEmpty()) {
          found.add(kind + " " + at.className() + " " + at.member() + " " + at.descriptor());
        }
      }
    }
    System.out.println(
        "class file oracle: "
            + inputs.size()
            + " inputs, "
            + classes
            + " classes, "
            + members
            + " API members, "
            + expected.size()
            + " uses of floating point");
    TreeSet<String> missed = new TreeSet<>(expected);
    missed.removeAll(found);
    TreeSet<String> invented = new TreeSet<>(found);
    invented.removeAll(expected);
    assertEquals(List.of(), List.copyOf(missed), "missed");
    assertEquals(List.of(), List.copyOf(invented), "invented");
    assertTrue(expected.size() > 100, "the oracle found only " + expected.size());
  }

  private static String kind(Finding finding) {
    return switch (finding.rule()) {
      case API_PRIMITIVE -> "P";
      case API_BOXED -> "B";
      case API_GENERIC -> namesPlainFloat(finding.message()) ? "G" : null;
      case CODE_INSTRUCTION -> "C";
      default -> null;
    };
  }

  /** The oracle knows primitives and boxes, not the float-shaped types. */
  private static boolean namesPlainFloat(String message) {
    for (String part : message.split(", ", -1)) {
      String type = part.substring(part.lastIndexOf(' ') + 1).replace("[]", "");
      if (List.of("float", "double", "java.lang.Float", "java.lang.Double").contains(type)) {
        return true;
      }
    }
    return false;
  }

  private List<String> oracle(List<String> inputs) throws IOException, InterruptedException {
    Path out = folder.resolve("oracle.txt");
    Path log = folder.resolve("log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add(Path.of("src", "test", "oracle", "ClassFileOracle.java").toString());
    command.add(out.toString());
    command.addAll(inputs);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertEquals(0, process.waitFor(), () -> readLog(log));
    return Files.readAllLines(out);
  }

  private static String readLog(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
