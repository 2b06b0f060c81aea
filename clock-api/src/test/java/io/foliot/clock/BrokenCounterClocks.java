package io.foliot.clock;

import io.foliot.clock.conformance.CounterClockConformance;
import io.foliot.duration.Duration;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/** Clocks on a 32-bit counter of 19.2 MHz, each with one fault. */
final class BrokenCounterClocks {
  private static final long HERTZ = 19_200_000;
  private static final long MASK = 0xFFFF_FFFFL;

  private BrokenCounterClocks() {}

  static List<BrokenClock> all() {
    return Arrays.asList(
        broken("countsAcrossWraps", "does not see the wrap", NoWrap::new),
        broken(
            "countsAcrossWraps",
            "adds up rounded steps",
            counter -> new Extending(counter, ticks -> scaled(ticks), true)),
        broken(
            "staysExactWhenRarelyRead",
            "wraps at 2^42 ns",
            counter -> new Extending(counter, ticks -> scaled(ticks) & ((1L << 42) - 1), false)),
        broken(
            "staysExactWhenRarelyRead",
            "has a product of 64 bits",
            counter -> new Extending(counter, ticks -> ticks * 1_000_000_000L / HERTZ, false)),
        broken("staysExactWhenRarelyRead", "forgets a turn after half of it", HalfATurn::new),
        broken(
            "neverDecreasesWhileTheCounterWraps",
            "counts turns in each thread",
            TurnsPerThread::new));
  }

  private static BrokenClock broken(
      String rule, String fault, Function<LongSupplier, MonotonicClock> clock) {
    return new BrokenClock(
        rule,
        fault,
        new CounterClockConformance() {
          @Override
          protected MonotonicClock clock(LongSupplier counter) {
            return clock.apply(counter);
          }

          @Override
          protected int bits() {
            return 32;
          }

          @Override
          protected long ticksPerSecond() {
            return HERTZ;
          }

          @Override
          protected Duration maxReadInterval() {
            return Duration.ofNanos(scaled(MASK));
          }
        });
  }

  private static long scaled(long ticks) {
    return BigInteger.valueOf(ticks)
        .multiply(BigInteger.valueOf(1_000_000_000))
        .divide(BigInteger.valueOf(HERTZ))
        .longValue();
  }

  private abstract static class OnCounter implements MonotonicClock {
    final LongSupplier counter;

    OnCounter(LongSupplier counter) {
      this.counter = counter;
    }

    @Override
    public OptionalLong periodPicos() {
      return OptionalLong.of(52_083);
    }

    @Override
    public SuspendBehavior suspendBehavior() {
      return SuspendBehavior.STOPS;
    }
  }

  private static final class NoWrap extends OnCounter {
    NoWrap(LongSupplier counter) {
      super(counter);
    }

    @Override
    public long elapsedNanos() {
      return scaled(counter.getAsLong());
    }
  }

  /** Extends the counter correctly; subclasses convert ticks to nanoseconds. */
  private static final class Extending extends OnCounter {
    private final LongUnaryOperator scale;
    private final boolean addsSteps;
    private long last;
    private long ticks;
    private long nanos;

    Extending(LongSupplier counter, LongUnaryOperator scale, boolean addsSteps) {
      super(counter);
      this.scale = scale;
      this.addsSteps = addsSteps;
      this.last = counter.getAsLong();
    }

    @Override
    public synchronized long elapsedNanos() {
      long now = counter.getAsLong();
      long step = (now - last) & MASK;
      last = now;
      ticks += step;
      nanos += scale.applyAsLong(step);
      return addsSteps ? nanos : scale.applyAsLong(ticks);
    }
  }

  private static final class HalfATurn extends OnCounter {
    private int last;
    private long ticks;

    HalfATurn(LongSupplier counter) {
      super(counter);
      last = (int) counter.getAsLong();
    }

    @Override
    public synchronized long elapsedNanos() {
      int now = (int) counter.getAsLong();
      ticks += Math.max(0, now - last);
      last = now;
      return scaled(ticks);
    }
  }

  /** Correct only for threads that see every wrap of the counter themselves. */
  private static final class TurnsPerThread extends OnCounter {
    private final ThreadLocal<Extending> own;

    TurnsPerThread(LongSupplier counter) {
      super(counter);
      own =
          ThreadLocal.withInitial(() -> new Extending(counter, BrokenCounterClocks::scaled, false));
    }

    @Override
    public long elapsedNanos() {
      return own.get().elapsedNanos();
    }
  }
}
