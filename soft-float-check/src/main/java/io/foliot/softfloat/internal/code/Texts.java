package io.foliot.softfloat.internal.code;

import java.util.Set;
import java.util.TreeSet;

/**
 * The texts that a value may be.
 *
 * @param values the texts that are known, sorted
 * @param isComplete whether it can be no other text
 */
record Texts(Set<String> values, boolean isComplete) {
  /** Nothing is known. */
  static final Texts UNKNOWN = new Texts(Set.of(), false);

  /** No text: null. */
  static final Texts NONE = new Texts(Set.of(), true);

  /** A number, whichever: what it is does not change what a format asks for. */
  static final Texts DIGITS = of("1");

  /** What choices multiply to is known up to here. */
  private static final int MAX_VALUES = 16;

  private static final int MAX_LENGTH = 4_000;

  static Texts of(String text) {
    return new Texts(Set.of(text), true);
  }

  /** These texts; one that is not known may be digits, as in {@code "%." + n + "f"}. */
  Texts withDigits() {
    if (isComplete) {
      return this;
    }
    Set<String> all = new TreeSet<>(values);
    all.addAll(DIGITS.values);
    return new Texts(all, false);
  }

  /** Each of these texts, followed by each of others. */
  Texts plus(Texts others) {
    Set<String> all = new TreeSet<>();
    for (String head : values) {
      for (String tail : others.values) {
        if (all.size() == MAX_VALUES || head.length() + tail.length() > MAX_LENGTH) {
          return UNKNOWN;
        }
        all.add(head + tail);
      }
    }
    return new Texts(all, isComplete && others.isComplete);
  }
}
