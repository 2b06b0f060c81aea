package io.foliot.softfloat.report;

import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Location;
import io.foliot.softfloat.model.Problem;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Severity;
import io.foliot.softfloat.model.Suppression;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), one run per
 * input. Paths are relative to the repository. Fingerprints identify results across changes of
 * lines and folders.
 */
final class SarifReport implements ReportWriter {
  static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
  private static final String BASE = "%SRCROOT%";

  /** Characters that need no escape in a path (RFC 3986), and the slash between names. */
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  /** Name and version of the fingerprint, in the form that SARIF recommends. */
  private static final String FINGERPRINT = "softFloat/v1";

  /** The rules in the order of each run, by which results refer to them. */
  private static final List<Rule> RULES = List.of(Rule.values());

  private static final int MAX_RUNS = 20;
  private static final int MAX_RESULTS = 25_000;
  private static final int MAX_SHOWN_RESULTS = 5_000;

  private final SourceTree sources;

  SarifReport(SourceTree sources) {
    this.sources = sources;
  }

  /** The content of one run. */
  private static final class Run {
    private final List<Finding> findings = new ArrayList<>();
    private final List<Suppression> suppressions = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** The number of results per fingerprint, to distinguish those that share one. */
    private final Map<String, Integer> seen = new HashMap<>();
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    JsonWriting json = new JsonWriting(out);
    Set<String> names = new HashSet<>();
    json.object().field("$schema", SCHEMA).field("version", "2.1.0");
    json.name("runs").array();
    for (Map.Entry<String, Run> entry : runs(report).entrySet()) {
      write(unique(sources.relativize(entry.getKey()), names), entry.getValue(), json);
    }
    json.endArray().endObject().end();
  }

  /** Numbers equal names: inputs outside the repository are named without their folders. */
  private static String unique(String name, Set<String> names) {
    String unique = name;
    for (int copy = 2; !names.add(unique); copy++) {
      unique = name + "~" + copy;
    }
    return unique;
  }

  /** Limits: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files. */
  @Override
  public List<String> limits(Report report) {
    List<String> exceeded = new ArrayList<>();
    Map<String, Run> runs = runs(report);
    if (runs.size() > MAX_RUNS) {
      exceeded.add(
          "GitHub accepts at most "
              + MAX_RUNS
              + " runs per SARIF file, and this one has "
              + runs.size()
              + "; check fewer inputs at once, and upload several files");
    }
    runs.forEach(
        (input, run) -> {
          int results = run.findings.size() + run.suppressions.size();
          if (results > MAX_SHOWN_RESULTS) {
            exceeded.add(
                "GitHub "
                    + (results > MAX_RESULTS
                        ? "accepts at most " + MAX_RESULTS
                        : "shows at most " + MAX_SHOWN_RESULTS)
                    + " results per run, and that of "
                    + input
                    + " has "
                    + results
                    + "; narrow the check with --include, or turn rules off with --severity");
          }
        });
    return exceeded;
  }

  private static Map<String, Run> runs(Report report) {
    Map<String, Run> runs = new LinkedHashMap<>();
    for (String input : report.inputs()) {
      runs.put(input, new Run());
    }
    for (Finding finding : report.findings()) {
      runOf(finding, runs).findings.add(finding);
    }
    for (Suppression suppression : report.suppressions()) {
      runOf(suppression.finding(), runs).suppressions.add(suppression);
    }
    for (Problem problem : report.problems()) {
      int entry = problem.input().indexOf("!/");
      String input = entry < 0 ? problem.input() : problem.input().substring(0, entry);
      runs.computeIfAbsent(input, name -> new Run()).problems.add(problem);
    }
    return runs;
  }

  private static Run runOf(Finding finding, Map<String, Run> runs) {
    return runs.computeIfAbsent(finding.location().input(), input -> new Run());
  }

  private void write(String name, Run run, JsonWriting json) throws IOException {
    json.object();
    json.name("tool").object().name("driver").object();
    json.field("name", Tool.NAME);
    json.optional("version", Tool.version());
    writeRules(json);
    json.endObject().endObject();
    // Not the name of the module, which only findings know.
    json.name("automationDetails").object().field("id", Tool.NAME + "/" + name + "/").endObject();
    json.name("originalUriBaseIds").object().name(BASE).object();
    json.name("description").object().field("text", "The root of the repository.").endObject();
    json.endObject().endObject();
    json.field("columnKind", "utf16CodeUnits");
    writeInvocation(run, json);
    json.name("results").array();
    for (Finding finding : run.findings) {
      writeResult(finding, null, run, json);
    }
    for (Suppression suppression : run.suppressions) {
      writeResult(suppression.finding(), suppression, run, json);
    }
    json.endArray().endObject();
  }

  private static void writeRules(JsonWriting json) throws IOException {
    json.name("rules").array();
    for (Rule rule : RULES) {
      json.object().field("id", rule.id()).field("name", camelCase(rule.name()));
      json.name("shortDescription").object().field("text", rule.message()).endObject();
      json.name("fullDescription").object();
      json.field("text", rule.message() + " " + rule.hint()).endObject();
      json.name("help").object().field("text", rule.message() + " " + rule.hint()).endObject();
      json.name("defaultConfiguration").object().field("level", level(rule.severity()));
      json.endObject().endObject();
    }
    json.endArray();
  }

  private void writeInvocation(Run run, JsonWriting json) throws IOException {
    json.name("invocations").array().object();
    json.name("executionSuccessful").value(run.problems.isEmpty());
    if (!run.problems.isEmpty()) {
      json.name("toolExecutionNotifications").array();
      for (Problem problem : run.problems) {
        json.object().field("level", "error");
        String text = sources.relativize(problem.input()) + ": " + problem.message();
        json.name("message").object().field("text", text).endObject().endObject();
      }
      json.endArray();
    }
    json.endObject().endArray();
  }

  private void writeResult(Finding finding, Suppression suppression, Run run, JsonWriting json)
      throws IOException {
    Location at = finding.location();
    json.object().field("ruleId", finding.rule().id());
    json.field("ruleIndex", RULES.indexOf(finding.rule()));
    json.field("level", level(finding.severity()));
    String text = at.displayName() + ": " + finding.message() + ". " + finding.hint();
    json.name("message").object().field("text", text).endObject();
    json.name("locations").array();
    writeLocation(at, json);
    json.endArray();
    json.name("partialFingerprints").object();
    int copy = run.seen.merge(finding.fingerprint(), 1, Integer::sum);
    json.field(FINGERPRINT, finding.fingerprint() + (copy == 1 ? "" : ":" + copy));
    // GitHub reads this one; otherwise it computes it from the line, which moves.
    json.field("primaryLocationLineHash", finding.fingerprint() + ":" + copy).endObject();
    if (!finding.evidence().isEmpty()) {
      writeChain(finding, json);
    }
    if (suppression != null) {
      json.name("suppressions").array().object();
      json.field(
          "kind",
          switch (suppression.origin()) {
            case ANNOTATION -> "inSource";
            case BASELINE -> "external";
          });
      json.field("justification", suppression.reason()).endObject().endArray();
    }
    json.endObject();
  }

  private void writeLocation(Location at, JsonWriting json) throws IOException {
    json.object();
    writePhysicalLocation(at, json);
    json.name("logicalLocations").array().object();
    json.field("fullyQualifiedName", at.displayName());
    json.optional("decoratedName", at.member() + at.descriptor());
    json.field(
        "kind",
        switch (at.kind()) {
          case CLASS -> "type";
          case METHOD -> "function";
          case FIELD, COMPONENT -> "member";
        });
    json.endObject().endArray().endObject();
  }

  private void writePhysicalLocation(Location at, JsonWriting json) throws IOException {
    json.name("physicalLocation").object();
    Optional<String> file = sources.find(at);
    String uri = uri(file.orElseGet(() -> sources.relativize(at.input())));
    json.name("artifactLocation").object().field("uri", uri);
    if (!uri.startsWith("jrt:")) {
      json.field("uriBaseId", BASE);
    }
    json.endObject();
    // Fields and abstract methods have no line, without which GitHub shows no result.
    json.name("region").object().field("startLine", Math.max(1, at.line())).endObject();
    json.endObject();
  }

  private void writeChain(Finding finding, JsonWriting json) throws IOException {
    json.name("codeFlows").array().object().name("threadFlows").array().object();
    json.name("locations").array();
    for (String step : finding.evidence()) {
      // Steps are known only by name, so each gets the location where the chain starts.
      json.object().name("location").object();
      writePhysicalLocation(finding.location(), json);
      json.name("message").object().field("text", step);
      json.endObject().endObject().endObject();
    }
    json.endArray().endObject().endArray().endObject().endArray();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  /** Converts {@code API_PRIMITIVE} to {@code ApiPrimitive}, the style that SARIF recommends. */
  private static String camelCase(String constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.split("_", -1)) {
      name.append(word.charAt(0));
      for (int i = 1; i < word.length(); i++) {
        name.append(Character.toLowerCase(word.charAt(i)));
      }
    }
    return name.toString();
  }

  /** Converts a path to a relative URI (RFC 3986). */
  private static String uri(String path) {
    if (path.startsWith("jrt:")) {
      return path;
    }
    StringBuilder uri = new StringBuilder();
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      if (UNRESERVED.indexOf(c) >= 0) {
        uri.append(c);
      } else {
        uri.append('%');
        uri.append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        uri.append(Character.toUpperCase(Character.forDigit(c & 0xf, 16)));
      }
    }
    return uri.toString();
  }
}
