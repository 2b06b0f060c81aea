package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;

/**
 * Puts the calling thread to sleep until a clock reaches a given reading.
 *
 * <p>Deadlines are absolute readings of {@link #clock()}. Relative delays make periodic work drift
 * by the time between computing a delay and going to sleep; a deadline does not move.
 *
 * <h2>Contract</h2>
 *
 * <ul>
 *   <li><b>Never early.</b> After a normal return the clock reads at least the deadline. How late a
 *       sleep ends depends on the scheduler; implementations document measurements.
 *   <li><b>Deadlines</b> are unsigned nanoseconds: 0 has always passed, and 2<sup>64</sup>&minus;1
 *       means never.
 *   <li><b>Interruption</b> works as for {@link Thread#sleep(long)}: a thread that is interrupted
 *       before or during the call receives an {@link InterruptedException}, and its interrupt
 *       status is cleared, even if the deadline has passed.
 *   <li><b>Other wake-ups</b>, such as {@code LockSupport.unpark}, do not end the sleep.
 *   <li><b>Suspend.</b> Sleep passes while the clock's time passes; see {@link
 *       MonotonicClock#suspendBehavior()}.
 *   <li><b>Threads.</b> Any number of threads may sleep on one sleeper at once.
 * </ul>
 *
 * <p>The test suite {@code io.foliot.clock.conformance.SleeperConformance} checks these points.
 */
public interface Sleeper {
  /** {@return the clock whose readings are this sleeper's deadlines; the same on every call} */
  MonotonicClock clock();

  /**
   * Sleeps until the clock reads at least the deadline; returns at once if it already does.
   *
   * @param deadlineNanos reading of {@link #clock()} in unsigned nanoseconds;
   *     2<sup>64</sup>&minus;1 sleeps until interrupted
   * @throws InterruptedException if the thread is interrupted before or during the sleep
   */
  void sleepUntil(long deadlineNanos) throws InterruptedException;

  /**
   * Sleeps for at least the given time; until interrupted if it ends beyond the clock's range.
   *
   * @param time how long to sleep
   * @throws InterruptedException if the thread is interrupted before or during the sleep
   */
  default void sleep(Duration time) throws InterruptedException {
    sleepUntil(Nanos.saturatingPlus(clock().elapsedNanos(), time.toUnsignedNanos()));
  }

  /**
   * Returns a sleeper for any clock that follows real time, including one that is slewed or that
   * stops in suspend. It parks the thread and reads the clock on every wake-up. A platform's own
   * sleeper may be more punctual.
   *
   * <p>A sleep may consume the thread's {@code LockSupport} permit.
   *
   * @param clock the clock
   * @return a sleeper on that clock
   */
  static Sleeper parking(MonotonicClock clock) {
    return new ParkingSleeper(clock);
  }
}
