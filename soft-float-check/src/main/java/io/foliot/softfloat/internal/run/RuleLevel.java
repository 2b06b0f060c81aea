package io.foliot.softfloat.internal.run;

import io.foliot.softfloat.Rule;
import io.foliot.softfloat.Severity;
import io.foliot.softfloat.SoftFloatCheck;
import java.util.Locale;
import java.util.Optional;

/**
 * The weight that a user gives to a rule.
 *
 * @param rule the rule
 * @param severity its weight; empty if it is off
 */
public record RuleLevel(Rule rule, Optional<Severity> severity) {
  /**
   * Reads a weight, in any case and with blanks around it.
   *
   * @param id identifier of the rule
   * @param level error, warning, info or off
   * @return both, read
   * @throws IllegalArgumentException if one of them is unknown; the message is for the user
   */
  public static RuleLevel parse(String id, String level) {
    Optional<Rule> rule = Rule.byId(id.strip());
    if (rule.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no rule " + id + "; expected one that soft-float-check rules lists");
    }
    String wanted = level.strip().toUpperCase(Locale.ROOT);
    if (wanted.equals("OFF")) {
      return new RuleLevel(rule.get(), Optional.empty());
    }
    for (Severity severity : Severity.values()) {
      if (severity.name().equals(wanted)) {
        return new RuleLevel(rule.get(), Optional.of(severity));
      }
    }
    throw new IllegalArgumentException(
        "severity " + level + " of " + id + "; expected error, warning, info or off");
  }

  /**
   * Tells a check.
   *
   * @param builder the options of the check
   */
  public void applyTo(SoftFloatCheck.Builder builder) {
    if (severity.isPresent()) {
      builder.severity(rule, severity.get());
    } else {
      builder.disable(rule);
    }
  }
}
