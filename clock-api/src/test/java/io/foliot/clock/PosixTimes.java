package io.foliot.clock;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Times for tests, and their exact value in picoseconds. */
final class PosixTimes {
  static final int MIN_DAYS = -719_528;
  static final int MAX_DAYS = 2_932_896;
  static final long PICOS_PER_DAY = 86_400_000_000_000_000L;

  /** Days near edges of the calendar. */
  static final int[] EDGE_DAYS = {
    MIN_DAYS,
    MIN_DAYS + 1,
    MIN_DAYS + 59,
    MIN_DAYS + 60,
    -106_753,
    -106_752,
    -106_751,
    -25_567,
    -25_508,
    -1,
    0,
    1,
    58,
    59,
    789,
    790,
    10_956,
    10_957,
    11_016,
    11_017,
    24_855,
    49_710,
    106_750,
    106_751,
    106_752,
    MAX_DAYS - 1,
    MAX_DAYS
  };

  /** Times of day near edges. */
  static final long[] EDGE_PICOS = {
    0,
    1,
    999,
    1_000,
    999_999,
    1_000_000,
    999_999_999L,
    1_000_000_000L,
    999_999_999_999L,
    1_000_000_000_000L,
    59_999_999_999_999L,
    60_000_000_000_000L,
    3_599_999_999_999_999L,
    3_600_000_000_000_000L,
    43_200_000_000_000_000L,
    PICOS_PER_DAY - 1_000,
    PICOS_PER_DAY - 1
  };

  private PosixTimes() {}

  /** {@return any time, with many edge cases} */
  static Arbitrary<PosixTime> any() {
    Arbitrary<Integer> days =
        Arbitraries.oneOf(
            Arbitraries.integers().between(MIN_DAYS, MAX_DAYS),
            Arbitraries.integers().between(0, EDGE_DAYS.length - 1).map(i -> EDGE_DAYS[i]));
    Arbitrary<Long> picos =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, PICOS_PER_DAY - 1),
            Arbitraries.integers().between(0, EDGE_PICOS.length - 1).map(i -> EDGE_PICOS[i]));
    return Combinators.combine(days, picos).as(PosixTime::of).withoutEdgeCases();
  }

  /** {@return picoseconds since 1970} */
  static BigInteger picos(PosixTime time) {
    return BigInteger.valueOf(time.days())
        .multiply(BigInteger.valueOf(PICOS_PER_DAY))
        .add(BigInteger.valueOf(time.picosOfDay()));
  }

  /** Rounds towards minus infinity. */
  static BigInteger floorDivide(BigInteger a, BigInteger b) {
    BigInteger[] result = a.divideAndRemainder(b);
    return result[1].signum() < 0 ? result[0].subtract(BigInteger.ONE) : result[0];
  }
}
