package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;

/**
 * Puts the calling thread to sleep until a clock shows a certain reading.
 *
 * <p>Deadlines are absolute readings of {@link #clock()}, because that is what periodic work needs:
 * time that is lost between computing a delay and going to sleep adds up, a deadline does not move.
 *
 * <h2>Contract</h2>
 *
 * <ul>
 *   <li><b>Never early.</b> After a normal return the clock reads the deadline or more. How late is
 *       up to the scheduler; an implementation says what was measured.
 *   <li><b>Deadlines</b> are unsigned nanoseconds and are compared as unsigned numbers: 0 has
 *       always passed, and 2<sup>64</sup>-1 stands for never.
 *   <li><b>Interruption</b> is as for {@link Thread#sleep(long)}: a thread that is interrupted
 *       before or during the call gets an {@link InterruptedException}, and its interrupt status is
 *       cleared. This holds also when the deadline has passed already.
 *   <li><b>Wake-ups</b> that are not the deadline, such as {@code LockSupport.unpark}, do not end
 *       the sleep.
 *   <li><b>Suspend.</b> Sleep passes while the clock's time passes: see {@link
 *       MonotonicClock#suspendBehavior()}.
 *   <li><b>Threads.</b> Any number of threads may sleep on one sleeper at once.
 * </ul>
 *
 * <p>The test suite {@code io.foliot.clock.conformance.SleeperConformance} checks these points.
 */
public interface Sleeper {
  /**
   * The clock whose readings are the deadlines of this sleeper.
   *
   * @return the same clock on every call
   */
  MonotonicClock clock();

  /**
   * Sleeps until the clock reads at least the deadline; returns at once if it already does.
   *
   * @param deadlineNanos reading of {@link #clock()} to wait for, unsigned nanoseconds;
   *     2<sup>64</sup>-1 means to sleep until interrupted
   * @throws InterruptedException if the thread is interrupted before or while it sleeps
   */
  void sleepUntil(long deadlineNanos) throws InterruptedException;

  /**
   * Sleeps for at least the given time from now. A time that reaches beyond the clock's range means
   * to sleep until interrupted.
   *
   * @param time how long to sleep
   * @throws InterruptedException if the thread is interrupted before or while it sleeps
   */
  default void sleep(Duration time) throws InterruptedException {
    sleepUntil(Nanos.saturatingPlus(clock().elapsedNanos(), time.toUnsignedNanos()));
  }

  /**
   * A sleeper for any clock that follows real time: it parks the thread, and looks at the clock
   * again whenever it wakes. Right for every such clock, also one that is slewed or that stops in
   * suspend; a platform's own sleeper may be more punctual.
   *
   * <p>The thread's {@code LockSupport} permit may be used up.
   *
   * @param clock the clock to wait on
   * @return a sleeper on that clock
   */
  static Sleeper parking(MonotonicClock clock) {
    return new ParkingSleeper(clock);
  }
}
