package io.foliot.clock.posix;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.Sleeper;
import io.foliot.clock.ThreadClock;
import java.util.List;

/**
 * The provider {@code posix}: the kernel's clocks, with priority 10. {@link PosixClocks} describes
 * each clock and its requirements.
 */
public final class PosixClockProvider implements ClockProvider {
  /** Creates the provider. It loads nothing. */
  public PosixClockProvider() {}

  @Override
  public String name() {
    return "posix";
  }

  @Override
  public int priority() {
    return 10;
  }

  /**
   * {@inheritDoc}
   *
   * @return {@link PosixClocks#monotonic()}
   */
  @Override
  public MonotonicClock monotonic() {
    return PosixClocks.monotonic();
  }

  /**
   * {@inheritDoc}
   *
   * @return {@link PosixClocks#realtime()}
   */
  @Override
  public PosixClock posix() {
    return PosixClocks.realtime();
  }

  /**
   * {@inheritDoc}
   *
   * @return {@link PosixSleeper#monotonic()}, or {@link Sleeper#parking} on the same clock if that
   *     is refused
   */
  @Override
  public Sleeper sleeper() {
    try {
      return PosixSleeper.monotonic();
    } catch (ClockUnavailableException refused) {
      return Sleeper.parking(PosixClocks.monotonic());
    }
  }

  @Override
  public List<ClockOffer<?>> offers() {
    return List.of(
        ClockOffer.of(
            MonotonicClock.class,
            "monotonic",
            "time since boot, without suspend",
            PosixClocks::monotonic),
        ClockOffer.of(
            MonotonicClock.class,
            "monotonic-raw",
            "time since boot at the hardware's own rate",
            PosixClocks::monotonicRaw),
        ClockOffer.of(
            MonotonicClock.class,
            "monotonic-coarse",
            "time since boot at the last timer tick",
            PosixClocks::monotonicCoarse),
        ClockOffer.of(
            MonotonicClock.class,
            "boottime",
            "time since boot, suspend included",
            PosixClocks::boottime),
        ClockOffer.of(
            PosixClock.class, "realtime", "wall clock, POSIX scale", PosixClocks::realtime),
        ClockOffer.of(
            PosixClock.class,
            "realtime-coarse",
            "wall clock at the last timer tick",
            PosixClocks::realtimeCoarse),
        ClockOffer.of(
            PosixClock.class, "bounded", "wall clock with its error", PosixClocks::bounded),
        ClockOffer.of(PosixClock.class, "tai", "wall clock, TAI scale", PosixClocks::tai),
        ClockOffer.of(
            MonotonicClock.class,
            "process-cpu",
            "CPU time of this process",
            PosixClocks::processCpu),
        ClockOffer.of(
            ThreadClock.class, "thread-cpu", "CPU time of this thread", PosixClocks::threadCpu),
        ClockOffer.of(
            ThreadClock.class,
            "thread-user-cpu",
            "user-mode CPU time of this thread",
            PosixClocks::threadUserCpu),
        ClockOffer.of(
            ThreadClock.class,
            "fastest",
            "monotonic, from the cycle counter, for one thread",
            PosixClocks::fastest),
        ClockOffer.of(
            MonotonicClock.class,
            "ordered",
            "monotonic, from the cycle counter",
            PosixClocks::ordered),
        ClockOffer.of(
            PosixClock.class,
            "fastest-realtime",
            "wall clock, from the cycle counter",
            PosixClocks::fastestRealtime),
        ClockOffer.of(
            PosixClock.class,
            "ordered-realtime",
            "wall clock, from the cycle counter in order",
            PosixClocks::orderedRealtime));
  }
}
