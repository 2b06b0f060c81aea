package io.foliot.duration;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The documented grammar as regular expressions and BigDecimal, an independent oracle. */
final class ReferenceParser {
  private static final String NUMBER = "([0-9]+\\.[0-9]*|\\.[0-9]+|[0-9]+)";

  private static final String[] NAMES = {
    "ns|nsecs?|nanos?|nanoseconds?",
    "[u\u00B5\u03BC]s|usecs?|micros?|microseconds?",
    "ms|msecs?|millis?|milliseconds?",
    "s|secs?|seconds?",
    "m|mins?|minutes?",
    "h|hrs?|hours?",
    "d|days?",
    "w|wks?|weeks?",
    "y|a|yrs?|years?"
  };

  private static final Pattern ITEM = Pattern.compile(NUMBER + " *([a-zA-Z\u00B5\u03BC]+)( *)");

  private static final Pattern ISO =
      Pattern.compile(
          "[Pp](?:0+[Yy])?(?:0+[Mm])?(?:N[Ww])?(?:N[Dd])?(?:[Tt](?=[0-9.,])(?:N[Hh])?(?:N[Mm])?(?:N[Ss])?)?"
              .replace("N", "([0-9]+[.,][0-9]*|[.,][0-9]+|[0-9]+)"));

  private static final int[] ISO_UNITS = {7, 6, 5, 4, 3};

  private ReferenceParser() {}

  /** The nanoseconds, or null if the text is invalid. */
  static BigInteger parse(String text, RoundingMode mode) {
    String rest = text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return BigInteger.ZERO;
    }
    BigDecimal sum = rest.matches("(?s)[Pp].*") ? iso(rest, mode) : compact(rest, mode);
    if (sum == null) {
      return null;
    }
    BigInteger nanos = sum.setScale(0, mode).toBigIntegerExact();
    return Exact.fits(nanos) ? nanos : null;
  }

  private static BigDecimal compact(String text, RoundingMode mode) {
    Matcher item = ITEM.matcher(text);
    BigDecimal sum = BigDecimal.ZERO;
    int seen = 0;
    int fine = 0;
    int end = 0;
    while (end < text.length()) {
      if (!item.find(end) || item.start() != end) {
        return null;
      }
      int unit = unit(item.group(2));
      end = item.end();
      if (unit < 0
          || (seen & 1 << unit) != 0
          || (end == text.length() && !item.group(3).isEmpty())) {
        return null;
      }
      seen |= 1 << unit;
      BigDecimal nanos = new BigDecimal(plain(item.group(1))).multiply(size(unit));
      fine += isWhole(nanos) ? 0 : 1;
      sum = sum.add(nanos);
    }
    return seen == 0 || fine > 1 || (fine > 0 && mode == RoundingMode.UNNECESSARY) ? null : sum;
  }

  private static BigDecimal iso(String text, RoundingMode mode) {
    Matcher matcher = ISO.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    BigDecimal sum = text.matches("[Pp]0+[YyMm].*") ? BigDecimal.ZERO : null;
    boolean ended = false;
    for (int group = 1; group <= ISO_UNITS.length; group++) {
      String number = matcher.group(group);
      if (number != null) {
        if (ended) {
          return null;
        }
        ended = number.matches(".*[.,].*");
        BigDecimal nanos = new BigDecimal(plain(number)).multiply(size(ISO_UNITS[group - 1]));
        sum = sum == null ? nanos : sum.add(nanos);
      }
    }
    return sum != null && !isWhole(sum) && mode == RoundingMode.UNNECESSARY ? null : sum;
  }

  private static String plain(String number) {
    String point = number.replace(',', '.');
    return "0" + point + (point.endsWith(".") ? "0" : "");
  }

  private static boolean isWhole(BigDecimal value) {
    return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
  }

  private static int unit(String name) {
    for (int unit = 0; unit < NAMES.length; unit++) {
      if (name.matches(NAMES[unit])) {
        return unit;
      }
    }
    return -1;
  }

  private static BigDecimal size(int unit) {
    return unit == 0 ? BigDecimal.ONE : new BigDecimal(Exact.UNITS[unit - 1]);
  }
}
