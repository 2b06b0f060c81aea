package io.foliot.softfloat.model;

import java.util.List;
import java.util.Objects;

/**
 * The result of a check. The lists are sorted and contain no duplicates: the same inputs and
 * options give the same report, except for {@link #elapsedNanos()}.
 *
 * @param findings all findings, in the order of {@link Finding#compareTo}
 * @param problems inputs that could not be checked
 * @param notes limits of this check, such as a superclass that is not on the class path
 * @param inputs the jars, folders, modules and class files that were opened
 * @param classes the number of class files that were checked
 * @param members the number of public and protected members of API classes that were checked
 * @param elapsedNanos the duration of the check, in nanoseconds
 * @param suppressions accepted findings, which are not among the findings
 * @param failOn the lowest severity at which a finding makes the report unclean
 */
public record Report(
    List<Finding> findings,
    List<Problem> problems,
    List<String> notes,
    List<String> inputs,
    long classes,
    long members,
    long elapsedNanos,
    List<Suppression> suppressions,
    Severity failOn) {
  /** The lists are copied. */
  public Report {
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
    inputs = List.copyOf(inputs);
    suppressions = List.copyOf(suppressions);
    Objects.requireNonNull(failOn, "failOn");
  }

  /** {@return whether there is no problem and no finding of severity {@link #failOn()} or above} */
  public boolean isClean() {
    return problems.isEmpty() && failing().isEmpty();
  }

  /** {@return the findings of severity {@link #failOn()} or above, in order} */
  public List<Finding> failing() {
    return findings.stream().filter(each -> each.severity().compareTo(failOn) <= 0).toList();
  }

  /**
   * Counts the findings of a severity.
   *
   * @param severity the severity
   * @return the number of findings
   */
  public int count(Severity severity) {
    int count = 0;
    for (Finding finding : findings) {
      if (finding.severity() == severity) {
        count++;
      }
    }
    return count;
  }
}
