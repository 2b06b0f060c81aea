package io.foliot.softfloat.internal.run;

import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Severity;
import java.util.Optional;

/**
 * The severity that a user gives to a rule.
 *
 * @param rule the rule
 * @param severity its severity; empty if it is off
 */
public record RuleLevel(Rule rule, Optional<Severity> severity) {
  /**
   * Reads a setting, in any case and with blanks around its parts.
   *
   * @param setting such as {@code API-9=off}
   * @return both parts, read
   * @throws IllegalArgumentException if one of them is unknown; the message is for the user
   */
  public static RuleLevel parse(String setting) {
    int equals = setting.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "severity " + setting + "; expected RULE=LEVEL, such as API-9=off");
    }
    String id = setting.substring(0, equals).strip();
    String level = setting.substring(equals + 1).strip();
    Rule rule =
        Rule.byId(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no rule "
                            + id
                            + "; expected one that soft-float-check rules lists"));
    if (level.equalsIgnoreCase("off")) {
      return new RuleLevel(rule, Optional.empty());
    }
    for (Severity severity : Severity.values()) {
      if (severity.name().equalsIgnoreCase(level)) {
        return new RuleLevel(rule, Optional.of(severity));
      }
    }
    throw new IllegalArgumentException(
        "severity " + level + " of " + id + "; expected error, warning, info or off");
  }
}
