package io.foliot.softfloat.report;

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

/** A report for people: one line for each finding, then what the rules mean, then totals. */
public final class TextReport implements ReportWriter {
  private static final String RESET = "\u001b[0m";

  private final boolean colours;

  /** A writer without colours. */
  public TextReport() {
    this(false);
  }

  /**
   * A writer.
   *
   * @param colours whether to mark severities with the colours of an ANSI terminal (ECMA-48)
   */
  public TextReport(boolean colours) {
    this.colours = colours;
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    for (Finding finding : report.findings()) {
      StringBuilder text = new StringBuilder();
      append(text, finding, colours);
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
    if (colours) {
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

  private static String colour(Severity severity) {
    return switch (severity) {
      case ERROR -> "\u001b[31m";
      case WARNING -> "\u001b[33m";
      case INFO -> "\u001b[36m";
    };
  }

  /** A table of the inputs in which something was found, if there is more than one input. */
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
      int clean = all.size() - shown.size();
      out.append("nothing in the other inputs (").append(Integer.toString(clean)).append(")\n");
    }
  }

  /** A number at the right of its column. By hand: a formatter takes long to start. */
  private static void column(StringBuilder row, int number, int width) {
    String digits = Integer.toString(number);
    row.append(" ".repeat(Math.max(0, width - digits.length()))).append(digits);
  }

  /**
   * One finding in one line, such as {@code error API-1 a.b.Foo.bar(double) (Foo.java:12):
   * parameter 1 is double}.
   *
   * @param finding the finding
   * @return the line, without a line end
   */
  public static String line(Finding finding) {
    StringBuilder line = new StringBuilder();
    append(line, finding, false);
    return line.toString();
  }

  private static void append(StringBuilder text, Finding finding, boolean coloured) {
    Severity severity = finding.severity();
    if (coloured) {
      text.append(colour(severity)).append(word(severity)).append(RESET);
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
    return (report.isClean() ? "clean: " : "not clean: ")
        + report.count(Severity.ERROR)
        + " errors, "
        + report.count(Severity.WARNING)
        + " warnings, "
        + report.count(Severity.INFO)
        + " infos"
        + (report.suppressions().isEmpty()
            ? ""
            : ", " + report.suppressions().size() + " suppressed")
        + " in "
        + report.classes()
        + " classes, "
        + report.members()
        + " API members of "
        + report.inputs().size()
        + " inputs";
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
