package io.foliot.softfloat.internal.allow;

import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Location;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Severity;
import io.foliot.softfloat.model.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gathers findings: drops rules that are off and repetitions, and gives severities. */
public final class FindingList {
  private final Map<Rule, Severity> severities;
  private final Allowances allowances;
  private final List<Suppression> suppressions = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * An empty list.
   *
   * @param severities severity of each rule; rules without one are off
   * @param allowances what annotations in the code accept
   */
  public FindingList(Map<Rule, Severity> severities, Allowances allowances) {
    this.severities = severities;
    this.allowances = allowances;
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

  /**
   * An empty list with the same rules, for one thread. It comes back by {@link #addAll}.
   *
   * @return the list
   */
  public FindingList part() {
    return new FindingList(severities, allowances);
  }

  /**
   * Adds what another list gathered.
   *
   * @param part a list that {@link #part} made
   */
  public void addAll(FindingList part) {
    findings.addAll(part.findings);
    suppressions.addAll(part.suppressions);
  }

  /**
   * What annotations in the code accept, without repetitions.
   *
   * @return a sorted copy
   */
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

  /**
   * The findings in their order, without repetitions.
   *
   * @return a sorted copy
   */
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
