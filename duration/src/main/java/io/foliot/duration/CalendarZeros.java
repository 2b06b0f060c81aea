package io.foliot.duration;

/**
 * Years and months of ISO 8601 that are zero: {@code P0Y0M0DT1H}, as XML Schema and the manifests
 * of DASH write it. Years and months have no fixed length, but none of them is no time at all.
 */
final class CalendarZeros {
  private CalendarZeros() {}

  /**
   * Whether an item with a letter at {@code at} is a zero of years or months in its place: years
   * first, then months, before any other unit.
   *
   * @param number where the digits of the item begin
   */
  static boolean isAt(CharSequence text, int number, int at, int notation) {
    if (notation != DurationUnits.ISO_DATE || at >= text.length()) {
      return false;
    }
    int letter = text.charAt(at) | ' ';
    for (int i = number; i < at; i++) {
      if (text.charAt(i) != '0') {
        return false;
      }
    }
    int before = text.charAt(number - 1) | ' ';
    return letter == 'y' ? before == 'p' : letter == 'm' && (before == 'p' || before == 'y');
  }
}
