package io.foliot.verified;

import java.math.BigInteger;
import java.util.List;

/**
 * The outcome of a call with given numbers: the numbers of its result (null for null), or an
 * exception.
 */
record Outcome(List<BigInteger> numbers, String exception) {
  static Outcome returned(List<BigInteger> numbers) {
    return new Outcome(numbers, null);
  }

  static Outcome threw(String exception) {
    return new Outcome(null, exception);
  }

  /** Whether a number is not said. */
  boolean isOpen() {
    return numbers != null && numbers.contains(null);
  }

  @Override
  public String toString() {
    if (exception != null) {
      return exception;
    }
    return numbers == null
        ? "null"
        : numbers.size() == 1 ? String.valueOf(numbers.get(0)) : numbers.toString();
  }
}
