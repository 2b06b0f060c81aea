package io.foliot.softfloat.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One use of floating point: which rule it breaks, where, and how.
 *
 * @param rule the rule
 * @param severity the severity that the check gives to the rule
 * @param location where it is
 * @param message what it is, in one line, such as {@code parameter 2 is double}
 * @param evidence the call chain from the entry point to the floating point for the {@code REACH}
 *     rules, otherwise empty
 */
public record Finding(
    Rule rule, Severity severity, Location location, String message, List<String> evidence)
    implements Comparable<Finding> {
  /** No part is null; the evidence is copied. */
  public Finding {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(message, "message");
    evidence = List.copyOf(evidence);
  }

  /** {@return what to do about it: the hint of the rule} */
  public String hint() {
    return rule.hint();
  }

  /**
   * Identifies this finding by rule, class and member. The line, the folder of the input, the
   * wording of the message and other lambdas of the class do not change the fingerprint.
   *
   * @return 16 hexadecimal digits
   */
  public String fingerprint() {
    String key =
        rule.id()
            + '\n'
            + location.release()
            + '\n'
            + location.className()
            + '\n'
            + location.kind()
            + '\n'
            + memberWithoutNumber()
            + '\n'
            + location.descriptor();
    // FNV-1a, 64 bits: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
    long hash = 0xcbf29ce484222325L;
    for (byte each : key.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
    }
    String digits = Long.toHexString(hash);
    return "0".repeat(16 - digits.length()) + digits;
  }

  /** Compilers number the lambdas of a class: {@code lambda$NAME$3}. */
  private String memberWithoutNumber() {
    String member = location.member();
    return member.startsWith("lambda$") ? member.substring(0, member.lastIndexOf('$')) : member;
  }

  /** Orders by location, then by rule. */
  @Override
  public int compareTo(Finding other) {
    int order = location.compareTo(other.location);
    order = order != 0 ? order : rule.compareTo(other.rule);
    return order != 0 ? order : message.compareTo(other.message);
  }
}
