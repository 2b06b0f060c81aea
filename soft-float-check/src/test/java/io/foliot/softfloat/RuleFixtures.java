package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.provider.Arguments;

/** Sources that break a rule at a place: what the tests of the three depths share. */
final class RuleFixtures {
  private RuleFixtures() {}

  static Arguments breaks(String rule, String source, String where) {
    return Arguments.of(rule, source, where);
  }

  static void assertFound(String rule, String where, Report report) {
    List<String> found = new ArrayList<>();
    for (Finding finding : report.findings()) {
      found.add(finding.rule().id() + " " + finding.location().displayName());
    }
    assertTrue(found.contains(rule + " " + where), "found only " + found);
    assertEquals(List.of(), report.problems());
  }

  /** The rules that some fixtures break. */
  static Set<String> rules(List<Arguments> fixtures) {
    Set<String> rules = new TreeSet<>();
    for (Arguments each : fixtures) {
      rules.add((String) each.get()[0]);
    }
    return rules;
  }

  /** The rules whose identifiers start like this. */
  static Set<String> allRules(String prefix) {
    Set<String> rules = new TreeSet<>();
    for (Rule rule : Rule.values()) {
      if (rule.id().startsWith(prefix)) {
        rules.add(rule.id());
      }
    }
    return rules;
  }
}
