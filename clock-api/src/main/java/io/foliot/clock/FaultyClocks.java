package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The clocks that {@link Faults} makes. */
final class FaultyClocks {
  private static final long PICOS_PER_NANO = 1_000;

  private FaultyClocks() {}

  static final class Monotonic implements MonotonicClock {
    private final Faults faults;
    private final NoiseSource noise;
    private final MonotonicClock clock;
    private final long start;

    Monotonic(Faults faults, MonotonicClock clock) {
      this.faults = faults;
      this.noise = faults.noise();
      this.clock = Objects.requireNonNull(clock, "clock");
      this.start = clock.elapsedNanos();
    }

    @Override
    public long elapsedNanos() {
      long now = clock.elapsedNanos();
      long faulty = now + faults.offsetAt(Nanos.saturatingMinus(now, start)) + noise.next();
      return faulty - Nanos.remainder(faulty, faults.tick());
    }

    @Override
    public OptionalLong periodPicos() {
      return period(clock.periodPicos(), faults);
    }

    @Override
    public SuspendBehavior suspendBehavior() {
      return clock.suspendBehavior();
    }

    @Override
    public String toString() {
      return "faulty " + clock;
    }
  }

  static final class Posix implements PosixClock {
    private final Faults faults;
    private final NoiseSource noise;
    private final PosixClock clock;
    private final MonotonicClock timeline;
    private final long start;

    Posix(Faults faults, PosixClock clock, MonotonicClock timeline) {
      this.faults = faults;
      this.noise = faults.noise();
      this.clock = Objects.requireNonNull(clock, "clock");
      this.timeline = Objects.requireNonNull(timeline, "timeline");
      this.start = timeline.elapsedNanos();
    }

    @Override
    public PosixTime now() {
      long offset =
          faults.offsetAt(Nanos.saturatingMinus(timeline.elapsedNanos(), start)) + noise.next();
      PosixTime good = clock.now();
      PosixTime faulty =
          offset < 0
              ? good.minus(Duration.ofUnsignedNanos(-offset))
              : good.plus(Duration.ofUnsignedNanos(offset));
      if (faults.tick() == 1) {
        return faulty;
      }
      long picos = faulty.picosOfDay();
      return PosixTime.of(faulty.days(), picos - picos % (faults.tick() * PICOS_PER_NANO));
    }

    @Override
    public long epochNanos() {
      return now().toEpochNanos();
    }

    @Override
    public OptionalInt utcOffsetSeconds() {
      return clock.utcOffsetSeconds();
    }

    @Override
    public OptionalLong periodPicos() {
      return period(clock.periodPicos(), faults);
    }

    @Override
    public String toString() {
      return "faulty " + clock;
    }
  }

  /** The coarser of the two; a clock whose period is not known stays so unless made coarse. */
  private static OptionalLong period(OptionalLong good, Faults faults) {
    long tick = faults.tick() * PICOS_PER_NANO;
    if (faults.tick() == 1 || (good.isPresent() && good.getAsLong() >= tick)) {
      return good;
    }
    return OptionalLong.of(tick);
  }
}
