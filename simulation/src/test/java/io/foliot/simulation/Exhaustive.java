package io.foliot.simulation;

import java.util.Arrays;

/**
 * Every path of choices with a bounded number of preemptions, depth first. Steps of the world are
 * not preemptions.
 */
public final class Exhaustive implements Choices {
  private final int bound;
  private int[] path = new int[64];
  private int[] widths = new int[64];
  private int length;
  private int depth;
  private int preemptions;

  /**
   * Starts with the first path.
   *
   * @param bound maximum number of preemptions in a path
   */
  public Exhaustive(int bound) {
    this.bound = bound;
  }

  @Override
  public int choose(int threads, boolean preempts, boolean world) {
    int allowed = preempts && preemptions == bound ? 1 : threads;
    int width = allowed + (world ? 1 : 0);
    if (depth == length) {
      if (length == path.length) {
        path = Arrays.copyOf(path, 2 * length);
        widths = Arrays.copyOf(widths, 2 * length);
      }
      path[length] = 0;
      widths[length++] = width;
    } else if (widths[depth] != width) {
      throw new IllegalStateException(
          "choice "
              + depth
              + " has "
              + width
              + " options, expected "
              + widths[depth]
              + ": the history is not deterministic");
    }
    int choice = path[depth++];
    if (choice >= allowed) {
      return threads;
    }
    if (preempts && choice > 0) {
      preemptions++;
    }
    return choice;
  }

  /**
   * Proceeds to the next path.
   *
   * @return false if there is none
   */
  public boolean advance() {
    depth = 0;
    preemptions = 0;
    while (length > 0 && path[length - 1] + 1 == widths[length - 1]) {
      length--;
    }
    if (length == 0) {
      return false;
    }
    path[length - 1]++;
    return true;
  }

  /** Restarts the current path. */
  public void rewind() {
    depth = 0;
    preemptions = 0;
  }

  /** {@return the choices other than the first option, as {@code INDEX:OPTION}} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      if (path[i] != 0) {
        text.append(i).append(':').append(path[i]).append(' ');
      }
    }
    return text + "of " + length;
  }
}
