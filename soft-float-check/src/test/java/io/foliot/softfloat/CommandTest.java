package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, as a tool in this JVM. */
final class CommandTest {
  @TempDir Path folder;

  /** What one run said. */
  private record Outcome(int exit, String out, String err) {}

  private static Outcome run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        ToolProvider.findFirst("soft-float-check")
            .orElseThrow()
            .run(new PrintWriter(out), new PrintWriter(err), args);
    return new Outcome(exit, out.toString(), err.toString());
  }

  @Test
  void theShortWayAndTheParserSayTheSame() throws IOException {
    Path clean = Sources.compile(folder, "public class A { public long x; }");
    Path floats = Sources.compile(folder, "public class A { public double x; }");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path missing = folder.resolve("missing.jar");
    int[] exits = {0, 1, 2, 2};
    Path[] inputs = {clean, floats, empty, missing};
    for (int i = 0; i < inputs.length; i++) {
      Outcome plain = run("check", inputs[i].toString());
      assertEquals(exits[i], plain.exit(), plain.err());
      // An option after the paths takes the parser.
      assertEquals(plain, run("check", inputs[i].toString(), "--fail-on", "error"));
      for (String depths : new String[] {"api", "code", "api,CODE", "Reach", "code,code"}) {
        assertEquals(
            run("check", inputs[i].toString(), "--depth", depths),
            run("check", "--depth", depths, inputs[i].toString()),
            depths);
      }
    }
  }

  @Test
  void troubleOutweighsFindingsAndIsOneLine() throws IOException {
    Path floats = Sources.compile(folder, "public class A { public double x; }");
    Outcome outcome = run("check", folder.resolve("missing.jar").toString(), floats.toString());
    assertEquals(2, outcome.exit());
    assertTrue(outcome.out().contains("A.x"), outcome.out());
    assertTrue(outcome.err().endsWith("missing.jar: no such file or folder\n"), outcome.err());
    assertEquals(1, outcome.err().lines().count());
  }

  @Test
  void wrongUsageIsOneLine() {
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
          {"check", "--depth"}
        }) {
      Outcome outcome = run(args);
      assertEquals(2, outcome.exit(), String.join(" ", args));
      assertEquals(1, outcome.err().lines().count(), outcome.err());
      assertTrue(outcome.err().startsWith("soft-float-check: "), outcome.err());
    }
  }

  @Test
  void everyRuleIsListedAndExplained() {
    Outcome rules = run("rules");
    assertEquals(0, rules.exit());
    for (Rule rule : Rule.values()) {
      assertTrue(rules.out().contains(rule.id()), rule.id());
      Outcome explained = run("explain", rule.id());
      assertEquals(0, explained.exit());
      assertTrue(explained.out().contains(rule.hint()), explained.out());
    }
  }
}
