package io.foliot.clock.posix;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.counter.LinearSegment;
import io.foliot.clock.counter.SteeredClock;
import io.foliot.clock.posix.kernel.CounterTrust;

/**
 * The steered clocks of this process: one for each kernel clock that is followed, shared by all who
 * read it. They are constants, so that a reading is compiled to a straight line.
 */
final class CounterClocks {
  private CounterClocks() {}

  /**
   * A clock that was opened and calibrated, or the reason why it was not: a failure must not poison
   * the class that holds it.
   */
  private record Opened(SteeredClock clock, String refusal) {
    static Opened following(KernelClock followed, boolean monotonic) {
      String name = "cycle counter";
      try {
        int id = KernelReader.open(name, followed);
        KernelSampler sampler = KernelSampler.of(name, id);
        return new Opened(
            monotonic
                ? SteeredClock.monotonic(
                    ProcessorCounter.ordered(),
                    sampler,
                    () -> KernelReader.nanos(id),
                    CounterTrust::holds)
                : SteeredClock.wall(
                    ProcessorCounter.ordered(),
                    sampler,
                    () -> KernelReader.nanos(id),
                    CounterTrust::holds),
            null);
      } catch (ClockUnavailableException refused) {
        return new Opened(null, refused.reason());
      }
    }

    void require(String name) {
      if (clock == null) {
        throw new ClockUnavailableException(name, refusal);
      }
    }
  }

  /**
   * Calibrates the clock that follows CLOCK_MONOTONIC, the first time.
   *
   * @throws ClockUnavailableException with the reason if it cannot work here
   */
  static void openMonotonic(String name) {
    requireCounter(name);
    Monotonic.OPENED.require(name);
  }

  /**
   * Calibrates the clock that follows CLOCK_REALTIME, the first time.
   *
   * @throws ClockUnavailableException with the reason if it cannot work here
   */
  static void openRealtime(String name) {
    requireCounter(name);
    Realtime.OPENED.require(name);
  }

  private static void requireCounter(String name) {
    CounterTrust.require(name);
    ProcessorCounter.requireOrdered(name);
    ProcessorCounter.requireUnordered(name);
  }

  /** Nanoseconds now, the counter read whenever it suits the processor. */
  static long readUnordered(SteeredClock clock) {
    LinearSegment segment = clock.segment();
    return clock.nanos(segment, ProcessorCounter.readUnordered() - segment.start());
  }

  /** Nanoseconds now, the counter read behind earlier loads. */
  static long readOrdered(SteeredClock clock) {
    LinearSegment segment = clock.segment();
    return clock.nanos(segment, ProcessorCounter.readOrdered() - segment.start());
  }

  /** Only after {@link #openMonotonic} has not refused. */
  static final class Monotonic {
    private static final Opened OPENED = Opened.following(KernelClock.MONOTONIC, true);
    static final SteeredClock CLOCK = OPENED.clock();

    private Monotonic() {}
  }

  /** Only after {@link #openRealtime} has not refused. */
  static final class Realtime {
    private static final Opened OPENED = Opened.following(KernelClock.REALTIME, false);
    static final SteeredClock CLOCK = OPENED.clock();

    private Realtime() {}
  }
}
