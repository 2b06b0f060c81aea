package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foliot.softfloat.Command.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code merge}: merges the SARIF files of several modules. */
final class MergeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void mergeKeepsTheRunsOfAllModules() throws IOException {
    Path first = sarifOf("public class A { public double x; public float f() { return 1; } }");
    Path second = sarifOf("package p; public class B { public java.util.List<Double> d; }");
    Path clean = sarifOf("public class C { public long x; }");
    Path merged = folder.resolve("new/folder/all.sarif");
    Outcome outcome = Command.run("merge", "--output", merged, first, second, clean);
    assertEquals(new Outcome(0, merged + ": 3 runs from 3 files\n", ""), outcome);
    JsonNode all = JSON.readTree(merged.toFile());
    assertEquals(List.of(), new SarifSchema().errors(all));
    List<JsonNode> runs = new ArrayList<>();
    for (Path each : List.of(first, second, clean)) {
      JSON.readTree(each.toFile()).get("runs").forEach(runs::add);
    }
    List<JsonNode> found = new ArrayList<>();
    all.get("runs").forEach(found::add);
    assertEquals(runs, found);
    assertEquals(2, found.get(0).get("results").size());
    assertFalse(all.findValuesAsText("softFloat/v1").isEmpty());
    // What merge writes, merge reads; without --output it goes to standard output.
    assertEquals(Files.readString(merged), Command.run("merge", merged).out());
  }

  @Test
  void mergeKeepsTheRunsOfOtherTools() throws IOException {
    String run =
        "{\"tool\":{\"driver\":{\"name\":\"\\u0041 \\\"x\\\" {[\"}},\n"
            + " \"properties\" : {\"n\": [-1.50e+3, 0, true, null, {}, []]}, \"results\":[ ] }";
    Path other =
        Files.writeString(
            folder.resolve("other.sarif"),
            "\ufeff{ \"runs\" : [ " + run + "," + run + " ],\"version\":\"2.1.0\"}\r\n");
    Outcome outcome = Command.run("merge", other);
    assertEquals(0, outcome.exit(), outcome.err());
    JsonNode runs = JSON.readTree(outcome.out()).get("runs");
    assertEquals(
        List.of(JSON.readTree(run), JSON.readTree(run)), List.of(runs.get(0), runs.get(1)));
    assertTrue(outcome.out().contains("-1.50e+3"), "numbers stay as they are written");
    assertEquals(List.of(), new SarifSchema().errors(JSON.readTree(outcome.out())));
    Path empty = Files.writeString(folder.resolve("e"), "{\"runs\":[],\"version\":\"2.1.0\"}");
    assertEquals(0, JSON.readTree(Command.run("merge", empty).out()).get("runs").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                         | End of input",
        "`[]`                                       | Expected BEGIN_OBJECT but was BEGIN_ARRAY",
        "`{}`                                       | no \"version\" or no \"runs\"",
        "`{\"version\":\"2.1.0\",\"runs\":[]`       | End of input",
        "`{\"version\":\"2.1.0\",\"runs\":[]}x`     | malformed JSON at line 1 column 31",
        "`{\"version\":\"2.0.0\",\"runs\":[]}`      | version 2.0.0; expected 2.1.0",
        "`{\"version\":2.1,\"runs\":[]}`            | version 2.1; expected 2.1.0",
        "`{\"version\":\"2.1.0\",\"runs\":{}}`      | Expected BEGIN_ARRAY but was BEGIN_OBJECT",
        "`{\"version\":\"2.1.0\",\"runs\":[7]}`     | Not a JSON Object: 7",
        "`{\"version\":\"2.1.0\",\"runs\":[],}`     | Expected name",
        "`{\"version\":\"2.1.0\",\"runs\":[,]}`     | line 1 column 2",
        "`{\"version\":\"2.1.0\",\"runs\":[],\"runs\":[]}` | duplicate name \"runs\"",
        "`{\"version\":\"2.1.0\",\"runs\":[{\"a\":01}]}`   | line 1 column 3",
        "`{\"version\":\"2.1.0\",\"runs\":[{\"a\":\"\\x\"}]}` | Invalid escape sequence",
        "`{\"version\":\"2.1.0\",\"runs\":[{\"a\":\"\\u12x4\"}]}` | Malformed Unicode escape",
        "`{\"version\":\"2.1.0\",\"runs\":[{\"a`           | Unterminated string",
        "`{\"version\":\"2.1.0\",\"runs\":[],\"properties\":{}}` | which a merge would lose",
      })
  void otherFilesAreRejectedInOneLine(String text, String message) throws IOException {
    Path good = sarifOf("public class A { public double x; }");
    Path bad = Files.writeString(folder.resolve("bad.sarif"), text == null ? "" : text);
    Path output = folder.resolve("all.sarif");
    Outcome outcome = Command.run("merge", "-o", output, good, bad);
    assertRejected(outcome, message);
    assertTrue(outcome.err().startsWith("soft-float-check: " + bad + ": "), outcome.err());
    assertFalse(Files.exists(output));
  }

  @Test
  void aDuplicateRunIsRejected() throws IOException {
    Path good = sarifOf("public class A { public double x; }");
    assertRejected(Command.run("merge", good, good), "contains the run");
  }

  @Test
  void missingBinaryAndDeeplyNestedFilesAreRejected() throws IOException {
    assertRejected(Command.run("merge", folder.resolve("missing")), "no such file or folder");
    Path binary = Files.write(folder.resolve("b"), new byte[] {(byte) 0xca, (byte) 0xfe, 1});
    assertRejected(Command.run("merge", binary), "not SARIF: not UTF-8 text");
    Path deep = Files.writeString(folder.resolve("d"), "{\"runs\":" + "[".repeat(1_000_000));
    assertRejected(Command.run("merge", deep), "Nesting limit 255 reached");
    Path good = sarifOf("public class A { public double x; }");
    Path taken = Files.writeString(folder.resolve("taken"), "");
    assertRejected(
        Command.run("merge", "-o", taken.resolve("all.sarif"), good),
        "all.sarif: cannot write: a file exists where a folder is needed");
  }

  @Test
  void everyTruncationIsRejected() throws IOException {
    Path good = sarifOf("public class A { public double x; }");
    byte[] text = Files.readAllBytes(good);
    // The last byte is the line end.
    for (int length = 0; length < text.length - 1; length += 97) {
      Path cut = folder.resolve("cut.sarif");
      Files.writeString(cut, new String(text, 0, length, StandardCharsets.UTF_8));
      assertRejected(Command.run("merge", cut), "not SARIF: ");
    }
  }

  private Path sarifOf(String source) throws IOException {
    Path classes = Sources.compile(folder, source);
    Path file = classes.resolveSibling(classes.getFileName() + ".sarif");
    Outcome outcome = Command.run("check", "--report", "sarif=" + file, classes);
    assertEquals("", outcome.err());
    return file;
  }

  private static void assertRejected(Outcome outcome, String message) {
    assertEquals(2, outcome.exit(), outcome.out());
    assertEquals("", outcome.out());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertTrue(outcome.err().contains(message), outcome.err());
  }
}
