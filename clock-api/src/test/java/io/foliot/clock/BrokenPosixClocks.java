package io.foliot.clock;

import io.foliot.clock.conformance.PosixClockConformance;
import io.foliot.duration.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Wall clocks, each with one fault. */
final class BrokenPosixClocks {
  private static final long HOUR = 3_600_000_000_000L;

  private BrokenPosixClocks() {}

  static List<BrokenClock> all() {
    return Arrays.asList(
        broken("epochNanosMatchesReference", "is an hour late", new Off(HOUR, 0)),
        broken("epochNanosMatchesReference", "is an hour early", new Off(-HOUR, 0)),
        broken("nowMatchesReference", "now() is an hour late", new Off(0, HOUR)),
        broken("nowMatchesEpochNanos", "now() is 1 ms ahead", new Off(0, 1_000_000)),
        broken("advances", "stands still", new StandsStill()),
        broken("staysAccurateWhileObserved", "freezes after 3 s", new FreezesLater()),
        broken("epochNanosAllocatesNothing", "makes an object", new Allocates())
            .hidingFromInterpreters(),
        broken("periodMatchesReadings", "ticks of 1 ms, claims 1 ns", new Claims(1_000)),
        broken(
            "periodMatchesReadings", "ticks of 1 ms, claims 1 s", new Claims(1_000_000_000_000L)),
        broken("utcOffsetIsInRange", "is 25 hours east", new Offset(OptionalInt.of(90_000))),
        broken("utcOffsetIsInRange", "is 25 hours west", new Offset(OptionalInt.of(-90_000))),
        broken("utcOffsetIsInRange", "answers null", new Offset(null)),
        broken("readingWorksWhileInterrupted", "throws", new ThrowsWhenInterrupted()),
        broken("readingWorksWhileInterrupted", "clears the status", new ClearsInterrupt()));
  }

  private static BrokenClock broken(String rule, String fault, PosixClock clock) {
    return new BrokenClock(
        rule,
        fault,
        new PosixClockConformance() {
          @Override
          protected PosixClock clock() {
            return clock;
          }

          // Some faults show only after two or three seconds.
          @Override
          protected Duration observationTime() {
            return Duration.ofSeconds(4);
          }
        });
  }

  /** A correct clock with millisecond resolution, whose subclasses have faults. */
  private abstract static class Good implements PosixClock {
    @Override
    public PosixTime now() {
      return PosixTime.ofEpochNanos(epochNanos());
    }

    @Override
    public long epochNanos() {
      return System.currentTimeMillis() * 1_000_000;
    }

    @Override
    public OptionalInt utcOffsetSeconds() {
      return OptionalInt.empty();
    }

    @Override
    public OptionalLong periodPicos() {
      return OptionalLong.empty();
    }
  }

  private static final class Off extends Good {
    private final long both;
    private final long nowOnly;

    Off(long both, long nowOnly) {
      this.both = both;
      this.nowOnly = nowOnly;
    }

    @Override
    public PosixTime now() {
      return PosixTime.ofEpochNanos(epochNanos() + nowOnly);
    }

    @Override
    public long epochNanos() {
      return super.epochNanos() + both;
    }
  }

  private static final class StandsStill extends Good {
    private final long start = System.currentTimeMillis() * 1_000_000;

    @Override
    public long epochNanos() {
      return start;
    }
  }

  private static final class FreezesLater extends Good {
    private final AtomicLong start = new AtomicLong();
    private volatile long last;

    @Override
    public long epochNanos() {
      // Since the first reading.
      start.compareAndSet(0, System.nanoTime());
      if (System.nanoTime() - start.get() < 3_000_000_000L) {
        last = super.epochNanos();
      }
      return last;
    }
  }

  private static final class Allocates extends Good {
    private volatile long[] last;

    @Override
    public long epochNanos() {
      last = new long[] {super.epochNanos()};
      return last[0];
    }
  }

  private static final class Claims extends Good {
    private final long picos;

    Claims(long picos) {
      this.picos = picos;
    }

    @Override
    public OptionalLong periodPicos() {
      return OptionalLong.of(picos);
    }
  }

  private static final class Offset extends Good {
    private final OptionalInt seconds;

    Offset(OptionalInt seconds) {
      this.seconds = seconds;
    }

    @Override
    public OptionalInt utcOffsetSeconds() {
      return seconds;
    }
  }

  private static final class ThrowsWhenInterrupted extends Good {
    @Override
    public long epochNanos() {
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted");
      }
      return super.epochNanos();
    }
  }

  private static final class ClearsInterrupt extends Good {
    @Override
    public long epochNanos() {
      Thread.interrupted();
      return super.epochNanos();
    }
  }
}
