package io.foliot.clock.posix;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.Sleeper;
import io.foliot.duration.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Sleeps in the kernel with {@code clock_nanosleep}, on CLOCK_MONOTONIC or on CLOCK_BOOTTIME.
 *
 * <p>A thread blocked in a system call cannot be interrupted the way Java means it. So the thread
 * parks until about a millisecond before the deadline, where an interrupt wakes it at once, and
 * only the rest is slept in the kernel: an interrupt that arrives there is answered when the
 * deadline is reached. What is left is measured with {@link #clock()} before each stretch, and the
 * kernel is given that length, never a reading: where something shifts the clocks that this process
 * sees, the kernel's own view may be another.
 *
 * <p>A {@linkplain #withSpin spinning} sleeper wakes up a little earlier and reads the clock in a
 * loop until the deadline. It is punctual to about a microsecond, at the price of a processor that
 * does nothing else meanwhile.
 *
 * <p>A virtual thread only parks: it neither blocks nor spins, so that its carrier is free.
 *
 * <p><b>Suspend.</b> On CLOCK_MONOTONIC time in suspend does not count. On CLOCK_BOOTTIME it does:
 * a deadline that passed in suspend ends the sleep within 100 ms of the resume.
 *
 * <p><b>Platform support.</b> Linux; FreeBSD has the function but was not run. macOS has no {@code
 * clock_nanosleep}: refused there.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class PosixSleeper implements Sleeper {
  private static final long NEVER = -1L;

  /** Time before the deadline at which the thread stops parking: longer than parks overrun. */
  private static final long LEAD_NANOS = 1_000_000;

  private static final long LONGEST_SPIN_NANOS = 1_000_000;
  private static final long LONGEST_PARK_NANOS = 1L << 50;

  /** Parking counts no suspend, so on CLOCK_BOOTTIME the thread looks again now and then. */
  private static final long LONGEST_BOOTTIME_PARK_NANOS = 100_000_000;

  private final String name;
  private final MonotonicClock clock;
  private final int id;
  private final long longestParkNanos;
  private final long spinNanos;

  private PosixSleeper(
      String name, MonotonicClock clock, int id, long longestParkNanos, long spinNanos) {
    this.name = name;
    this.clock = clock;
    this.id = id;
    this.longestParkNanos = longestParkNanos;
    this.spinNanos = spinNanos;
  }

  private static PosixSleeper open(
      String name, MonotonicClock clock, KernelClock kernelClock, long longestParkNanos) {
    int id = kernelClock.id(name);
    int error = Libc.sleep(name, id, 0);
    if (error != 0) {
      throw Libc.failed(name, "clock_nanosleep", error);
    }
    return new PosixSleeper(name, clock, id, longestParkNanos, 0);
  }

  /**
   * A sleeper on {@link PosixClocks#monotonic()}.
   *
   * @return a sleeper that does not spin
   * @throws ClockUnavailableException if it cannot work here, with the errno name or other reason
   */
  public static PosixSleeper monotonic() {
    return open(
        "posix sleeper on monotonic",
        PosixClocks.monotonic(),
        KernelClock.MONOTONIC,
        LONGEST_PARK_NANOS);
  }

  /**
   * A sleeper on {@link PosixClocks#boottime()}.
   *
   * @return a sleeper that does not spin
   * @throws ClockUnavailableException if it cannot work here, with the errno name or other reason
   */
  public static PosixSleeper boottime() {
    return open(
        "posix sleeper on boottime",
        PosixClocks.boottime(),
        KernelClock.BOOTTIME,
        LONGEST_BOOTTIME_PARK_NANOS);
  }

  /**
   * The same sleeper, but it stops sleeping the given time before each deadline and reads the clock
   * in a loop from there. 100 µs covers the usual lateness of a Linux timer (50 µs of slack and the
   * way through the scheduler). A virtual thread does not spin.
   *
   * @param spin how long to spin, from zero (not at all) to 1 ms
   * @return a sleeper that spins
   * @throws IllegalArgumentException if it is longer than 1 ms
   */
  public PosixSleeper withSpin(Duration spin) {
    long nanos = spin.toUnsignedNanos();
    if (Long.compareUnsigned(nanos, LONGEST_SPIN_NANOS) > 0) {
      throw new IllegalArgumentException(
          "spin is " + spin + ", expected at most 1 ms: longer waits belong to the kernel");
    }
    return new PosixSleeper(name, clock, id, longestParkNanos, nanos);
  }

  @Override
  public MonotonicClock clock() {
    return clock;
  }

  @Override
  public void sleepUntil(long deadlineNanos) throws InterruptedException {
    long lead = Thread.currentThread().isVirtual() ? 0 : LEAD_NANOS + spinNanos;
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      long now = clock.elapsedNanos();
      if (deadlineNanos != NEVER && Long.compareUnsigned(now, deadlineNanos) >= 0) {
        return;
      }
      long left = deadlineNanos - now;
      if (Long.compareUnsigned(left, lead) > 0) {
        long park = left - lead;
        LockSupport.parkNanos(
            this, Long.compareUnsigned(park, longestParkNanos) < 0 ? park : longestParkNanos);
      } else if (left > spinNanos) {
        // Woken by a signal, or by a kernel that refuses the call from now on: look again.
        int ignored = Libc.sleep(name, id, left - spinNanos);
      } else {
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
