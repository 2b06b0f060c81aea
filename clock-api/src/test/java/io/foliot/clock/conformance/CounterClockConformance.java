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
 * What every clock must do that is made of a hardware counter. The counter is simulated here, so
 * that it wraps, and stays unread for as long as is allowed, without anybody waiting for it.
 *
 * <p>A clock that passes is right on every counter of that width and rate; run {@link
 * MonotonicClockConformance} on the real one as well.
 */
public abstract class CounterClockConformance {
  private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

  /** More than 2^42 ns, and so many readings at most. */
  private static final long LONG_TIME_NANOS = 1L << 43;

  private static final long A_HUNDRED_YEARS_NANOS = 3_155_760_000_000_000_000L;

  private static final int MOST_STEPS = 1_000_000;
  private static final int RANDOM_STEPS = 20_000;
  private static final int READERS = 3;

  /** In so many rounds each reader reads at least once. */
  private static final int FEWEST_MEETINGS = 10;

  private static final long LONGEST_RACE_NANOS = 5_000_000_000L;

  /** For subclasses. */
  protected CounterClockConformance() {}

  /**
   * A new clock on a counter.
   *
   * @param counter gives the counter's bits, the others zero
   * @return the clock
   */
  protected abstract MonotonicClock clock(LongSupplier counter);

  /**
   * The counter's width.
   *
   * @return 1 to 64 bits
   */
  protected abstract int bits();

  /**
   * The counter's rate.
   *
   * @return ticks per second, at least 1
   */
  protected abstract long ticksPerSecond();

  /**
   * How long the clock may stay unread, as its documentation says.
   *
   * @return a time in which the counter ticks at least once
   */
  protected abstract Duration longestSilence();

  /**
   * How far a reading may be from the exact time.
   *
   * @return by default 1 ns, which rounding needs
   */
  protected Duration tolerance() {
    return Duration.ofNanos(1);
  }

  /** Right after each of many steps of random length, from a counter that is about to wrap. */
  @Test
  public void countsAcrossWraps() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    long[] starts = {0, 1, mask() - 3, mask(), random.nextLong() & mask()};
    for (long start : starts) {
      Simulation simulation = new Simulation(start);
      for (int i = 0; i < RANDOM_STEPS; i++) {
        long most = simulation.room(longestStep());
        // As many short steps as long ones.
        long step = most >>> random.nextInt(63);
        simulation.advance(step <= 1 ? step : 1 + (random.nextLong() >>> 1) % step);
        simulation.check("seed " + seed + ", start " + start + ", step " + i);
      }
    }
  }

  /** Right after each of many silences of the greatest length that is allowed. */
  @Test
  public void staysRightThroughTheLongestSilences() {
    Simulation simulation = new Simulation(mask() / 3);
    for (int i = 0; i < MOST_STEPS && !simulation.hasRunFor(LONG_TIME_NANOS); i++) {
      simulation.advance(simulation.room(longestStep()));
      simulation.check("silence " + i);
    }
    for (int i = 0; i < 100; i++) {
      simulation.advance(simulation.room(longestStep()));
      simulation.check("late silence " + i);
    }
  }

  /** Never back, whichever thread is the first to see that the counter has wrapped. */
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
                  long last = -1;
                  int met = 0;
                  while (!over.get()) {
                    long round = rounds.get();
                    long seen = highest.get();
                    long now =
                        MonotonicClockConformance.notBelow(seen, simulation.clock.elapsedNanos());
                    while (Long.compareUnsigned(seen, now) < 0
                        && !highest.compareAndSet(seen, now)) {
                      seen = highest.get();
                    }
                    if (round != last && ++met == FEWEST_MEETINGS) {
                      reading.countDown();
                    }
                    last = round;
                  }
                } catch (Throwable thrown) {
                  failure.compareAndSet(null, thrown);
                }
              });
      readers[t].setDaemon(true);
      readers[t].start();
    }
    // Readers may be held up between counter and clock: half the silence is left to them.
    long step = Math.max(1, longestStep() / 3);
    long began = System.nanoTime();
    // A busy machine may be through with the steps before the readers have had a processor.
    for (long i = 0;
        failure.get() == null
            && (i < RANDOM_STEPS
                || (reading.getCount() > 0 && System.nanoTime() - began < LONGEST_RACE_NANOS));
        i++) {
      simulation.advance(simulation.room(step));
      simulation.check("round " + i);
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

  private long mask() {
    return bits() == 64 ? -1L : (1L << bits()) - 1;
  }

  /** Ticks in the longest silence, rounded down; what no signed number holds is not asked for. */
  private long longestStep() {
    BigInteger ticks =
        new BigInteger(Long.toUnsignedString(longestSilence().toUnsignedNanos()))
            .multiply(BigInteger.valueOf(ticksPerSecond()))
            .divide(NANOS_PER_SECOND);
    return ticks.min(BigInteger.valueOf(Long.MAX_VALUE)).max(BigInteger.ONE).longValue();
  }

  /** A counter, its clock, and the exact time. */
  private final class Simulation {
    private final AtomicLong counter = new AtomicLong();
    final MonotonicClock clock;
    private final long origin;
    private final BigInteger end =
        BigInteger.valueOf(A_HUNDRED_YEARS_NANOS)
            .multiply(BigInteger.valueOf(ticksPerSecond()))
            .divide(NANOS_PER_SECOND);
    private BigInteger ticks = BigInteger.ZERO;
    private long nanos;

    /** What the ticks make beyond whole nanoseconds, in nanoseconds times the rate. */
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

    /** The step, cut off where a hundred years are over. */
    long room(long step) {
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
            "the clock has counted "
                + Long.toUnsignedString(reading - origin)
                + " ns where the counter has made "
                + ticks
                + " ticks, which is "
                + nanos
                + " ns; "
                + where);
      }
    }
  }
}
