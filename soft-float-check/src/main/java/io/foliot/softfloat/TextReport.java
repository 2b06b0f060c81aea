package io.foliot.softfloat;

import io.foliot.softfloat.internal.report.InputTotals;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
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
      if (colours) {
        out.append(colour(finding.severity())).append(word(finding.severity())).append(RESET);
        out.append(line(finding), word(finding.severity()).length(), line(finding).length());
      } else {
        out.append(line(finding));
      }
      out.append('\n');
      for (String step : finding.evidence()) {
        out.append("    ").append(step).append('\n');
      }
    }
    writeRules(report, out);
    for (String note : report.notes()) {
      out.append("note: ").append(note).append('\n');
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
    List<InputTotals> shown = all.stream().filter(totals -> !totals.isEmpty()).toList();
    if (shown.isEmpty()) {
      return;
    }
    out.append("  errors warnings    infos suppressed  input\n");
    for (InputTotals totals : shown) {
      out.append(
          String.format(
              Locale.ROOT,
              "%8d %8d %8d %10d  %s\n",
              totals.count(Severity.ERROR),
              totals.count(Severity.WARNING),
              totals.count(Severity.INFO),
              totals.suppressed(),
              printable(totals.input())));
    }
    if (shown.size() < all.size()) {
      int clean = all.size() - shown.size();
      out.append("nothing in the other inputs (").append(Integer.toString(clean)).append(")\n");
    }
  }

  /**
   * One finding in one line, such as {@code error API-1 a.b.Foo.bar(double) (Foo.java:12):
   * parameter 1 is double}.
   *
   * @param finding the finding
   * @return the line, without a line end
   */
  public static String line(Finding finding) {
    Location location = finding.location();
    StringBuilder line = new StringBuilder();
    line.append(word(finding.severity()));
    line.append(' ').append(finding.rule().id()).append(' ');
    line.append(printable(location.displayName()));
    if (!location.sourceFile().isEmpty()) {
      line.append(" (").append(printable(location.sourceFile()));
      if (location.line() > 0) {
        line.append(':').append(location.line());
      }
      line.append(')');
    }
    return line.append(": ").append(printable(finding.message())).toString();
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
      counts.put(finding.rule(), counts.getOrDefault(finding.rule(), 0) + 1);
    }
    for (Map.Entry<Rule, Integer> entry : counts.entrySet()) {
      Rule rule = entry.getKey();
      out.append(rule.id()).append(" (").append(String.valueOf(entry.getValue())).append("): ");
      out.append(rule.message()).append(' ').append(rule.hint()).append('\n');
    }
  }

  /** Names come from class files, so they may hold line ends and terminal controls. */
  private static String printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        StringBuilder clean = new StringBuilder(text);
        for (int j = i; j < text.length(); j++) {
          if (Character.isISOControl(text.charAt(j))) {
            clean.setCharAt(j, '?');
          }
        }
        return clean.toString();
      }
    }
    return text;
  }
}
