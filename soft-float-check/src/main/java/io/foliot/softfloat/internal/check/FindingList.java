package io.foliot.softfloat.internal.check;

import io.foliot.softfloat.Finding;
import io.foliot.softfloat.Location;
import io.foliot.softfloat.Rule;
import io.foliot.softfloat.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers findings: drops rules that are off and repetitions, and gives severities. */
public final class FindingList {
  private final Map<Rule, Severity> severities;
  private final Set<Finding> seen = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * An empty list.
   *
   * @param severities severity of each rule; rules without one are off
   */
  public FindingList(Map<Rule, Severity> severities) {
    this.severities = severities;
  }

  /**
   * Adds a finding unless its rule is off or it is there already.
   *
   * @param rule the rule
   * @param location where
   * @param message what
   * @param evidence the call chain, or empty
   */
  public void add(Rule rule, Location location, String message, List<String> evidence) {
    add(rule, false, location, message, evidence);
  }

  /**
   * Adds a finding unless its rule is off or it is there already.
   *
   * @param rule the rule
   * @param certain whether it is an error although the rule is a warning; a rule whose severity was
   *     changed keeps that severity
   * @param location where
   * @param message what
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
    if (seen.add(finding)) {
      findings.add(finding);
    }
  }

  /**
   * The findings in their order.
   *
   * @return a sorted copy
   */
  public List<Finding> sorted() {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(null);
    return sorted;
  }
}
