package io.foliot.clock.solo5;

/**
 * The functions of Solo5 that deal with time. Source: {@code solo5_clock_monotonic}, {@code
 * solo5_clock_wall} and {@code solo5_yield} in {@code include/solo5.h} of Solo5 0.9 and later.
 *
 * <p>An application on Solo5 has one thread. An implementation for a host with several threads
 * documents whether it is safe for use by them.
 */
public interface Solo5 {
  /** {@return nanoseconds since an arbitrary moment in the past, unsigned, never decreasing} */
  long clockMonotonic();

  /**
   * {@return wall-clock time: nanoseconds since 1970-01-01T00:00:00Z, unsigned; 0 if the target has
   * no wall clock}
   */
  long clockWall();

  /**
   * Yields the processor until the deadline or until a network device has input. May return
   * earlier: the caller reads the clock and calls again.
   *
   * @param deadlineNanos a reading of {@link #clockMonotonic()}; if it has passed, the method
   *     returns at once
   * @throws InterruptedException if the thread is interrupted before or during the wait; never on
   *     targets without threads
   */
  @SuppressWarnings("NamedLikeContextualKeyword") // Solo5's name.
  void yield(long deadlineNanos) throws InterruptedException;
}
