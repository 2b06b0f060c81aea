package io.foliot.verified;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;

/**
 * Estimates, samples and segments that belong together, near the limits at which {@code
 * RateEstimate} and {@code SteeredClock} decide. Independent numbers hardly ever get there.
 */
final class RateExamples {
  private static final long MOST_RATE = 1L << RateTheorems.MAX_RATE_BITS;

  private final SplittableRandom random;

  // The estimate and the sample after it.
  private long rate;
  private long uncertainty;
  private long lastTicks;
  private long lastNanos;
  private long lastWidth;
  private long startTicks;
  private long startNanos;
  private long startWidth;
  private long nextTicks;
  private long nextNanos;
  private long ticks;
  private long nanos;
  private long width;

  private RateExamples(SplittableRandom random) {
    this.random = random;
    rate = Math.max(1, anyOf(RateTheorems.MAX_RATE_BITS + 1));
    lastTicks = random.nextLong();
    lastNanos = anyOf(40);
    lastWidth = anyOf(random.nextBoolean() ? 16 : 60);
    startWidth = anyOf(random.nextBoolean() ? 16 : 60);
    long gap = near(1_000_000, RateTheorems.MAX_GAP, anyOf(31));
    ticks = lastTicks + ticks(gap) + random.nextLong(-1, 2);
    if (random.nextBoolean()) {
      width = near(startWidth >>> 3, ticks - lastTicks - lastWidth, anyOf(60)) & Long.MAX_VALUE;
    } else {
      width = anyOf(20);
    }
    if (random.nextInt(4) == 0) {
      // A reference that was nearly set too far for samples of these widths.
      long widths = Math.min(lastWidth + width, (1L << 62) / rate);
      gap = near(2 * ((widths * rate) >>> 32));
    }
    nanos = lastNanos + gap;
    long age = near(RateTheorems.MIN_BASELINE, RateTheorems.BASELINE, anyOf(33));
    startNanos = nanos - age;
    startTicks = ticks - ticks(age) - random.nextLong(-1, 2);
    long nextAge = near(RateTheorems.BASELINE, 2 * RateTheorems.BASELINE, anyOf(33));
    nextNanos = nanos - nextAge;
    nextTicks = ticks - ticks(nextAge);
    if (random.nextInt(3) == 0) {
      // Widths that make the uncertainty nearly small.
      long widths = (ticks - startTicks) * random.nextLong(62, 66) >> 20;
      startWidth = Math.max(0, widths - width);
    }
    uncertainty =
        near(
            RateTheorems.SMALL_UNCERTAINTY,
            uncertainty(ticks - startTicks, startWidth + width),
            anyOf(20));
    if (random.nextInt(3) == 0) {
      fitBarely();
    }
  }

  /** Changes the rate so that the sample nearly does not fit it. */
  private void fitBarely() {
    BigInteger passed = BigInteger.valueOf(Math.max(1, ticks - lastTicks));
    long measured = BigInteger.valueOf(nanos - lastNanos).shiftLeft(32).divide(passed).longValue();
    long uncertain = uncertainty + uncertainty(ticks - lastTicks, lastWidth + width);
    rate =
        random.nextBoolean()
            ? first(r -> r + allowed(r, uncertain) >= measured)
            : first(r -> r - allowed(r, uncertain) > measured) - 1;
    rate = Math.max(1, rate + random.nextLong(-1, 2));
  }

  private static long allowed(long rate, long uncertain) {
    return (rate >>> 10) + (rate >>> 20) * uncertain;
  }

  /** The first rate of which something is true that is then true of all higher ones. */
  private static long first(LongPredicate isTrue) {
    long low = 1;
    long high = MOST_RATE;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (isTrue.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static long uncertainty(long ticks, long widths) {
    BigInteger wide = BigInteger.valueOf(Math.min(widths, ticks)).shiftLeft(20);
    return wide.divide(BigInteger.valueOf(Math.max(1, ticks))).longValue() + 1;
  }

  private long ticks(long nanos) {
    return BigInteger.valueOf(nanos).shiftLeft(32).divide(BigInteger.valueOf(rate)).longValue();
  }

  /** A number of up to so many bits. */
  private long anyOf(int bits) {
    return random.nextLong() >>> (64 - random.nextInt(1, bits + 1));
  }

  /** One of some numbers, or one beside it. */
  private long near(long... numbers) {
    return numbers[random.nextInt(numbers.length)] + random.nextLong(-1, 2);
  }

  private long[] estimate() {
    return new long[] {
      rate,
      uncertainty,
      lastTicks,
      lastNanos,
      lastWidth,
      random.nextInt(2),
      startTicks,
      startNanos,
      startWidth,
      nextTicks,
      nextNanos,
      anyOf(20)
    };
  }

  private long[] sample() {
    return new long[] {ticks, nanos, width};
  }

  /** A segment in which the sample is taken, passed ticks after its start. */
  private long[] segment(long passed, long length) {
    long end = duration(length);
    long slope = rate + near(0, rate / 4, -rate / 2) + 1;
    long offset = anyOf(56);
    BigInteger ahead = BigInteger.valueOf(end - passed).multiply(BigInteger.valueOf(rate));
    long due = nanos + offset + ahead.shiftRight(32).longValue();
    long lead = near(0, -LineTheorems.STEP, LineTheorems.STEP, LineTheorems.SLEW_LIMIT, anyOf(24));
    long gained =
        BigInteger.valueOf(end).multiply(BigInteger.valueOf(slope)).shiftRight(32).longValue();
    return new long[] {
      ticks - passed, due + lead - gained, slope, end, end - end / 4, length, offset
    };
  }

  private long duration(long length) {
    return Math.max(4, BigInteger.valueOf(length).shiftLeft(32).longValue() / rate);
  }

  private long anyLength() {
    return random.nextLong(LineTheorems.SHORTEST, LineTheorems.INTERVAL + 1);
  }

  private static long[] join(long[]... parts) {
    int length = 0;
    for (long[] part : parts) {
      length += part.length;
    }
    long[] all = new long[length];
    int at = 0;
    for (long[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** An estimate, and a rate measured after it. */
  static long[] measured(SplittableRandom random) {
    RateExamples e = new RateExamples(random);
    return join(e.estimate(), new long[] {e.near(e.rate >>> 3, e.rate << 3, MOST_RATE, 1)});
  }

  /** An estimate, and a sample after it. */
  static long[] sampled(SplittableRandom random) {
    RateExamples e = new RateExamples(random);
    return join(e.estimate(), e.sample());
  }

  /** A clock, its segment, and a sample within that. */
  static long[] renewal(SplittableRandom random) {
    RateExamples e = new RateExamples(random);
    long length = e.anyLength();
    long end = e.duration(length);
    long passed = random.nextBoolean() ? random.nextLong(end) : random.nextBoolean() ? 0 : end - 1;
    return join(new long[2], e.segment(passed, length), e.estimate(), e.sample());
  }

  /** A clock, the sample that it takes, and the segment before. */
  static long[] gap(SplittableRandom random) {
    RateExamples e = new RateExamples(random);
    long length = e.anyLength();
    long passed = random.nextBoolean() ? e.duration(length) : random.nextLong() >>> 4;
    return join(e.sample(), new long[2], e.segment(passed, length), e.estimate());
  }

  /** A clock, its segment, a rate, and where the next segment begins. */
  static long[] next(SplittableRandom random) {
    RateExamples e = new RateExamples(random);
    long length = e.anyLength();
    long passed = random.nextBoolean() ? e.duration(length) : random.nextLong() >>> 4;
    long[] segment = e.segment(passed, length);
    return join(new long[2], segment, new long[] {e.rate, 0, e.ticks, e.nanos + segment[6]});
  }
}
