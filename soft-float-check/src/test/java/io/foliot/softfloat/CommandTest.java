package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.Command.Outcome;
import io.foliot.softfloat.model.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, as a tool in this JVM. */
final class CommandTest {
  @TempDir Path folder;

  @Test
  void controlsInArgumentsDoNotReachTheTerminal() {
    String hostile = "a\r\nb\u001b[31m";
    String shown = "a\\u000D\\u000Ab\\u001B[31m";
    Outcome missing = Command.run("check", hostile);
    assertEquals("soft-float-check: " + shown + ": no such file or folder\n", missing.err());
    Outcome wrong = Command.run("check", "--depth=" + hostile, "x");
    assertEquals(2, wrong.exit());
    assertEquals(1, wrong.err().lines().count(), wrong.err());
    Outcome baseline = Command.run("check", "--baseline", hostile, "x");
    assertEquals(2, baseline.exit());
    assertTrue(baseline.err().contains(shown), baseline.err());
    assertTrue(baseline.err().chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)));
  }

  @Test
  void optionsAndPathsMixInAnyOrder() throws IOException {
    Path clean = Sources.compile(folder, "public class A { public long x; }");
    Path floats = Sources.compile(folder, "public class A { public double x; }");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path missing = folder.resolve("missing.jar");
    int[] exits = {0, 1, 2, 2};
    Path[] inputs = {clean, floats, empty, missing};
    for (int i = 0; i < inputs.length; i++) {
      Outcome plain = Command.run("check", inputs[i].toString());
      assertEquals(exits[i], plain.exit(), plain.err());
      assertEquals(plain, Command.run("check", inputs[i], "--fail-on", "error"));
      assertEquals(plain, Command.run("check", "--", inputs[i]));
      for (String depths : new String[] {"api", "code", "api,CODE", "Reach", "code,code"}) {
        assertEquals(
            Command.run("check", inputs[i], "--depth", depths),
            Command.run("check", "--depth=" + depths, inputs[i]),
            depths);
      }
    }
  }

  @Test
  void anUnknownOptionSuggestsASimilarOne() {
    assertEquals(
        "soft-float-check: unknown option '--dept'; did you mean --depth? (see --help)\n",
        Command.run("check", "--dept", "api", "x").err());
    assertEquals(
        "soft-float-check: unknown option '--zzzzzz' (see --help)\n",
        Command.run("check", "--zzzzzz", "x").err());
  }

  @Test
  void helpNamesEveryOption() {
    Outcome check = Command.run("check", "--help");
    assertEquals(0, check.exit());
    for (String option : new String[] {"--depth", "--baseline", "--report", "-cp, --class-path"}) {
      assertTrue(check.out().contains(option + " "), option);
    }
    assertTrue(Command.run("-h").out().contains("baseline"));
    assertTrue(Command.run("--version").out().startsWith("soft-float-check "));
  }

  @Test
  void aPatternWithoutMatchSuggestsASimilarName() throws IOException {
    Path classes =
        Sources.compile(folder, "package com.example; public class Timer { public long x; }");
    String[][] wrong = {
      {"--include", "com.exmaple.**", "pattern com.exmaple.**", "com.example.**"},
      {"--exclude", "com.example.Tmer", "pattern com.example.Tmer", "com.example.Timer"},
      {"--float-type", "com.example.Time", "float type com.example.Time", "com.example.Timer"},
      {"--exclude", "com.example.Tiemr", "pattern com.example.Tiemr", "com.example.Timer"},
    };
    for (String[] each : wrong) {
      Outcome outcome = Command.run("check", "--depth", "api,reach", each[0], each[1], classes);
      assertEquals(2, outcome.exit(), each[0]);
      assertEquals(
          "soft-float-check: "
              + each[2]
              + ": matches no class of the inputs; did you mean "
              + each[3]
              + "?\n",
          outcome.err());
      assertFalse(outcome.out().startsWith("clean"), outcome.out());
    }
    Outcome right =
        Command.run(
            "check",
            "--include=com.example.*",
            "--exclude=com.example.Timer",
            "--float-type=java.math.BigDecimal",
            classes);
    assertEquals(new Outcome(0, right.out(), ""), right);
  }

  @Test
  void anEntryPointWithoutMatchSuggestsASimilarName() throws IOException {
    Path classes =
        Sources.compile(
            folder, "package com.example; public class Timer { public void stop() {} }");
    String[][] wrong = {
      {"com.example.Timr", "com.example.Timer"},
      {"com.example.Timer.sotp", "com.example.Timer.stop"}
    };
    for (String[] each : wrong) {
      Outcome outcome = Command.run("check", "--depth=reach", "--entry-point", each[0], classes);
      assertEquals(2, outcome.exit(), each[0]);
      assertEquals(
          "soft-float-check: entry point "
              + each[0]
              + ": matches no class or method of the inputs; did you mean "
              + each[1]
              + "?\n",
          outcome.err());
    }
  }

  @Test
  void optionsOfDepthReachNeedIt() throws IOException {
    Path classes = Sources.compile(folder, "public class A { public long x; }");
    Outcome outcome =
        Command.run("check", "--depth=api,code", "--entry-point=A", "--jdk", folder, classes);
    assertEquals(2, outcome.exit());
    assertEquals(
        "soft-float-check: JDK "
            + folder
            + ": has no effect without depth reach\n"
            + "soft-float-check: entry point A: has no effect without depth reach\n",
        outcome.err());
    assertFalse(outcome.out().startsWith("clean"), outcome.out());
  }

  @Test
  void outputIsUtf8InEveryLocale() throws IOException, InterruptedException {
    Path classes = Sources.compile(folder, "public class A { public double gr\u00f6\u00dfe; }");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=US-ASCII",
                "-Dstdout.encoding=US-ASCII",
                "-Dstderr.encoding=US-ASCII",
                "-cp",
                System.getProperty("java.class.path"),
                "io.foliot.softfloat.cli.Main",
                "check",
                classes.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    command.environment().put("LC_ALL", "C");
    assertEquals(1, command.start().waitFor());
    assertEquals("", Files.readString(err));
    assertTrue(Files.readString(out).startsWith("error API-1 A.gr\u00f6\u00dfe "), "UTF-8");
  }

  @Test
  void reachFollowsCallsIntoTheGivenJdk() throws IOException {
    Path home = Path.of(System.getProperty("java.home"));
    Path classes =
        Sources.compile(
            folder,
            "public class A { public Object f(String s) { return new java.util.HashMap<>(9); } }");
    Outcome running = Command.run("check", "--depth=reach", classes);
    assertEquals(1, running.exit(), running.out());
    assertTrue(running.out().contains("java.util.HashMap"), running.out());
    assertEquals(running, Command.run("check", "--depth=reach", "--jdk", home, classes));
  }

  @Test
  void aFolderWithoutJdkIsAProblem() throws IOException {
    Path classes = Sources.compile(folder, "public class A { public int f() { return 1; } }");
    Outcome outcome = Command.run("check", "--depth=reach", "--jdk", folder, classes);
    assertEquals(2, outcome.exit());
    assertEquals(
        "soft-float-check: "
            + folder
            + ": not a JDK of release 9 or later; expected a folder with lib/modules and"
            + " lib/jrt-fs.jar\n",
        outcome.err());
    assertFalse(outcome.out().startsWith("clean"), outcome.out());
  }

  @Test
  void cleanMeansExitCodeZero() throws IOException {
    Path warns = Sources.compile(folder, "public abstract class A extends Number {}");
    Outcome lenient = Command.run("check", warns);
    assertEquals(0, lenient.exit());
    assertTrue(lenient.out().contains("\nclean: 2 warnings in 1 class"), lenient.out());
    Outcome strict = Command.run("check", "--fail-on", "warning", warns);
    assertEquals(1, strict.exit());
    assertTrue(strict.out().contains("not clean: 2 warnings in 1 class"), strict.out());
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Outcome nothing = Command.run("check", empty);
    assertEquals(2, nothing.exit());
    assertTrue(nothing.out().startsWith("not clean: "), nothing.out());
    assertEquals("soft-float-check: " + empty + ": no class files\n", nothing.err());
    // Beside other inputs it may be the folder of another language.
    assertTrue(
        Command.run("check", warns, empty).out().contains(empty + " contains no class files"));
  }

  @Test
  void problemsTakePrecedenceOverFindings() throws IOException {
    Path floats = Sources.compile(folder, "public class A { public double x; }");
    Outcome outcome =
        Command.run("check", folder.resolve("missing.jar").toString(), floats.toString());
    assertEquals(2, outcome.exit());
    assertTrue(outcome.out().contains("A.x"), outcome.out());
    assertTrue(outcome.err().endsWith("missing.jar: no such file or folder\n"), outcome.err());
    assertEquals(1, outcome.err().lines().count());
  }

  @Test
  void usageErrorsAreOneLine() {
    for (String[] args :
        new String[][] {
          {},
          {"check"},
          {"check", "--bogus", "x"},
          {"explain", "API-99"},
          {"no-such"},
          {"check", "--severity", "API-1=loud", "x"},
          {"check", "--depth", "deep", "x"},
          {"check", "--depth", "api,", "x"},
          {"check", "--depth", "api"},
          {"check", "--depth"},
          {"check", ""},
          {"check", "--class-path", "x", "", "y"},
          {"check", "--report", "sarif", "x"},
          {"check", "--prune", "x"},
          {"check", "--format", "text", "--format", "json", "x"},
          {"baseline", "--prune=yes", "x"},
          {"rules", "x"},
          {"--bogus"}
        }) {
      Outcome outcome = Command.run((Object[]) args);
      assertEquals(2, outcome.exit(), String.join(" ", args));
      assertEquals(1, outcome.err().lines().count(), outcome.err());
      assertTrue(outcome.err().startsWith("soft-float-check: "), outcome.err());
    }
  }

  @Test
  void everyRuleIsListedAndExplained() {
    Outcome rules = Command.run("rules");
    assertEquals(0, rules.exit());
    for (Rule rule : Rule.values()) {
      assertTrue(rules.out().contains(rule.id()), rule.id());
      Outcome explained = Command.run("explain", rule.id());
      assertEquals(0, explained.exit());
      assertTrue(explained.out().contains(rule.hint()), explained.out());
    }
  }

  @Test
  void anUnknownCommandSuggestsASimilarOne() {
    assertEquals(
        "soft-float-check: unknown command 'chek'; did you mean check? (see --help)\n",
        Command.run("chek", "x").err());
    assertEquals(
        "soft-float-check: unknown command 'x'; expected check, baseline, merge, rules or explain"
            + " (see --help)\n",
        Command.run("x").err());
  }

  @Test
  void unwritableFilesAreNamed() throws IOException {
    Path floats = Sources.compile(folder, "public class A { public double x; }");
    Path file = Files.writeString(folder.resolve("file"), "");
    for (String[] args :
        new String[][] {
          {"check", "--report", "sarif=" + folder, floats.toString()},
          {"check", "--report", "json=" + file.resolve("x"), floats.toString()},
          {"baseline", "--output", file.resolve("x").toString(), floats.toString()}
        }) {
      Outcome outcome = Command.run((Object[]) args);
      assertEquals(2, outcome.exit(), String.join(" ", args));
      assertEquals(1, outcome.err().lines().count(), outcome.err());
      assertTrue(outcome.err().matches("soft-float-check: .*: cannot write: .*\n"), outcome.err());
    }
    Path created = folder.resolve("new/folder/baseline.txt");
    assertEquals(0, Command.run("baseline", "-o", created, floats).exit());
    assertTrue(Files.readString(created).contains("A#x"));
  }

  @Test
  void baselinesOfWindowsEditorsAreRead() throws IOException {
    Path floats = Sources.compile(folder, "public class A { public double x; }");
    Path baseline = folder.resolve("baseline.txt");
    assertEquals(0, Command.run("baseline", "-o", baseline, floats).exit());
    Files.writeString(baseline, "\ufeff" + Files.readString(baseline).replace("\n", "\r\n"));
    assertEquals(0, Command.run("check", "--baseline", baseline, floats).exit());
  }

  @Test
  void binaryBaselineIsRejectedInOneShortLine() throws IOException {
    Path floats = Sources.compile(folder, "public class A { public double x; }");
    byte[] bytes = new byte[100_000];
    new java.util.Random(1).nextBytes(bytes);
    Path picture = Files.write(folder.resolve("p.png"), bytes);
    Path blanks = Files.writeString(folder.resolve("b"), "API-1 x" + " ".repeat(1_000_000) + "y");
    for (Path each : new Path[] {picture, blanks}) {
      Outcome outcome = Command.run("check", "--baseline", each, floats);
      assertEquals(2, outcome.exit());
      assertTrue(outcome.err().length() < 400 + each.toString().length(), outcome.err());
      assertTrue(outcome.err().strip().chars().noneMatch(Character::isISOControl), outcome.err());
    }
  }
}
