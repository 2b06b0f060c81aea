package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Location;
import io.foliot.softfloat.model.MemberKind;
import io.foliot.softfloat.model.Problem;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Severity;
import io.foliot.softfloat.model.Suppression;
import io.foliot.softfloat.report.ReportFormat;
import io.foliot.softfloat.report.ReportWriter;
import io.foliot.softfloat.report.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.parser.ParserDelegator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format, on an ordinary report and on one whose names want to break out of the format. */
final class ReportFormatTest {
  private static final String HOSTILE =
      "\"\\</script><b>&'\u0000\n\r\t%,:\ud800 \u2028\u001b[31m\u202e$\udc00";

  @TempDir Path folder;

  @Test
  void sarifIsValidAgainstTheOfficialSchema() throws IOException {
    SarifSchema schema = new SarifSchema();
    for (Report report : List.of(ordinary(), hostile(), empty())) {
      JsonNode sarif = new ObjectMapper().readTree(write(ReportFormat.SARIF, report));
      assertEquals(List.of(), schema.errors(sarif));
    }
    // The schema rejects what is not SARIF.
    JsonNode broken = new ObjectMapper().readTree("{\"version\": \"2.1.0\", \"runs\": [{}]}");
    assertFalse(schema.errors(broken).isEmpty());
  }

  @Test
  void sarifHasARunForEachInputWithPathsOfTheRepository() throws IOException {
    Report report = ordinary();
    JsonNode sarif = new ObjectMapper().readTree(write(ReportFormat.SARIF, report));
    List<String> runs = new ArrayList<>();
    List<String> results = new ArrayList<>();
    for (JsonNode run : sarif.get("runs")) {
      runs.add(run.at("/automationDetails/id").asText());
      for (JsonNode result : run.get("results")) {
        JsonNode physical = result.at("/locations/0/physicalLocation");
        results.add(
            result.get("ruleId").asText()
                + " "
                + physical.at("/artifactLocation/uri").asText()
                + " "
                + physical.at("/region/startLine").asInt()
                + " "
                + result.at("/suppressions/0/kind").asText());
        int index = result.get("ruleIndex").asInt();
        assertEquals(result.get("ruleId"), run.at("/tool/driver/rules").get(index).get("id"));
      }
    }
    assertEquals(
        List.of(
            "soft-float-check/one/target/classes/",
            "soft-float-check/two/target/classes/",
            "soft-float-check/missing.jar/"),
        runs);
    assertEquals(
        List.of(
            "API-1 one/src/main/java/a/A.java 3 ",
            "API-1 one/src/main/java/a/A.java 1 inSource",
            "API-1 two/target/classes 1 "),
        results);
  }

  @Test
  void inputsOfOneNameAreDifferentRuns() throws IOException {
    Report first = ordinary();
    Report report =
        new Report(
            List.of(),
            List.of(),
            List.of(),
            List.of("/elsewhere/a/x.jar", "/elsewhere/b/x.jar"),
            1,
            1,
            1,
            List.of(),
            first.failOn());
    JsonNode sarif = new ObjectMapper().readTree(write(ReportFormat.SARIF, report));
    List<String> ids = new ArrayList<>();
    sarif.get("runs").forEach(run -> ids.add(run.at("/automationDetails/id").asText()));
    assertEquals(List.of("soft-float-check/x.jar/", "soft-float-check/x.jar~2/"), ids);
  }

  @Test
  void everySarifRuleAndResultHasWhatGitHubShows() throws IOException {
    JsonNode sarif = new ObjectMapper().readTree(write(ReportFormat.SARIF, hostile()));
    for (JsonNode rule : sarif.at("/runs/0/tool/driver/rules")) {
      assertTrue(rule.at("/fullDescription/text").asText().length() > 20, rule.toString());
    }
    JsonNode results = sarif.at("/runs/0/results");
    assertEquals(3, results.size());
    Set<String> hashes = new TreeSet<>();
    for (JsonNode result : results) {
      hashes.add(result.at("/partialFingerprints/primaryLocationLineHash").asText());
      assertEquals(1, result.at("/locations/0/physicalLocation/region/startLine").asInt());
      for (JsonNode step : result.at("/codeFlows/0/threadFlows/0/locations")) {
        assertFalse(step.at("/location/physicalLocation/artifactLocation").isMissingNode());
      }
    }
    assertEquals(3, hashes.size());
    assertTrue(hashes.iterator().next().matches("[0-9a-f]{16}:1"), hashes.toString());
  }

  @Test
  void reportsWarnAboutTheLimitsOfGitHub() throws IOException {
    ReportWriter writer = ReportFormat.SARIF.writer(SourceTree.of(folder, List.of()));
    assertEquals(List.of(), writer.limits(ordinary()));
    List<String> inputs = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      inputs.add(i + ".jar");
    }
    Finding finding = hostile().findings().get(0);
    Report large =
        new Report(
            Collections.nCopies(5_001, finding),
            List.of(),
            List.of(),
            inputs,
            1,
            1,
            1,
            List.of(),
            Severity.ERROR);
    List<String> told = writer.limits(large);
    assertEquals(2, told.size());
    // The finding is about one input more.
    assertTrue(told.get(0).contains("20 runs per SARIF file, and this one has 22; "), told.get(0));
    assertTrue(
        told.get(1).startsWith("GitHub shows at most 5000 results per run, and that of "),
        told.get(1));
  }

  @Test
  void fingerprintsSurviveMovedLinesAndFolders() throws IOException {
    String source = "package a;\npublic class A {\n  public double f() { return 0; }\n}\n";
    String moved = source.replace("{\n  pub", "{\n\n\n  // moved\n  pub");
    Path first = Sources.compile(folder, source);
    Path second = Sources.compile(folder, moved);
    assertEquals(fingerprints(first), fingerprints(second));
    assertEquals(2, fingerprints(first).size());
  }

  private Set<String> fingerprints(Path input) throws IOException {
    Report report = SoftFloatCheck.builder().build().check(input);
    JsonNode sarif = new ObjectMapper().readTree(write(ReportFormat.SARIF, report));
    Set<String> found = new TreeSet<>();
    for (JsonNode result : sarif.at("/runs/0/results")) {
      result.get("partialFingerprints").forEach(each -> found.add(each.asText()));
    }
    return found;
  }

  @Test
  void jsonIsValidAgainstThePublishedSchema() throws IOException {
    JsonSchema schema;
    try (InputStream in = ReportFormat.class.getResourceAsStream("report.schema.json")) {
      schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }
    for (Report report : List.of(ordinary(), hostile(), empty())) {
      JsonNode json = new ObjectMapper().readTree(write(ReportFormat.JSON, report));
      assertEquals(Set.of(), schema.validate(json));
    }
    JsonNode broken = new ObjectMapper().readTree("{\"format\": 2, \"more\": []}");
    assertTrue(schema.validate(broken).size() > 2);
  }

  /** Half of a surrogate pair cannot be written to a file. */
  private static String inUtf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @Test
  void jsonContainsTheWholeReport() throws IOException {
    for (Report report : List.of(ordinary(), hostile())) {
      JsonNode json = new ObjectMapper().readTree(write(ReportFormat.JSON, report));
      assertEquals(report.isClean(), json.get("clean").asBoolean());
      assertEquals(report.classes(), json.at("/totals/classes").asLong());
      assertEquals(report.suppressions().size(), json.get("suppressed").size());
      assertEquals(report.problems().size(), json.get("problems").size());
      assertEquals(report.findings().size(), json.get("findings").size());
      for (int i = 0; i < report.findings().size(); i++) {
        Finding finding = report.findings().get(i);
        JsonNode each = json.get("findings").get(i);
        assertEquals(finding.rule().id(), each.get("rule").asText());
        assertEquals(inUtf8(finding.location().className()), each.get("class").asText());
        assertEquals(inUtf8(finding.message()), each.get("message").asText());
        assertEquals(finding.fingerprint(), each.get("fingerprint").asText());
      }
    }
  }

  @Test
  void gitHubCommandsAreOneLineEachAndEscaped() throws IOException {
    String[] lines = write(ReportFormat.GITHUB, ordinary()).split("\n", -1);
    assertEquals("::error title=soft-float-check::missing.jar: no such file or folder", lines[0]);
    assertTrue(
        lines[1].startsWith(
            "::error file=one/src/main/java/a/A.java,line=3,title=API-1::a.A.f(): returns double."),
        lines[1]);
    String hostile = write(ReportFormat.GITHUB, hostile());
    assertTrue(hostile.lines().allMatch(line -> line.startsWith("::")), hostile);
    assertTrue(
        hostile.contains("%25") && hostile.contains("\\u000A") && hostile.contains("\\u000D"));
    assertTrue(hostile.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)));
  }

  @Test
  void htmlEscapesNames() throws IOException {
    for (Report report : List.of(ordinary(), hostile(), empty())) {
      String html = write(ReportFormat.HTML, report);
      List<String> scripts = new ArrayList<>();
      List<String> bold = new ArrayList<>();
      new ParserDelegator()
          .parse(
              new StringReader(html),
              new HTMLEditorKit.ParserCallback() {
                @Override
                public void handleStartTag(
                    javax.swing.text.html.HTML.Tag tag,
                    javax.swing.text.MutableAttributeSet attributes,
                    int position) {
                  (tag.toString().equals("script") ? scripts : bold).add(tag.toString());
                }
              },
              true);
      assertEquals(1, scripts.size());
      assertFalse(bold.contains("b"), "a name became an element");
      assertFalse(html.matches("(?s).*(https?:|src=|href=|@import|url\\().*"), "needs the network");
      assertTrue(html.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)));
      assertTrue(html.contains("<meta name=\"viewport\" content=\"width=device-width"), html);
      for (Finding finding : report.findings()) {
        assertTrue(html.contains("data-rule=\"" + finding.rule().id() + "\""));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void theSameReportGivesTheSameText(ReportFormat format) throws IOException {
    Report first = ordinary();
    Report again =
        new Report(
            first.findings(),
            first.problems(),
            first.notes(),
            first.inputs(),
            first.classes(),
            first.members(),
            first.elapsedNanos() + 1,
            first.suppressions(),
            first.failOn());
    assertEquals(write(format, first), write(format, again));
    // The text for people names inputs as they were given; what goes to other machines does not.
    assertEquals(format == ReportFormat.TEXT, write(format, first).contains(folder.toString()));
    assertEquals(
        format, ReportFormat.byName(format.name().toLowerCase(java.util.Locale.ROOT)).get());
  }

  @Test
  void longReportsNameParametersToTheEnd() throws IOException {
    StringBuilder source = new StringBuilder("public class A {");
    for (int i = 0; i < 300; i++) {
      source.append(" public void f").append(i).append("(String s, int... i) { float x = 1; }");
    }
    Path classes = Sources.compile(folder, source.append(" }").toString());
    Report report = SoftFloatCheck.builder().depths(Depth.CODE).build().check(classes);
    String text = write(ReportFormat.TEXT, report);
    for (int i = 0; i < 300; i++) {
      assertTrue(text.contains("A.f" + i + "(java.lang.String, int[]) (A.java"), text);
    }
  }

  @Test
  void threadsDoNotChangeTheReport() throws IOException {
    List<String> sources = new ArrayList<>();
    for (int copy = 0; copy < 4; copy++) {
      for (Arguments fixture : ApiRulesTest.broken()) {
        sources.add("package f" + sources.size() + "; " + fixture.get()[1]);
      }
    }
    Path classes = Sources.compile(folder, sources.toArray(new String[0]));
    SoftFloatCheck.Builder builder = SoftFloatCheck.builder().depths(Depth.API, Depth.CODE);
    String alone = write(ReportFormat.JSON, builder.build().check(classes));
    for (int run = 0; run < 3; run++) {
      assertEquals(alone, write(ReportFormat.JSON, builder.build().check(classes)));
    }
  }

  /** Two inputs, one of them with its source at hand, and one that is missing. */
  private Report ordinary() throws IOException {
    Path source = folder.resolve("one/src/main/java/a/A.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "package a;\n");
    String one = folder.resolve("one/target/classes").toString().replace('\\', '/');
    String two = folder.resolve("two/target/classes").toString().replace('\\', '/');
    Finding f = finding(one, "a.A", MemberKind.METHOD, "f", "()D", "A.java", 3, "returns double");
    Finding g = finding(one, "a.A", MemberKind.FIELD, "g", "D", "A.java", 0, "the type is double");
    Finding h = finding(two, "b.B", MemberKind.FIELD, "h", "D", "B.java", 0, "the type is double");
    return new Report(
        List.of(f, h),
        List.of(new Problem(folder.resolve("missing.jar") + "", "no such file or folder")),
        List.of("a note"),
        List.of(one, two),
        7,
        9,
        1,
        List.of(new Suppression(g, Suppression.Origin.ANNOTATION, "the sensor speaks float")),
        Severity.ERROR);
  }

  private Report hostile() {
    String input = folder.resolve("x").toString() + HOSTILE;
    Finding finding =
        new Finding(
            Rule.REACH_FLOAT,
            Severity.WARNING,
            new Location(
                input, HOSTILE, 9, HOSTILE, MemberKind.METHOD, HOSTILE, HOSTILE, HOSTILE, 1),
            HOSTILE,
            List.of(HOSTILE, HOSTILE));
    return new Report(
        List.of(finding, finding),
        List.of(new Problem(input + "!/" + HOSTILE, HOSTILE)),
        List.of(HOSTILE),
        List.of(input),
        1,
        1,
        1,
        List.of(new Suppression(finding, Suppression.Origin.BASELINE, HOSTILE)),
        Severity.ERROR);
  }

  private static Report empty() {
    return new Report(
        List.of(), List.of(), List.of(), List.of(), 0, 0, 0, List.of(), Severity.ERROR);
  }

  private static Finding finding(
      String input,
      String className,
      MemberKind kind,
      String member,
      String descriptor,
      String source,
      int line,
      String message) {
    Location at = new Location(input, "", 0, className, kind, member, descriptor, source, line);
    return new Finding(Rule.API_PRIMITIVE, Severity.ERROR, at, message, List.of());
  }

  private String write(ReportFormat format, Report report) throws IOException {
    StringBuilder out = new StringBuilder();
    format.writer(SourceTree.of(folder, List.of())).write(report, out);
    return out.toString();
  }
}
