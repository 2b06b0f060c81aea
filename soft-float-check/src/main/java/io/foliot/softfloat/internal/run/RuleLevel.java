package io.foliot.softfloat.internal.run;

import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Severity;
import java.util.Optional;

/**
 * A user setting of the severity of a rule.
 *
 * @param rule the rule
 * @param severity its severity, or empty if it is off
 */
public record RuleLevel(Rule rule, Optional<Severity> severity) {
  /**
   * Parses a setting, in any case and with optional blanks around its parts.
   *
   * @param setting such as {@code API-9=off}
   * @return the parsed setting
   * @throws IllegalArgumentException if a part is unknown; the message is for the user
   */
  public static RuleLevel parse(String setting) {
    int equals = setting.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "severity '" + setting + "'; expected RULE=LEVEL, such as API-9=off");
    }
    String id = setting.substring(0, equals).strip();
    String level = setting.substring(equals + 1).strip();
    Rule rule =
        Rule.byId(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unknown rule '" + id + "'; soft-float-check rules lists all rules"));
    if (level.equalsIgnoreCase("off")) {
      return new RuleLevel(rule, Optional.empty());
    }
    for (Severity severity : Severity.values()) {
      if (severity.name().equalsIgnoreCase(level)) {
        return new RuleLevel(rule, Optional.of(severity));
      }
    }
    throw new IllegalArgumentException(
        "unknown severity '" + level + "' of " + id + "; expected error, warning, info or off");
  }
}
