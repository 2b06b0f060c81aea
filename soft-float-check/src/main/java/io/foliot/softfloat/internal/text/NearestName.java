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

  /**
   * The number of insertions, deletions, replacements and swaps of neighbors: the optimal string
   * alignment distance.
   */
  private static int distance(String one, String other) {
    int[][] rows = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        rows[i][j] = i == 0 ? j : i;
        if (i > 0 && j > 0) {
          int replaced = rows[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
          rows[i][j] = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        }
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[one.length()][other.length()];
  }
}
