package io.foliot.softfloat.internal.allow;

import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Location;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Severity;
import io.foliot.softfloat.model.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects findings: assigns severities, and drops rules that are off and duplicates. */
public final class FindingList {
  private final Map<Rule, Severity> severities;
  private final Allowances allowances;
  private final List<Suppression> suppressions = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Creates an empty list.
   *
   * @param severities the severity of each rule; rules without one are off
   * @param allowances the annotations that accept floating point
   */
  public FindingList(Map<Rule, Severity> severities, Allowances allowances) {
    this.severities = severities;
    this.allowances = allowances;
  }

  /**
   * Adds a finding unless its rule is off.
   *
   * @param rule the rule
   * @param location where it is
   * @param message what it is
   * @param evidence the call chain, or empty
   */
  public void add(Rule rule, Location location, String message, List<String> evidence) {
    add(rule, false, location, message, evidence);
  }

  /**
   * Adds a finding unless its rule is off.
   *
   * @param rule the rule
   * @param certain whether it is an error although the rule is a warning, unless the severity of
   *     the rule was changed
   * @param location where it is
   * @param message what it is
   * @param evidence the call chain, or empty
   */
  public void add(
      Rule rule, boolean certain, Location location, String message, List<String> evidence) {
    Severity severity = severities.get(rule);
    if (severity == null) {
      return;
    }
    if (certain && severity == rule.severity()) {
      severity = Severity.ERROR;
    }
    Finding finding = new Finding(rule, severity, location, message, evidence);
    String reason =
        rule == Rule.ALLOW_REASON || rule == Rule.ALLOW_PLACE
            ? null
            : allowances.reasonFor(location);
    if (reason == null) {
      findings.add(finding);
    } else {
      suppressions.add(new Suppression(finding, Suppression.Origin.ANNOTATION, reason));
    }
  }

  /** {@return an empty list with the same rules for one thread, to merge with {@link #addAll}} */
  public FindingList part() {
    return new FindingList(severities, allowances);
  }

  /**
   * Adds the content of a part.
   *
   * @param part a list that {@link #part} returned
   */
  public void addAll(FindingList part) {
    findings.addAll(part.findings);
    suppressions.addAll(part.suppressions);
  }

  /** {@return the findings that annotations accept, sorted and without duplicates} */
  public List<Suppression> suppressions() {
    suppressions.sort(null);
    List<Suppression> distinct = new ArrayList<>(suppressions.size());
    Suppression last = null;
    for (Suppression each : suppressions) {
      if (!each.equals(last)) {
        distinct.add(each);
      }
      last = each;
    }
    return distinct;
  }

  /** {@return the other findings, sorted and without duplicates} */
  public List<Finding> sorted() {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(null);
    List<Finding> distinct = new ArrayList<>(sorted.size());
    Finding last = null;
    for (Finding finding : sorted) {
      if (last == null || finding.compareTo(last) != 0) {
        distinct.add(finding);
      }
      last = finding;
    }
    return distinct;
  }
}
