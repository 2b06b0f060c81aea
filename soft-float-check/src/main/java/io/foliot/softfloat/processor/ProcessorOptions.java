package io.foliot.softfloat.processor;

import io.foliot.softfloat.internal.run.ClassPatterns;
import io.foliot.softfloat.internal.run.RuleLevel;
import io.foliot.softfloat.model.FloatTypes;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of the processor.
 *
 * @param skip whether to do nothing
 * @param severities the severity of each rule; rules without one are off
 * @param classes the classes to report on
 * @param types the floating-point types
 */
record ProcessorOptions(
    boolean skip, Map<Rule, Severity> severities, ClassPatterns classes, FloatTypes types) {
  static final Set<String> NAMES =
      Set.of(
          "foliot.skip",
          "foliot.warnOnly",
          "foliot.severity",
          "foliot.include",
          "foliot.exclude",
          "foliot.floatTypes");

  /** Parses options; throws IllegalArgumentException with a message for the user. */
  static ProcessorOptions parse(Map<String, String> given) {
    Map<Rule, Severity> severities = new EnumMap<>(Rule.class);
    for (Rule rule : Rule.values()) {
      severities.put(rule, rule.severity());
    }
    for (String each : list(given, "foliot.severity")) {
      setSeverity(severities, each);
    }
    if (flag(given, "foliot.warnOnly")) {
      severities.replaceAll(
          (rule, severity) -> severity == Severity.ERROR ? Severity.WARNING : severity);
    }
    return new ProcessorOptions(
        flag(given, "foliot.skip"),
        severities,
        new ClassPatterns(list(given, "foliot.include"), list(given, "foliot.exclude")),
        FloatTypes.standard().with(list(given, "foliot.floatTypes")));
  }

  private static void setSeverity(Map<Rule, Severity> severities, String entry) {
    RuleLevel level;
    try {
      level = RuleLevel.parse(entry);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "soft-float-check: option -Afoliot.severity: " + e.getMessage(), e);
    }
    if (level.severity().isPresent()) {
      severities.put(level.rule(), level.severity().get());
    } else {
      severities.remove(level.rule());
    }
  }

  private static boolean flag(Map<String, String> given, String name) {
    if (!given.containsKey(name)) {
      return false;
    }
    String value = given.get(name);
    if (value == null || value.equals("true")) {
      return true;
    }
    if (value.equals("false")) {
      return false;
    }
    throw bad(name, value, "true or false");
  }

  private static List<String> list(Map<String, String> given, String name) {
    String value = given.get(name);
    List<String> parts = new ArrayList<>();
    if (value != null) {
      for (String part : value.split(",", -1)) {
        if (!part.isBlank()) {
          parts.add(part.strip());
        }
      }
    }
    return parts;
  }

  private static IllegalArgumentException bad(String name, String found, String expected) {
    return new IllegalArgumentException(
        "soft-float-check: option -A"
            + name
            + ": unknown value '"
            + found
            + "'; expected "
            + expected);
  }
}
