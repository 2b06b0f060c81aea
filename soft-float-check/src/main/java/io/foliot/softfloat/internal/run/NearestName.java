package io.foliot.softfloat.internal.run;

import java.util.Collection;

/** Finds what was probably meant by a name that does not exist. */
public final class NearestName {
  /** A name that differs in more than every third character was not meant. */
  private static final int CHARACTERS_PER_ERROR = 3;

  private NearestName() {}

  /**
   * A question for the end of a message.
   *
   * @param wrong the name that does not exist
   * @param names those that do
   * @return such as {@code ; did you mean --depth?}, or empty if no name is near
   */
  public static String hint(String wrong, Collection<String> names) {
    String nearest = "";
    int best = Math.max(1, wrong.length() / CHARACTERS_PER_ERROR) + 1;
    for (String name : names) {
      int distance = Math.abs(name.length() - wrong.length()) < best ? distance(wrong, name) : best;
      if (distance < best) {
        best = distance;
        nearest = name;
      }
    }
    return nearest.isEmpty() ? "" : "; did you mean " + nearest + "?";
  }

  /** Levenshtein's distance: how many characters to insert, delete or replace. */
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[above.length - 1];
  }
}
