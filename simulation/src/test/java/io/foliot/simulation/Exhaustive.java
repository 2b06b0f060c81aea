package io.foliot.simulation;

import java.util.Arrays;

/**
 * All choices, one path after the other, depth first. With a bound, only paths with no more
 * preemptions than that; steps of the world do not count.
 */
public final class Exhaustive implements Choices {
  private final int bound;
  private int[] path = new int[64];
  private int[] widths = new int[64];
  private int length;
  private int depth;
  private int preemptions;

  /**
   * All paths with a limited number of preemptions.
   *
   * @param bound how often a thread may lose the processor that would go on
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
              + " options instead of "
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
   * Goes on to the next path.
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

  /** Begins the present path again. */
  public void rewind() {
    depth = 0;
    preemptions = 0;
  }

  /** Where something else than the first option was chosen, and which. */
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
