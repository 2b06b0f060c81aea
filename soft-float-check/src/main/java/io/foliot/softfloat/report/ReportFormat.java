package io.foliot.softfloat.report;

import java.util.Locale;
import java.util.Optional;

/** The formats of a report. */
public enum ReportFormat {
  /** Text for readers. */
  TEXT("txt"),
  /** One JSON object, for programs. */
  JSON("json"),
  /** SARIF 2.1.0 for code hosts and editors, with one run per input. */
  SARIF("sarif"),
  /** Workflow commands of GitHub Actions, which show findings at the changed lines. */
  GITHUB("github.txt"),
  /** One self-contained page to read and filter in a browser. */
  HTML("html");

  private final String extension;

  ReportFormat(String extension) {
    this.extension = extension;
  }

  /** {@return the file name extension of this format, without a dot} */
  public String extension() {
    return extension;
  }

  /**
   * Creates a writer of this format. All formats use line feeds, and are meant to be encoded in
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
    String upperCase = name.strip().toUpperCase(Locale.ROOT);
    for (ReportFormat format : values()) {
      if (format.name().equals(upperCase)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
