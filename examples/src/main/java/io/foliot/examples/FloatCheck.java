package io.foliot.examples;

import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Severity;
import io.foliot.softfloat.report.TextReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The float check of two jars: totals, time taken and the first findings. */
final class FloatCheck {
  private static final int SHOWN = 10;

  private FloatCheck() {}

  static void print(PrintStream out, Path... jars) {
    out.println("Floating point in the public API");
    for (Path jar : jars) {
      print(out, jar, SoftFloatCheck.builder().build().check(jar));
    }
  }

  private static void print(PrintStream out, Path jar, Report report) {
    out.printf(
        "  %s: %s, %,d errors and %,d warnings in %,d classes with %,d API members, %d ms%n",
        jar.getFileName(),
        report.isClean() ? "clean" : "not clean",
        report.count(Severity.ERROR),
        report.count(Severity.WARNING),
        report.classes(),
        report.members(),
        report.elapsedNanos() / 1_000_000);
    report.problems().forEach(problem -> out.printf("    %s%n", problem));
    Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
    report.findings().forEach(finding -> counts.merge(finding.rule(), 1, Integer::sum));
    if (!counts.isEmpty()) {
      out.printf("    %s%n", byRule(counts));
    }
    List<Finding> findings = report.findings();
    // Spread over the whole list, because neighbours are much alike.
    for (int i = 0; i < Integer.min(SHOWN, findings.size()); i++) {
      int index = i * findings.size() / Integer.min(SHOWN, findings.size());
      out.printf("    %s%n", TextReport.line(findings.get(index)));
    }
  }

  private static String byRule(Map<Rule, Integer> counts) {
    StringJoiner text = new StringJoiner(", ");
    counts.forEach((rule, count) -> text.add(rule.id() + ": " + count));
    return text.toString();
  }
}
