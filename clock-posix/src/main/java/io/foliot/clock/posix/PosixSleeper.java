package io.foliot.clock.posix;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.Sleeper;
import io.foliot.duration.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Sleeps in the kernel with {@code clock_nanosleep}, on CLOCK_MONOTONIC or CLOCK_BOOTTIME.
 *
 * <p>{@link Thread#interrupt} does not end a system call. The thread therefore parks until a
 * millisecond before the deadline, where an interrupt wakes it at once, and sleeps only the rest in
 * the kernel; an interrupt during that rest takes effect at the deadline. Before each step the
 * remaining time is computed from {@link #clock()} and passed to the kernel as an interval, never
 * as a deadline: where something shifts the clocks that this process sees, the kernel's may differ.
 *
 * <p>A {@linkplain #withSpin spinning} sleeper wakes up earlier and reads the clock in a loop until
 * the deadline. It is late by about a microsecond, and occupies a processor meanwhile.
 *
 * <p>A virtual thread only parks, and so releases its carrier.
 *
 * <p><b>Suspend.</b> Time in suspend counts on CLOCK_BOOTTIME only: a deadline that passes in
 * suspend ends the sleep within 100 ms of the resume.
 *
 * <p><b>Platform support.</b> Linux. FreeBSD has {@code clock_nanosleep}, but has not been tested;
 * macOS has none.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class PosixSleeper implements Sleeper {
  private static final long NEVER = -1L;

  /** Time before the deadline at which the thread stops parking; a park overruns by less. */
  private static final long LEAD_NANOS = 1_000_000;

  private static final long LONGEST_SPIN_NANOS = 1_000_000;
  private static final long LONGEST_PARK_NANOS = 1L << 50;

  /** Parking does not count suspend, so on CLOCK_BOOTTIME the thread reads the clock this often. */
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
      String name, MonotonicClock clock, ClockId clockId, long longestParkNanos) {
    int id = clockId.require(name);
    int error = Libc.sleep(name, id, 0);
    if (error != 0) {
      throw Libc.failed(name, "clock_nanosleep", error);
    }
    return new PosixSleeper(name, clock, id, longestParkNanos, 0);
  }

  /**
   * {@return a sleeper on {@link PosixClocks#monotonic()} that does not spin}
   *
   * @throws ClockUnavailableException with the reason if it cannot work on this system
   */
  public static PosixSleeper monotonic() {
    return open(
        "posix sleeper on monotonic",
        PosixClocks.monotonic(),
        ClockId.MONOTONIC,
        LONGEST_PARK_NANOS);
  }

  /**
   * {@return a sleeper on {@link PosixClocks#boottime()} that does not spin}
   *
   * @throws ClockUnavailableException with the reason if it cannot work on this system
   */
  public static PosixSleeper boottime() {
    return open(
        "posix sleeper on boottime",
        PosixClocks.boottime(),
        ClockId.BOOTTIME,
        LONGEST_BOOTTIME_PARK_NANOS);
  }

  /**
   * Returns a sleeper on the same clock that spins: it wakes up before each deadline and reads the
   * clock in a loop until then. 100 µs covers the usual lateness of a Linux timer (50 µs of timer
   * slack, plus scheduling). A virtual thread does not spin.
   *
   * @param spin how long to spin, 0 to 1 ms
   * @return a sleeper that spins
   * @throws IllegalArgumentException if {@code spin} exceeds 1 ms
   */
  public PosixSleeper withSpin(Duration spin) {
    return new PosixSleeper(name, clock, id, longestParkNanos, spinNanos(spin));
  }

  static long spinNanos(Duration spin) {
    long nanos = spin.toUnsignedNanos();
    if (Long.compareUnsigned(nanos, LONGEST_SPIN_NANOS) > 0) {
      throw new IllegalArgumentException("a spin of " + spin + " exceeds the maximum, 1ms");
    }
    return nanos;
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
        // After a signal, or if the call fails from now on, the loop reads the clock again.
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
