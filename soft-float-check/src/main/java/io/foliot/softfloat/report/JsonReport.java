package io.foliot.softfloat.report;

import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Location;
import io.foliot.softfloat.model.Problem;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Severity;
import io.foliot.softfloat.model.Suppression;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The whole report as one JSON object; {@code report.schema.json} is its schema. */
final class JsonReport implements ReportWriter {
  /** Incremented when a field is removed or changes its meaning, but not for new fields. */
  private static final int FORMAT = 1;

  private final SourceTree sources;

  JsonReport(SourceTree sources) {
    this.sources = sources;
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    JsonWriting json = new JsonWriting(out);
    json.object().field("format", FORMAT);
    json.name("tool").object().field("name", Tool.NAME).optional("version", Tool.version());
    json.endObject();
    json.name("clean").value(report.isClean());
    json.name("totals").object();
    json.field("errors", report.count(Severity.ERROR));
    json.field("warnings", report.count(Severity.WARNING));
    json.field("infos", report.count(Severity.INFO));
    json.field("suppressed", report.suppressions().size());
    json.field("classes", report.classes());
    json.field("members", report.members()).endObject();
    json.strings("inputs", report.inputs().stream().map(sources::relativize).toList());
    rules(json, report);
    json.name("findings").array();
    for (Finding finding : report.findings()) {
      json.object();
      fields(json, finding);
      json.endObject();
    }
    json.endArray();
    json.name("suppressed").array();
    for (Suppression suppression : report.suppressions()) {
      json.object();
      json.field("by", suppression.origin().name().toLowerCase(Locale.ROOT));
      json.field("reason", suppression.reason());
      fields(json, suppression.finding());
      json.endObject();
    }
    json.endArray();
    json.name("problems").array();
    for (Problem problem : report.problems()) {
      json.object().field("input", sources.relativize(problem.input()));
      json.field("message", problem.message()).endObject();
    }
    json.endArray();
    json.strings("notes", report.notes());
    json.endObject().end();
  }

  /** Writes the broken rules. */
  private static void rules(JsonWriting json, Report report) throws IOException {
    Set<Rule> broken = new TreeSet<>();
    report.findings().forEach(finding -> broken.add(finding.rule()));
    report.suppressions().forEach(suppression -> broken.add(suppression.finding().rule()));
    json.name("rules").array();
    for (Rule rule : broken) {
      json.object().field("id", rule.id()).field("message", rule.message());
      json.field("hint", rule.hint()).endObject();
    }
    json.endArray();
  }

  private void fields(JsonWriting json, Finding finding) throws IOException {
    Location at = finding.location();
    json.field("rule", finding.rule().id());
    json.field("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    json.field("message", finding.message());
    json.field("name", at.displayName());
    json.field("input", sources.relativize(at.input()));
    json.optional("module", at.module());
    json.optional("release", at.release());
    json.field("class", at.className());
    json.field("kind", at.kind().name().toLowerCase(Locale.ROOT));
    json.optional("member", at.member());
    json.optional("descriptor", at.descriptor());
    json.optional("source", at.sourcePath());
    json.optional("file", sources.find(at).orElse(""));
    json.optional("line", at.line());
    if (!finding.evidence().isEmpty()) {
      json.strings("evidence", finding.evidence());
    }
    json.field("fingerprint", finding.fingerprint());
  }
}
