package io.foliot.softfloat.report;

import io.foliot.softfloat.model.Report;
import java.io.IOException;
import java.util.List;

/**
 * Turns a report into text of one format. An implementation holds no state of a report and may be
 * used by several threads.
 */
@FunctionalInterface
public interface ReportWriter {
  /**
   * Writes the whole report. The output depends only on the report.
   *
   * @param report what to write
   * @param out where to; it is not closed
   * @throws IOException if {@code out} throws it
   */
  void write(Report report, Appendable out) throws IOException;

  /**
   * What a reader of this format is known not to show of a report.
   *
   * @param report the report
   * @return lines for the user that say what to do; mostly none
   */
  default List<String> limits(Report report) {
    return List.of();
  }
}
