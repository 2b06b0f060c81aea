package io.foliot.examples;

import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Severity;
import io.foliot.softfloat.report.TextReport;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The float check of a jar: totals, time taken and examples of findings. */
final class FloatCheck {
  private static final int MAX_FINDINGS = 5;

  private FloatCheck() {}

  static void print(Tour tour, Path jar) {
    Report report = SoftFloatCheck.builder().build().check(jar);
    List<Finding> findings = report.findings();
    if (!findings.isEmpty()) {
      tour.line("");
      tour.line("Floating point in public APIs");
    }
    tour.line(
        String.format(
            "  %s: %s in %,d classes with %,d API members, %d ms",
            jar.getFileName(),
            findings.isEmpty()
                ? "no findings"
                : String.format(
                    "%,d errors and %,d warnings",
                    report.count(Severity.ERROR), report.count(Severity.WARNING)),
            report.classes(),
            report.members(),
            report.elapsedNanos() / 1_000_000));
    report.problems().forEach(problem -> tour.line("    " + problem));
    if (!findings.isEmpty()) {
      tour.line("    " + byRule(findings));
    }
    int shown = tour.all() ? findings.size() : Math.min(MAX_FINDINGS, findings.size());
    for (int i = 0; i < shown; i++) {
      // Spread over the list, because neighbours are similar.
      Finding finding = findings.get((int) ((long) i * findings.size() / shown));
      tour.line("    " + (tour.all() ? TextReport.line(finding) : shortLine(finding)));
    }
    if (shown < findings.size()) {
      tour.line(String.format("    and %,d more; --all shows them", findings.size() - shown));
    }
  }

  /** {@return the line of the finding without packages and source files} */
  private static String shortLine(Finding finding) {
    return TextReport.line(finding)
        .replaceAll("\\b(?:[a-z][a-z0-9_]*\\.)+(?=[A-Z])", "")
        .replaceAll(" \\([^() ]*\\.java[^() ]*\\)", "");
  }

  private static String byRule(List<Finding> findings) {
    Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
    findings.forEach(finding -> counts.merge(finding.rule(), 1, Integer::sum));
    StringJoiner text = new StringJoiner(", ");
    counts.forEach((rule, count) -> text.add(rule.id() + ": " + count));
    return text.toString();
  }
}
