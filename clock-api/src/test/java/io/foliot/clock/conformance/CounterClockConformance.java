package io.foliot.clock.conformance;

import static org.junit.jupiter.api.Assertions.fail;

import io.foliot.clock.MonotonicClock;
import io.foliot.duration.Duration;
import java.math.BigInteger;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/**
 * The contract of a clock on a hardware counter. The counter is simulated, so that wraps and the
 * longest allowed intervals between readings are tested without waiting for them.
 *
 * <p>A clock that passes is correct on every counter of that width and rate. Run {@link
 * MonotonicClockConformance} on the real counter as well.
 */
public abstract class CounterClockConformance {
  private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

  /** Long enough for a wrap of microseconds in 32 bits or of nanoseconds in 42. */
  private static final long LONG_TIME_NANOS = 1L << 43;

  private static final long CENTURY_NANOS = 3_155_760_000_000_000_000L;

  private static final int MAX_STEPS = 1_000_000;
  private static final int RANDOM_STEPS = 20_000;
  private static final int READERS = 3;

  /** Rounds in which each reader must take part. */
  private static final int MIN_ROUNDS_PER_READER = 10;

  private static final long MAX_RACE_NANOS = 5_000_000_000L;

  /** For subclasses. */
  protected CounterClockConformance() {}

  /**
   * {@return a new clock on a counter}
   *
   * @param counter reads the counter; bits above its width are zero
   */
  protected abstract MonotonicClock clock(LongSupplier counter);

  /** {@return the width of the counter, 1 to 64 bits} */
  protected abstract int bits();

  /** {@return the rate of the counter in ticks per second, at least 1} */
  protected abstract long ticksPerSecond();

  /** {@return the documented longest time between two readings, at least one tick} */
  protected abstract Duration maxReadInterval();

  /** {@return the largest error of a reading; by default 1 ns, for rounding} */
  protected Duration tolerance() {
    return Duration.ofNanos(1);
  }

  /** Readings are exact after random steps, from counters that are about to wrap. */
  @Test
  public void countsAcrossWraps() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    long[] starts = {0, 1, mask() - 3, mask(), random.nextLong() & mask()};
    for (long start : starts) {
      Simulation simulation = new Simulation(start);
      for (int i = 0; i < RANDOM_STEPS; i++) {
        long most = simulation.limited(maxStep());
        // Uniform in the logarithm.
        long step = most >>> random.nextInt(63);
        simulation.advance(step <= 1 ? step : 1 + (random.nextLong() >>> 1) % step);
        simulation.check("seed " + seed + ", start " + start + ", step " + i);
      }
    }
  }

  /** Readings are exact if the clock is read only at the longest allowed intervals. */
  @Test
  public void staysExactWhenRarelyRead() {
    Simulation simulation = new Simulation(mask() / 3);
    for (int i = 0; i < MAX_STEPS && !simulation.hasRunFor(LONG_TIME_NANOS); i++) {
      simulation.advance(simulation.limited(maxStep()));
      simulation.check("interval " + i);
    }
    for (int i = 0; i < 100; i++) {
      simulation.advance(simulation.limited(maxStep()));
      simulation.check("late interval " + i);
    }
  }

  /** Readings never decrease, whichever thread sees first that the counter has wrapped. */
  @Test
  public void neverDecreasesWhileTheCounterWraps() throws InterruptedException {
    Simulation simulation = new Simulation(mask() - 10);
    AtomicLong highest = new AtomicLong(simulation.clock.elapsedNanos());
    AtomicReference<Throwable> failure = new AtomicReference<>();
    AtomicLong rounds = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch reading = new CountDownLatch(READERS);
    Thread[] readers = new Thread[READERS];
    for (int t = 0; t < READERS; t++) {
      readers[t] =
          new Thread(
              () -> {
                try {
                  long lastRound = -1;
                  int participated = 0;
                  boolean isLast;
                  do {
                    // Also a reader that was preempted until the end reads once more.
                    isLast = over.get();
                    long round = rounds.get();
                    read(simulation.clock, highest);
                    if (round != lastRound && ++participated == MIN_ROUNDS_PER_READER) {
                      reading.countDown();
                    }
                    lastRound = round;
                  } while (!isLast);
                } catch (Throwable thrown) {
                  failure.compareAndSet(null, thrown);
                }
              });
      readers[t].setDaemon(true);
      readers[t].start();
    }
    // Leaves time for readers that are preempted between counter and clock.
    long step = Math.max(1, maxStep() / 3);
    long began = System.nanoTime();
    // On a busy machine the readers may start only after the last step.
    for (long i = 0;
        failure.get() == null
            && (i < RANDOM_STEPS
                || (reading.getCount() > 0 && System.nanoTime() - began < MAX_RACE_NANOS));
        i++) {
      simulation.advance(simulation.limited(step));
      simulation.check("round " + i);
      read(simulation.clock, highest);
      rounds.set(i + 1);
    }
    over.set(true);
    for (Thread reader : readers) {
      reader.join();
    }
    if (failure.get() != null) {
      throw new AssertionError(failure.get().getMessage(), failure.get());
    }
  }

  /** Reads the clock, which must not be below the highest reading of any thread. */
  private static void read(MonotonicClock clock, AtomicLong highest) {
    long seen = highest.get();
    long now = MonotonicClockConformance.notBelow(seen, clock.elapsedNanos());
    while (Long.compareUnsigned(seen, now) < 0 && !highest.compareAndSet(seen, now)) {
      seen = highest.get();
    }
  }

  private long mask() {
    return bits() == 64 ? -1L : (1L << bits()) - 1;
  }

  /** {@return the ticks in the longest interval, rounded down, at most {@code Long.MAX_VALUE}} */
  private long maxStep() {
    BigInteger ticks =
        new BigInteger(Long.toUnsignedString(maxReadInterval().toUnsignedNanos()))
            .multiply(BigInteger.valueOf(ticksPerSecond()))
            .divide(NANOS_PER_SECOND);
    return ticks.min(BigInteger.valueOf(Long.MAX_VALUE)).max(BigInteger.ONE).longValue();
  }

  /** A simulated counter, a clock on it, and the exact time. */
  private final class Simulation {
    private final AtomicLong counter = new AtomicLong();
    final MonotonicClock clock;
    private final long origin;
    private final BigInteger end =
        BigInteger.valueOf(CENTURY_NANOS)
            .multiply(BigInteger.valueOf(ticksPerSecond()))
            .divide(NANOS_PER_SECOND);
    private BigInteger ticks = BigInteger.ZERO;
    private long nanos;

    /** The fraction of a nanosecond, times the rate. */
    private BigInteger remainder = BigInteger.ZERO;

    private long last;

    Simulation(long start) {
      counter.set(start);
      clock = clock(() -> counter.get() & mask());
      origin = clock.elapsedNanos();
      last = origin;
    }

    boolean hasRunFor(long length) {
      return nanos >= length;
    }

    /** {@return the step, limited to the end of the century} */
    long limited(long step) {
      return end.subtract(ticks).min(BigInteger.valueOf(step)).max(BigInteger.ZERO).longValue();
    }

    void advance(long step) {
      ticks = ticks.add(BigInteger.valueOf(step));
      BigInteger[] passed =
          BigInteger.valueOf(step)
              .multiply(NANOS_PER_SECOND)
              .add(remainder)
              .divideAndRemainder(BigInteger.valueOf(ticksPerSecond()));
      nanos += passed[0].longValueExact();
      remainder = passed[1];
      counter.addAndGet(step);
    }

    void check(String where) {
      long reading = clock.elapsedNanos();
      if (Long.compareUnsigned(reading, last) < 0) {
        fail("the clock went back by " + (last - reading) + " ns; " + where);
      }
      last = reading;
      long error = reading - origin - nanos;
      long most = tolerance().toNanos();
      if (Long.compareUnsigned(error + most, 2 * most) > 0) {
        fail(
            "after "
                + ticks
                + " ticks the clock must have advanced by "
                + nanos
                + " ns, got "
                + Long.toUnsignedString(reading - origin)
                + " ns; "
                + where);
      }
    }
  }
}
