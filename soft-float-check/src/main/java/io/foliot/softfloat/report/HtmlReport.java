package io.foliot.softfloat.report;

import io.foliot.softfloat.internal.text.Counted;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Location;
import io.foliot.softfloat.model.PrintableText;
import io.foliot.softfloat.model.Problem;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Severity;
import io.foliot.softfloat.model.Suppression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * One self-contained HTML page, which loads nothing from files or the network. The page is complete
 * without scripts; its script only filters rows.
 */
final class HtmlReport implements ReportWriter {
  private final SourceTree sources;

  HtmlReport(SourceTree sources) {
    this.sources = sources;
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    out.append("style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<title>soft-float-check: ").append(verdict(report)).append("</title>\n");
    out.append("<style>\n").append(resource("report.css")).append("</style>\n</head>\n<body>\n");
    header(report, out);
    problems(report, out);
    inputs(report, out);
    rules(report, out);
    if (!report.findings().isEmpty()) {
      filters(out);
      findings(report, out);
    }
    suppressions(report, out);
    out.append("<script>\n").append(resource("report.js")).append("</script>\n");
    out.append("</body>\n</html>\n");
  }

  private static String verdict(Report report) {
    if (!report.problems().isEmpty()) {
      return "unreadable inputs";
    }
    return report.isClean() ? "clean" : "floating point found";
  }

  private static void header(Report report, Appendable out) throws IOException {
    out.append("<header class=\"").append(report.isClean() ? "good" : "bad").append("\">\n");
    out.append("<h1>soft-float-check <span>").append(verdict(report)).append("</span></h1>\n<p>");
    for (Severity severity : Severity.values()) {
      out.append(Counted.of(report.count(severity), word(severity))).append(", ");
    }
    out.append(Integer.toString(report.suppressions().size())).append(" suppressed, in ");
    out.append(Counted.of(report.classes(), "class")).append(" and ");
    out.append(Counted.of(report.members(), "API member")).append(" of ");
    out.append(Counted.of(report.inputs().size(), "input")).append(".</p>\n");
    for (String note : report.notes()) {
      out.append("<p class=\"note\">Note: ").append(escape(note)).append(".</p>\n");
    }
    out.append("</header>\n");
  }

  private void problems(Report report, Appendable out) throws IOException {
    if (report.problems().isEmpty()) {
      return;
    }
    out.append("<h2>Unreadable inputs</h2>\n<ul class=\"problems\">\n");
    for (Problem problem : report.problems()) {
      out.append("<li><code>").append(escape(sources.relativize(problem.input())));
      out.append("</code> ").append(escape(problem.message())).append("</li>\n");
    }
    out.append("</ul>\n");
  }

  private void inputs(Report report, Appendable out) throws IOException {
    out.append("<h2>Inputs</h2>\n<table class=\"small\" id=\"inputs\">\n<thead><tr><th>Input</th>");
    out.append(
        "<th class=\"n\">Errors</th><th class=\"n\">Warnings</th><th class=\"n\">Infos</th>");
    out.append("<th class=\"n\">Suppressed</th></tr></thead>\n");
    out.append("<tbody>\n");
    for (InputTotals totals : InputTotals.of(report)) {
      out.append("<tr><td><code>").append(escape(sources.relativize(totals.input())));
      out.append("</code></td>");
      for (Severity severity : Severity.values()) {
        number(totals.count(severity), severity, out);
      }
      out.append("<td class=\"n\" data-label=\"suppressed\">");
      out.append(Integer.toString(totals.suppressed()));
      out.append("</td></tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  private static void number(int count, Severity severity, Appendable out) throws IOException {
    out.append("<td class=\"n").append(count == 0 ? "" : " " + word(severity));
    out.append("\" data-label=\"")
        .append(word(severity))
        .append(count == 1 ? "" : "s")
        .append("\">");
    out.append(Integer.toString(count)).append("</td>");
  }

  private static void rules(Report report, Appendable out) throws IOException {
    Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
    for (Finding finding : report.findings()) {
      counts.merge(finding.rule(), 1, Integer::sum);
    }
    if (counts.isEmpty()) {
      return;
    }
    out.append(
        "<h2>Rules</h2>\n<table class=\"small\">\n<thead><tr><th>Rule</th><th class=\"n\">Found</th>");
    out.append("<th>What it means, and what to do</th></tr></thead>\n<tbody>\n");
    for (Map.Entry<Rule, Integer> entry : counts.entrySet()) {
      Rule rule = entry.getKey();
      out.append("<tr><td><button type=\"button\" class=\"rule\" data-rule=\"").append(rule.id());
      out.append("\">").append(rule.id()).append("</button></td><td class=\"n\">");
      out.append(Integer.toString(entry.getValue())).append("</td><td>");
      out.append(escape(rule.message())).append(" <em>").append(escape(rule.hint()));
      out.append("</em></td></tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  private static void filters(Appendable out) throws IOException {
    out.append("<h2>Findings</h2>\n<form id=\"filters\" hidden>\n");
    out.append("<input type=\"search\" id=\"text\" placeholder=\"Class, member or message\" ");
    out.append("aria-label=\"Filter by text\">\n");
    for (Severity severity : Severity.values()) {
      String word = word(severity);
      out.append("<label><input type=\"checkbox\" name=\"severity\" value=\"").append(word);
      out.append("\" checked> ").append(word).append("</label>\n");
    }
    out.append("<select id=\"rule\" aria-label=\"Filter by rule\"></select>\n");
    out.append("<select id=\"input\" aria-label=\"Filter by input\"></select>\n");
    out.append("<output id=\"shown\"></output>\n</form>\n");
  }

  private void findings(Report report, Appendable out) throws IOException {
    out.append("<table id=\"findings\">\n<thead><tr><th>Severity</th><th>Rule</th><th>Where</th>");
    out.append("<th>What</th></tr></thead>\n<tbody>\n");
    for (Finding finding : report.findings()) {
      String input = escape(sources.relativize(finding.location().input()));
      out.append("<tr data-severity=\"").append(word(finding.severity()));
      out.append("\" data-rule=\"").append(finding.rule().id());
      out.append("\" data-input=\"").append(input).append("\"><td class=\"");
      out.append(word(finding.severity())).append("\">").append(word(finding.severity()));
      out.append("</td><td>").append(finding.rule().id()).append("</td><td>");
      where(finding.location(), out);
      out.append("</td><td>").append(escape(finding.message()));
      if (!finding.evidence().isEmpty()) {
        out.append("<details><summary>Call chain</summary><ol>");
        for (String step : finding.evidence()) {
          out.append("<li><code>").append(escape(step)).append("</code></li>");
        }
        out.append("</ol></details>");
      }
      out.append("</td></tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  private void where(Location at, Appendable out) throws IOException {
    out.append("<code>").append(escape(at.displayName())).append("</code>");
    String file = sources.find(at).orElse(at.sourcePath());
    if (!file.isEmpty()) {
      out.append("<br><small>").append(escape(file));
      if (at.line() > 0) {
        out.append(':').append(Integer.toString(at.line()));
      }
      out.append("</small>");
    }
    if (at.release() > 0) {
      out.append(" <small>since Java ").append(Integer.toString(at.release()));
      out.append("</small>");
    }
  }

  private void suppressions(Report report, Appendable out) throws IOException {
    if (report.suppressions().isEmpty()) {
      return;
    }
    out.append("<details class=\"suppressed\"><summary>");
    out.append(Counted.of(report.suppressions().size(), "suppressed finding"));
    out.append("</summary>\n<table>\n<thead><tr><th>Rule</th><th>Where</th><th>What</th>");
    out.append("<th>By</th><th>Reason</th></tr></thead>\n<tbody>\n");
    for (Suppression each : report.suppressions()) {
      Finding finding = each.finding();
      out.append("<tr><td>").append(finding.rule().id()).append("</td><td>");
      where(finding.location(), out);
      out.append("</td><td>").append(escape(finding.message())).append("</td><td>");
      out.append(each.origin().name().toLowerCase(Locale.ROOT)).append("</td><td>");
      out.append(escape(each.reason())).append("</td></tr>\n");
    }
    out.append("</tbody>\n</table>\n</details>\n");
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /** Escapes text for element content and quoted attributes. */
  private static String escape(String text) {
    return PrintableText.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("resource " + name + " is missing from soft-float-check.jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
