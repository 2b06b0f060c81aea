package io.foliot.softfloat.report;

import java.util.Locale;
import java.util.Optional;

/** The formats in which a report can be written. */
public enum ReportFormat {
  /** Lines for people. */
  TEXT("txt"),
  /** One JSON object for programs. */
  JSON("json"),
  /** SARIF 2.1.0, which code hosts and editors read: one run for each input. */
  SARIF("sarif"),
  /** Workflow commands of GitHub Actions, which show findings beside the changed lines. */
  GITHUB("github.txt"),
  /** One page that needs nothing else, to read and filter in a browser. */
  HTML("html");

  private final String extension;

  ReportFormat(String extension) {
    this.extension = extension;
  }

  /**
   * Ending of the name of a file in this format.
   *
   * @return the ending, without a dot
   */
  public String extension() {
    return extension;
  }

  /**
   * A writer of this format. All formats are written with line feeds and should be encoded in
   * UTF-8.
   *
   * @param sources finds source files and makes paths relative
   * @return the writer
   */
  public ReportWriter writer(SourceTree sources) {
    return switch (this) {
      case TEXT -> new TextReport();
      case JSON -> new JsonReport(sources);
      case SARIF -> new SarifReport(sources);
      case GITHUB -> new GitHubReport(sources);
      case HTML -> new HtmlReport(sources);
    };
  }

  /**
   * Finds a format by its name.
   *
   * @param name the name, in any case
   * @return the format, or empty if there is none
   */
  public static Optional<ReportFormat> byName(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    for (ReportFormat format : values()) {
      if (format.name().equals(wanted)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
