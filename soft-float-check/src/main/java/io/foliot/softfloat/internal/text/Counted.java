package io.foliot.softfloat.internal.text;

/** Counts with their nouns, such as {@code 1 error} and {@code 2 errors}. */
public final class Counted {
  private Counted() {}

  /**
   * Counts a noun with a regular plural.
   *
   * @param count the count
   * @param noun the noun in the singular
   * @return such as {@code 1 class}, {@code 2 classes} or {@code 3 entries}
   */
  public static String of(long count, String noun) {
    if (noun.endsWith("y")) {
      return of(count, noun, noun.substring(0, noun.length() - 1) + "ies");
    }
    return of(count, noun, noun + (noun.endsWith("s") ? "es" : "s"));
  }

  private static String of(long count, String noun, String plural) {
    return count + " " + (count == 1 ? noun : plural);
  }
}
