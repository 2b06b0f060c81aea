package io.foliot.clock.solo5;

/**
 * What Solo5 offers an application about time, as in its header {@code solo5.h}.
 *
 * <p>Source: the Solo5 application interface, {@code include/solo5.h}, functions {@code
 * solo5_clock_monotonic}, {@code solo5_clock_wall} and {@code solo5_yield}, version 0.9 and later.
 *
 * <p>An application under Solo5 has one thread. An implementation for hosts with several says
 * whether they may call it at once.
 */
public interface Solo5 {
  /**
   * Time since some moment in the past.
   *
   * @return unsigned nanoseconds, which never decrease
   */
  long clockMonotonic();

  /**
   * Wall clock time in UTC.
   *
   * @return unsigned nanoseconds since 1970-01-01T00:00:00Z; 0 where the target has no wall clock
   */
  long clockWall();

  /**
   * Gives up the processor until the monotonic clock shows the deadline or a network device has
   * something, or for a shorter time: the caller looks at the clock and calls again.
   *
   * @param deadlineNanos reading of {@link #clockMonotonic()}; one that has passed means to return
   *     at once
   * @throws InterruptedException if the thread is interrupted before or while it waits; never on
   *     targets without threads
   */
  @SuppressWarnings("NamedLikeContextualKeyword") // It is what Solo5 calls it.
  void yield(long deadlineNanos) throws InterruptedException;
}
