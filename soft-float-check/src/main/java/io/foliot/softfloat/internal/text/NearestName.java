package io.foliot.softfloat.internal.text;

import java.util.Collection;

/** Suggests the name that a misspelled name probably means. */
public final class NearestName {
  /** One edit per this many characters is a misspelling; more edits make another name. */
  private static final int CHARACTERS_PER_EDIT = 3;

  private NearestName() {}

  /**
   * Returns a suggestion for the end of a message.
   *
   * @param unknown the misspelled name
   * @param names the names that exist
   * @return such as {@code ; did you mean --depth?}, or empty if no name is similar
   */
  public static String hint(String unknown, Collection<String> names) {
    String nearest = "";
    int best = Math.max(1, unknown.length() / CHARACTERS_PER_EDIT) + 1;
    for (String name : names) {
      boolean mayBeNear = Math.abs(name.length() - unknown.length()) < best;
      int distance = mayBeNear ? distance(unknown, name) : best;
      if (distance < best) {
        best = distance;
        nearest = name;
      }
    }
    return nearest.isEmpty() ? "" : "; did you mean " + nearest + "?";
  }

  /** The Levenshtein distance: the number of insertions, deletions and replacements. */
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
