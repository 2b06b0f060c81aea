package io.foliot.softfloat.report;

import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Severity;
import io.foliot.softfloat.model.Suppression;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The number of findings in one input. */
final class InputTotals {
  private final String input;
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
  private int suppressed;

  private InputTotals(String input) {
    this.input = input;
  }

  /** Counts the findings of each input of a report, in the order of the report. */
  static List<InputTotals> of(Report report) {
    Map<String, InputTotals> all = new LinkedHashMap<>();
    for (String input : report.inputs()) {
      all.put(input, new InputTotals(input));
    }
    for (Finding finding : report.findings()) {
      InputTotals totals = find(all, finding);
      totals.counts.put(finding.severity(), totals.count(finding.severity()) + 1);
    }
    for (Suppression suppression : report.suppressions()) {
      find(all, suppression.finding()).suppressed++;
    }
    return new ArrayList<>(all.values());
  }

  private static InputTotals find(Map<String, InputTotals> all, Finding finding) {
    String input = finding.location().input();
    InputTotals totals = all.get(input);
    if (totals == null) {
      totals = new InputTotals(input);
      all.put(input, totals);
    }
    return totals;
  }

  String input() {
    return input;
  }

  int count(Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  int suppressed() {
    return suppressed;
  }

  /** Whether the input has neither findings nor suppressed findings. */
  boolean isEmpty() {
    return counts.isEmpty() && suppressed == 0;
  }
}
