package io.foliot.clock;

import io.foliot.clock.conformance.MonotonicClockConformance;
import io.foliot.duration.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Monotonic clocks, each with one fault. */
final class BrokenMonotonicClocks {
  private static final long ORIGIN = System.nanoTime();

  private BrokenMonotonicClocks() {}

  static List<BrokenClock> all() {
    return Arrays.asList(
        broken("neverDecreasesInOneThread", "every thousandth reading goes back", new GoesBack()),
        broken(
            "neverDecreasesInOneThread",
            "jitter",
            Faults.none()
                .jitter(Duration.ofMicros(50), 1)
                .in(new PortableClockProvider().monotonic())),
        broken("neverDecreasesAcrossThreads", "each thread has its own offset", new PerThread()),
        broken("neverDecreasesInOneThread", "1 ns back in 10^6 readings", new BackOnceInAMillion())
            .hidingFromInterpreters(),
        broken(
            "neverDecreasesAcrossThreads",
            "jumps minutes ahead when two threads meet",
            new JumpsUnderContention()),
        broken("readingTakesNoLock", "is synchronized", new Synchronized()),
        broken("readingTakesNoLock", "has a lock of its own", new Locks()),
        broken("readingAllocatesNothing", "makes an object", new Allocates())
            .hidingFromInterpreters(),
        broken("staysAccurateWhileObserved", "moves its origin after 2 s", new MovesLater()),
        broken("staysAccurateWhileObserved", "is 1500 ppm fast", new OffRate(1_500)),
        broken("staysAccurateWhileObserved", "is 1500 ppm slow", new OffRate(-1_500)),
        broken("periodMatchesReadings", "ticks of 1 us, claims 1 ns", new Claims(1_000, 1_000)),
        broken("periodMatchesReadings", "ticks of 10 us, claims 10 ns", new Claims(10_000, 10_000)),
        broken("countsNanoseconds", "counts microseconds", new Microseconds()),
        broken("countsNanoseconds", "stands still", new StandsStill()),
        broken("countsNanoseconds", "runs 1 % fast", new RunsFast()),
        broken("originStaysFixed", "is set anew every few milliseconds", new MovingOrigin()),
        broken("elapsedMatchesElapsedNanos", "elapsed() has another origin", new OtherElapsed()),
        broken("periodMatchesReadings", "ticks of 1 ms, claims 1 ns", new Claims(1_000_000, 1_000)),
        broken(
            "periodMatchesReadings",
            "ticks of 1 ns, claims 1 s",
            new Claims(1, 1_000_000_000_000L)),
        broken("periodMatchesReadings", "claims 0", new Claims(1, 0)),
        broken("periodMatchesReadings", "claims a negative period", new Claims(1, -1_000)),
        broken("periodMatchesReadings", "changes its claim", new ChangingClaim()),
        broken("periodMatchesReadings", "answers null", new NullAnswers()),
        broken("suspendBehaviorIsFixed", "changes its mind", new ChangingSuspend()),
        broken("suspendBehaviorIsFixed", "answers null", new NullAnswers()),
        broken("readingWorksWhileInterrupted", "throws", new ThrowsWhenInterrupted()),
        broken("readingWorksWhileInterrupted", "clears the status", new ClearsInterrupt()));
  }

  private static BrokenClock broken(String rule, String fault, MonotonicClock clock) {
    return new BrokenClock(
        rule,
        fault,
        new MonotonicClockConformance() {
          @Override
          protected MonotonicClock clock() {
            return clock;
          }

          // Some faults show only after two or three seconds.
          @Override
          protected Duration observationTime() {
            return Duration.ofSeconds(4);
          }
        });
  }

  /** A correct clock, whose subclasses have faults. */
  private abstract static class Good implements MonotonicClock {
    @Override
    public long elapsedNanos() {
      return System.nanoTime() - ORIGIN;
    }

    @Override
    public OptionalLong periodPicos() {
      return OptionalLong.empty();
    }

    @Override
    public SuspendBehavior suspendBehavior() {
      return SuspendBehavior.UNKNOWN;
    }
  }

  private static final class GoesBack extends Good {
    private final AtomicLong readings = new AtomicLong();

    @Override
    public long elapsedNanos() {
      return super.elapsedNanos() - (readings.incrementAndGet() % 1_000 == 0 ? 1_000_000 : 0);
    }
  }

  private static final class BackOnceInAMillion extends Good {
    private final AtomicLong readings = new AtomicLong();
    private volatile long last;

    @Override
    public long elapsedNanos() {
      if (readings.incrementAndGet() % 1_000_000 == 0) {
        return last - 1;
      }
      last = super.elapsedNanos();
      return last;
    }
  }

  /** A high-water mark that adds the reading of a thread that loses a race. */
  private static final class JumpsUnderContention extends Good {
    private final AtomicLong highest = new AtomicLong();

    @Override
    public long elapsedNanos() {
      long before = highest.get();
      long now = Math.max(before, super.elapsedNanos());
      if (highest.compareAndSet(before, now)) {
        return now;
      }
      return highest.addAndGet(120_000_000_000L);
    }
  }

  private static final class Synchronized extends Good {
    @Override
    public synchronized long elapsedNanos() {
      return super.elapsedNanos();
    }
  }

  private static final class Locks extends Good {
    private final ReentrantLock lock = new ReentrantLock();

    @Override
    public long elapsedNanos() {
      lock.lock();
      try {
        return super.elapsedNanos();
      } finally {
        lock.unlock();
      }
    }
  }

  private static final class Allocates extends Good {
    private volatile long[] last;

    @Override
    public long elapsedNanos() {
      last = new long[] {super.elapsedNanos()};
      return last[0];
    }
  }

  private static final class MovesLater extends Good {
    private final AtomicLong start = new AtomicLong();

    @Override
    public long elapsedNanos() {
      long right = super.elapsedNanos();
      // Since the first reading.
      start.compareAndSet(0, System.nanoTime());
      return System.nanoTime() - start.get() < 2_000_000_000L ? right : right + 500_000_000;
    }
  }

  private static final class OffRate extends Good {
    private final long partsPerMillion;

    OffRate(long partsPerMillion) {
      this.partsPerMillion = partsPerMillion;
    }

    @Override
    public long elapsedNanos() {
      long right = super.elapsedNanos();
      return right
          + right / 1_000_000 * partsPerMillion
          + right % 1_000_000 * partsPerMillion / 1_000_000;
    }
  }

  private static final class PerThread extends Good {
    private final AtomicInteger threads = new AtomicInteger();
    private final ThreadLocal<Integer> number = ThreadLocal.withInitial(threads::getAndIncrement);

    @Override
    public long elapsedNanos() {
      return super.elapsedNanos() + 1_000_000_000L * (10 - number.get());
    }
  }

  private static final class Microseconds extends Good {
    @Override
    public long elapsedNanos() {
      return super.elapsedNanos() / 1_000;
    }
  }

  private static final class StandsStill extends Good {
    @Override
    public long elapsedNanos() {
      return 5;
    }
  }

  private static final class RunsFast extends Good {
    @Override
    public long elapsedNanos() {
      long right = super.elapsedNanos();
      return right + right / 100;
    }
  }

  private static final class MovingOrigin extends Good {
    @Override
    public long elapsedNanos() {
      long right = super.elapsedNanos();
      return right + right / 8_000_000 * 3_000_000;
    }
  }

  private static final class OtherElapsed extends Good {
    @Override
    public Duration elapsed() {
      return Duration.ofUnsignedNanos(System.nanoTime() - ORIGIN + Duration.ofDays(1).toNanos());
    }
  }

  private static final class Claims extends Good {
    private final long tick;
    private final long picos;

    Claims(long tick, long picos) {
      this.tick = tick;
      this.picos = picos;
    }

    @Override
    public long elapsedNanos() {
      return super.elapsedNanos() / tick * tick;
    }

    @Override
    public OptionalLong periodPicos() {
      return OptionalLong.of(picos);
    }
  }

  private static final class ChangingClaim extends Good {
    private final AtomicLong asked = new AtomicLong();

    @Override
    public OptionalLong periodPicos() {
      return OptionalLong.of(asked.incrementAndGet());
    }
  }

  private static final class NullAnswers extends Good {
    @Override
    public OptionalLong periodPicos() {
      return null;
    }

    @Override
    public SuspendBehavior suspendBehavior() {
      return null;
    }
  }

  private static final class ChangingSuspend extends Good {
    private final AtomicLong asked = new AtomicLong();

    @Override
    public SuspendBehavior suspendBehavior() {
      return asked.incrementAndGet() == 1 ? SuspendBehavior.STOPS : SuspendBehavior.COUNTS;
    }
  }

  private static final class ThrowsWhenInterrupted extends Good {
    @Override
    public long elapsedNanos() {
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted");
      }
      return super.elapsedNanos();
    }
  }

  private static final class ClearsInterrupt extends Good {
    @Override
    public long elapsedNanos() {
      Thread.interrupted();
      return super.elapsedNanos();
    }
  }
}
