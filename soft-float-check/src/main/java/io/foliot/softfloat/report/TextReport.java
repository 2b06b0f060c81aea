package io.foliot.softfloat.report;

import io.foliot.softfloat.internal.text.Counted;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Location;
import io.foliot.softfloat.model.PrintableText;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A report for readers: one line per finding, then the broken rules, then totals. */
public final class TextReport implements ReportWriter {
  private static final String RESET = "\u001b[0m";

  private final boolean colors;

  /** Creates a writer without colors. */
  public TextReport() {
    this(false);
  }

  /**
   * Creates a writer.
   *
   * @param colors whether to color severities for an ANSI terminal (ECMA-48)
   */
  public TextReport(boolean colors) {
    this.colors = colors;
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    for (Finding finding : report.findings()) {
      StringBuilder text = new StringBuilder();
      append(text, finding, colors);
      out.append(text.append('\n'));
      for (String step : finding.evidence()) {
        out.append("    ").append(PrintableText.of(step)).append('\n');
      }
    }
    writeRules(report, out);
    for (String note : report.notes()) {
      out.append("note: ").append(PrintableText.of(note)).append('\n');
    }
    writeInputs(report, out);
    if (colors) {
      out.append(report.isClean() ? "\u001b[32m" : "\u001b[31m").append(summary(report));
      out.append(RESET).append('\n');
    } else {
      out.append(summary(report)).append('\n');
    }
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "info";
    };
  }

  private static String color(Severity severity) {
    return switch (severity) {
      case ERROR -> "\u001b[31m";
      case WARNING -> "\u001b[33m";
      case INFO -> "\u001b[36m";
    };
  }

  /** Writes a table of the inputs that have findings, if there is more than one input. */
  private static void writeInputs(Report report, Appendable out) throws IOException {
    if (report.inputs().size() < 2) {
      return;
    }
    List<InputTotals> all = InputTotals.of(report);
    List<InputTotals> shown = new ArrayList<>();
    for (InputTotals totals : all) {
      if (!totals.isEmpty()) {
        shown.add(totals);
      }
    }
    if (shown.isEmpty()) {
      return;
    }
    out.append("  errors warnings    infos suppressed  input\n");
    for (InputTotals totals : shown) {
      StringBuilder row = new StringBuilder();
      column(row, totals.count(Severity.ERROR), 8);
      column(row.append(' '), totals.count(Severity.WARNING), 8);
      column(row.append(' '), totals.count(Severity.INFO), 8);
      column(row.append(' '), totals.suppressed(), 10);
      row.append("  ").append(PrintableText.of(totals.input()));
      out.append(row.append('\n'));
    }
    if (shown.size() < all.size()) {
      String others = Counted.of(all.size() - shown.size(), "other input");
      out.append("no findings in ").append(others).append('\n');
    }
  }

  /** Appends a number, aligned to the right of its column. */
  private static void column(StringBuilder row, int number, int width) {
    String digits = Integer.toString(number);
    row.append(" ".repeat(Math.max(0, width - digits.length()))).append(digits);
  }

  /**
   * Formats a finding as one line, such as {@code error API-1 a.b.Foo.bar(double) (Foo.java:12):
   * parameter 1 is double}.
   *
   * @param finding the finding
   * @return the line, without a line terminator
   */
  public static String line(Finding finding) {
    StringBuilder line = new StringBuilder();
    append(line, finding, false);
    return line.toString();
  }

  private static void append(StringBuilder text, Finding finding, boolean isColored) {
    Severity severity = finding.severity();
    if (isColored) {
      text.append(color(severity)).append(word(severity)).append(RESET);
    } else {
      text.append(word(severity));
    }
    text.append(' ').append(finding.rule().id()).append(' ');
    Location location = finding.location();
    text.append(PrintableText.of(location.displayName()));
    if (!location.sourceFile().isEmpty()) {
      text.append(" (").append(PrintableText.of(location.sourceFile()));
      if (location.line() > 0) {
        text.append(':').append(location.line());
      }
      text.append(')');
    }
    text.append(": ").append(PrintableText.of(finding.message()));
  }

  /** Totals in one line. */
  private static String summary(Report report) {
    StringBuilder text = new StringBuilder(report.isClean() ? "clean: " : "not clean: ");
    if (!report.problems().isEmpty()) {
      text.append(Counted.of(report.problems().size(), "problem")).append(", ");
    }
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      if (report.count(severity) > 0) {
        counts.add(Counted.of(report.count(severity), word(severity)));
      }
    }
    text.append(counts.isEmpty() ? "no findings" : String.join(", ", counts));
    text.append(" in ").append(Counted.of(report.classes(), "class"));
    if (report.members() > 0) {
      text.append(" with ").append(Counted.of(report.members(), "API member"));
    }
    if (report.inputs().size() > 1) {
      text.append(" of ").append(Counted.of(report.inputs().size(), "input"));
    }
    if (!report.suppressions().isEmpty()) {
      text.append(", ").append(report.suppressions().size()).append(" suppressed");
    }
    return text.toString();
  }

  private static void writeRules(Report report, Appendable out) throws IOException {
    Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
    for (Finding finding : report.findings()) {
      counts.merge(finding.rule(), 1, Integer::sum);
    }
    for (Map.Entry<Rule, Integer> entry : counts.entrySet()) {
      Rule rule = entry.getKey();
      out.append(rule.id()).append(" (").append(String.valueOf(entry.getValue())).append("): ");
      out.append(rule.message()).append(' ').append(rule.hint()).append('\n');
    }
  }
}
