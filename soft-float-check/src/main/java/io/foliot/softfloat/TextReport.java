package io.foliot.softfloat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** A report for people: one line for each finding, then what the rules mean, then totals. */
public final class TextReport implements ReportWriter {
  /** The writer. */
  public TextReport() {}

  @Override
  public void write(Report report, Appendable out) throws IOException {
    for (Finding finding : report.findings()) {
      out.append(line(finding)).append('\n');
      for (String step : finding.evidence()) {
        out.append("    ").append(step).append('\n');
      }
    }
    writeRules(report, out);
    for (String note : report.notes()) {
      out.append("note: ").append(note).append('\n');
    }
    out.append(summary(report)).append('\n');
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
    line.append(
        switch (finding.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case INFO -> "info";
        });
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
        + " infos in "
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
