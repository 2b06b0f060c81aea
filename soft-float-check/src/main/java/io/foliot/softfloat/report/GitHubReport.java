package io.foliot.softfloat.report;

import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.PrintableText;
import io.foliot.softfloat.model.Problem;
import io.foliot.softfloat.model.Report;
import java.io.IOException;
import java.util.Optional;

/**
 * Workflow commands of GitHub Actions, one line per finding, escaped as in
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts.
 */
final class GitHubReport implements ReportWriter {
  private final SourceTree sources;

  GitHubReport(SourceTree sources) {
    this.sources = sources;
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    for (Problem problem : report.problems()) {
      out.append("::error title=").append(Tool.NAME).append("::");
      out.append(data(sources.relativize(problem.input()) + ": " + problem.message())).append('\n');
    }
    for (Finding finding : report.findings()) {
      out.append(
          switch (finding.severity()) {
            case ERROR -> "::error ";
            case WARNING -> "::warning ";
            case INFO -> "::notice ";
          });
      Optional<String> file = sources.find(finding.location());
      if (file.isPresent()) {
        out.append("file=").append(property(file.get())).append(',');
        if (finding.location().line() > 0) {
          out.append("line=").append(Integer.toString(finding.location().line())).append(',');
        }
      }
      out.append("title=").append(finding.rule().id()).append("::");
      String text = finding.location().displayName() + ": " + finding.message();
      out.append(data(text + ". " + finding.hint())).append('\n');
    }
  }

  private static String data(String text) {
    return PrintableText.of(text).replace("%", "%25");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
