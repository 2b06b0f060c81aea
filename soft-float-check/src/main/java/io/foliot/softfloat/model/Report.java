package io.foliot.softfloat.model;

import java.util.List;

/**
 * What a check found. The lists are sorted and hold no duplicates: the same inputs and options give
 * the same report, except for {@link #elapsedNanos()}.
 *
 * @param findings all findings, in the order of {@link Finding#compareTo}
 * @param problems inputs that could not be checked
 * @param notes what a reader should know about the limits of this check, such as a superclass that
 *     is not on the class path
 * @param inputs the jars, folders, modules and class files that were opened
 * @param classes number of class files that were checked
 * @param members number of public and protected members of API classes that were checked
 * @param elapsedNanos time that the check took, in nanoseconds
 * @param suppressions findings that somebody accepted; they are not among the findings
 */
public record Report(
    List<Finding> findings,
    List<Problem> problems,
    List<String> notes,
    List<String> inputs,
    long classes,
    long members,
    long elapsedNanos,
    List<Suppression> suppressions) {
  /** The lists are copied. */
  public Report {
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
    inputs = List.copyOf(inputs);
    suppressions = List.copyOf(suppressions);
  }

  /**
   * Whether every input was read and nothing of severity {@link Severity#ERROR} was found.
   *
   * @return true if there is no error and no problem
   */
  public boolean isClean() {
    return problems.isEmpty() && count(Severity.ERROR) == 0;
  }

  /**
   * Counts the findings of a severity.
   *
   * @param severity the severity
   * @return how many findings have it
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
