package io.foliot.verified;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Test inputs: boundaries, powers of two, units of time, and numbers of every bit length. */
final class Inputs {
  private static final long[] UNITS = {
    1,
    2,
    3,
    10,
    1_000,
    1_000_000,
    1_000_000_000,
    60_000_000_000L,
    86_400_000_000_000L,
    86_400,
    31_557_600_000_000_000L,
    1_000_000_000_000L,
    86_400_000_000_000_000L
  };

  private static final int[] WORDS = {31, 32, 63, 64};

  /** Array lengths, and indices into them. */
  private static final Range FEW = new Range(BigInteger.ZERO, BigInteger.valueOf(4));

  /** Makes inputs of a theorem, each modulo the size of its range. */
  interface Examples {
    long[] next(SplittableRandom random);
  }

  private final Examples examples;
  private final List<Range> ranges;
  private final SplittableRandom random;

  Inputs(Theorem theorem, long seed) {
    ranges =
        theorem.inputs().values().stream()
            .map(range -> range.equals(Type.Elements.LENGTHS) ? FEW : range)
            .toList();
    examples = theorem.examples();
    random = new SplittableRandom(seed);
  }

  List<BigInteger> next() {
    List<BigInteger> numbers = new ArrayList<>();
    if (examples != null && random.nextBoolean()) {
      for (long example : examples.next(random)) {
        numbers.add(wrapped(BigInteger.valueOf(example), ranges.get(numbers.size())));
      }
      return numbers;
    }
    for (Range range : ranges) {
      numbers.add(next(range, numbers));
    }
    return numbers;
  }

  private BigInteger next(Range range, List<BigInteger> before) {
    BigInteger small = BigInteger.valueOf(random.nextInt(-3, 4));
    BigInteger value =
        switch (random.nextInt(8)) {
          case 0 -> range.low().add(small);
          case 1 -> range.high().add(small);
          case 2 -> BigInteger.ONE.shiftLeft(exponent()).add(small);
          case 3 ->
              BigInteger.valueOf(UNITS[random.nextInt(UNITS.length)])
                  .multiply(BigInteger.valueOf(random.nextLong() >>> random.nextInt(64)))
                  .add(small);
          case 4 -> before.isEmpty() ? small : before.get(random.nextInt(before.size())).add(small);
          case 5 -> small;
          default -> BigInteger.valueOf(random.nextLong() >> random.nextInt(64));
        };
    return wrapped(value, range);
  }

  private static BigInteger wrapped(BigInteger value, Range range) {
    BigInteger size = range.high().subtract(range.low()).add(BigInteger.ONE);
    return value.subtract(range.low()).mod(size).add(range.low());
  }

  /** Half of the time, the end of a word or half a word. */
  private int exponent() {
    return random.nextBoolean() ? WORDS[random.nextInt(WORDS.length)] : random.nextInt(65);
  }
}
