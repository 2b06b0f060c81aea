package io.foliot.clock.posix;

import io.foliot.clock.ClockUnavailableException;

/**
 * The timelines of this process: one for each clock that is followed, shared by all who read it.
 */
final class Timelines {
  private Timelines() {}

  /**
   * Makes sure that a clock on the cycle counter can work here.
   *
   * @throws ClockUnavailableException with the reason if it cannot
   */
  static void require(String name, KernelClock followed) {
    CounterGate.require(name);
    Counter.ordered(name);
    Counter.unordered(name);
    Bracket.of(name, KernelReader.open(name, followed));
  }

  private static Timeline following(KernelClock clock, boolean stepsBack) {
    String name = "cycle counter";
    int id = KernelReader.open(name, clock);
    return new Timeline(
        Counter.ordered(name),
        Bracket.of(name, id),
        () -> KernelReader.nanos(id),
        CounterGate::holds,
        stepsBack);
  }

  /** Nanoseconds now, the counter read whenever it suits the processor. */
  static long readUnordered(Timeline timeline) {
    Segment segment = timeline.current();
    return timeline.at(segment, Counter.readUnordered());
  }

  /** Nanoseconds now, the counter read behind earlier loads. */
  static long readOrdered(Timeline timeline) {
    Segment segment = timeline.current();
    return timeline.atPassed(segment, Counter.readOrderedSince(segment.start));
  }

  /** Only after {@link #require} has not refused. */
  static final class Monotonic {
    static final Timeline TIMELINE = following(KernelClock.MONOTONIC, false);

    private Monotonic() {}
  }

  /** Only after {@link #require} has not refused. */
  static final class Realtime {
    static final Timeline TIMELINE = following(KernelClock.REALTIME, true);

    private Realtime() {}
  }
}
