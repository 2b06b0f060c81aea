package io.foliot.softfloat.report;

import io.foliot.softfloat.model.Report;
import java.io.IOException;
import java.util.List;

/** Writes reports in one format. Implementations are stateless and thread-safe. */
@FunctionalInterface
public interface ReportWriter {
  /**
   * Writes a report. The output depends only on the report.
   *
   * @param report the report
   * @param out the destination, which stays open
   * @throws IOException if {@code out} throws it
   */
  void write(Report report, Appendable out) throws IOException;

  /**
   * Lists the limits of the readers of this format that a report exceeds.
   *
   * @param report the report
   * @return warnings for the user, one line each; usually none
   */
  default List<String> limits(Report report) {
    return List.of();
  }
}
