package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signed differences, against BigInteger. */
class SignedDurationTest {
  private static final BigInteger TWO_63 = BigInteger.ONE.shiftLeft(63);

  @Property
  void theDifferenceOfDurationsIsExact(@ForAll("nanos") long a, @ForAll("nanos") long b) {
    BigInteger expected = Exact.of(a).subtract(Exact.of(b));
    SignedDuration difference =
        Duration.ofUnsignedNanos(a).signedMinus(Duration.ofUnsignedNanos(b));
    assertEquals(expected, exact(difference));
    assertEquals(difference, SignedDuration.ofDifference(a, b));
    assertEquals(difference.negated(), SignedDuration.ofDifference(b, a));
    assertEquals(expected.signum(), difference.signum());
    assertEquals(Duration.ofUnsignedNanos(Nanos.absDiff(a, b)), difference.abs());
    assertEquals(Long.compareUnsigned(a, b), difference.compareTo(SignedDuration.ZERO));
  }

  @Property
  void arithmeticIsExactOrThrows(
      @ForAll("signed") SignedDuration a, @ForAll("signed") SignedDuration b) {
    agrees(exact(a).add(exact(b)), () -> a.plus(b));
    agrees(exact(a).subtract(exact(b)), () -> a.minus(b));
    assertEquals(exact(a).negate(), exact(a.negated()));
    assertEquals(exact(a).compareTo(exact(b)), Integer.signum(a.compareTo(b)));
    assertEquals(exact(a).equals(exact(b)), a.equals(b));
    assertEquals(a, a.negated().negated());
    assertEquals(a.hashCode(), a.negated().negated().hashCode());
  }

  @Test
  void hashCodesSpread() {
    SignedDuration base = SignedDuration.ofNanos(0x5555_5555L);
    Set<Integer> hashes = new HashSet<>();
    for (int shift = 0; shift < Long.SIZE; shift++) {
      long power = 1L << shift;
      hashes.add(SignedDuration.ofDifference(power, 0).hashCode());
      hashes.add(SignedDuration.ofDifference(0, power).hashCode());
      SignedDuration oneBitOff = SignedDuration.ofDifference(0x5555_5555L ^ power, 0);
      assertNotEquals(base.hashCode(), oneBitOff.hashCode());
    }
    // A power of two and the one 2^32 times as long may share a hash; their negatives, too.
    assertTrue(hashes.size() >= Long.SIZE, hashes.size() + " hash codes of 128 powers of two");
  }

  @Property
  void toNanosIsExactOrThrows(@ForAll("signed") SignedDuration a, @ForAll long nanos) {
    BigInteger expected = exact(a);
    if (expected.compareTo(TWO_63.negate()) >= 0 && expected.compareTo(TWO_63) < 0) {
      assertEquals(expected.longValueExact(), a.toNanos());
    } else {
      assertThrows(ArithmeticException.class, a::toNanos);
    }
    assertEquals(nanos, SignedDuration.ofNanos(nanos).toNanos());
    assertEquals(BigInteger.valueOf(nanos), exact(SignedDuration.ofNanos(nanos)));
  }

  @Property
  void printedTextParses(@ForAll("signed") SignedDuration a) {
    assertEquals(a, SignedDuration.parse(a.toString()));
    assertEquals(a, SignedDuration.parse(a.toString(DurationFormat.ISO)));
  }

  @ParameterizedTest
  @CsvSource({
    "0s, 0, 0s",
    "-0, 0, 0s",
    "+0, 0, 0s",
    "-0.000s, 0, 0s",
    "-1.5s, -1500000000, -1.5s",
    "1.5s, 1500000000, +1.5s",
    "+1.5s, 1500000000, +1.5s",
    "-2m3.4s, -123400000000, -2m3.4s",
    "-PT6H3M, -21780000000000, -6h3m",
    "-PT0.5S, -500000000, -500ms",
    "-1w, -604800000000000, -7d",
  })
  void textWithASign(String text, long nanos, String printed) {
    assertEquals(SignedDuration.ofNanos(nanos), SignedDuration.parse(text));
    assertEquals(printed, SignedDuration.parse(text).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-|1|found the end, expected a duration such as 1h30m or PT1H30M",
        "--1s|1|a sign is allowed only once, at the start",
        "-+1s|1|a sign is allowed only once, at the start",
        "+-1s|1|a sign is allowed only once, at the start",
        "PT-6H|2|a sign is allowed only once, at the start",
        "-1h-30m|3|a sign is allowed only once, at the start",
        "-1x|2|found 'x', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "1x|1|found 'x', expected a unit: y, w, d, h, m, s, ms, us or ns",
        "-0.1ns|2|the fraction is finer than a nanosecond; specify a rounding mode",
        "-18446744073709551616ns|1|the value exceeds the maximum duration, 18446744073709551615 ns",
      })
  void rejected(String text, int index, String problem) {
    DurationParseException e =
        assertThrows(DurationParseException.class, () -> SignedDuration.parse(text));
    assertEquals(
        "cannot read \"" + text + "\" as a duration: at index " + index + ", " + problem,
        e.getMessage());
    assertEquals(index, e.index());
  }

  @Test
  void emptyTextIsRejected() {
    assertEquals(
        0, assertThrows(DurationParseException.class, () -> SignedDuration.parse("")).index());
  }

  @Test
  void range() {
    assertEquals(Exact.MAX, exact(SignedDuration.MAX));
    assertEquals(Exact.MAX.negate(), exact(SignedDuration.MIN));
    assertEquals(SignedDuration.MAX, SignedDuration.of(Duration.MAX));
    assertEquals(SignedDuration.ZERO, SignedDuration.ZERO.negated());
    assertEquals(SignedDuration.MIN, SignedDuration.parse("-18446744073709551615ns"));
    assertNotEquals(SignedDuration.MAX, SignedDuration.MIN);
    assertNotEquals(SignedDuration.MAX, (Object) Duration.MAX);
    assertEquals("-PT1M", SignedDuration.ofNanos(-Nanos.PER_MINUTE).toString(DurationFormat.ISO));
    assertThrows(
        ArithmeticException.class, () -> SignedDuration.MAX.plus(SignedDuration.ofNanos(1)));
    assertThrows(
        ArithmeticException.class,
        () -> SignedDuration.ofNanos(Long.MIN_VALUE).negated().toNanos());
  }

  @Property
  void javaTimeAndBack(@ForAll("signed") SignedDuration a, @ForAll long seconds) {
    java.time.Duration javaDuration = JavaDurations.to(a);
    assertEquals(
        exact(a),
        BigInteger.valueOf(javaDuration.getSeconds())
            .multiply(BigInteger.valueOf(1_000_000_000))
            .add(BigInteger.valueOf(javaDuration.getNano())));
    assertEquals(a, JavaDurations.fromSigned(javaDuration));
    java.time.Duration any = java.time.Duration.ofSeconds(seconds, 1);
    BigInteger nanos =
        BigInteger.valueOf(seconds).multiply(BigInteger.valueOf(1_000_000_000)).add(BigInteger.ONE);
    if (Exact.fits(nanos.abs())) {
      assertEquals(nanos, exact(JavaDurations.fromSigned(any)));
    } else {
      assertThrows(ArithmeticException.class, () -> JavaDurations.fromSigned(any));
    }
  }

  @Test
  void javaTimeOutsideTheRange() {
    assertThrows(
        ArithmeticException.class,
        () -> JavaDurations.fromSigned(java.time.Duration.ofSeconds(Long.MIN_VALUE)));
    assertThrows(
        ArithmeticException.class,
        () -> JavaDurations.fromSigned(java.time.Duration.ofSeconds(Long.MAX_VALUE)));
  }

  @Provide
  Arbitrary<Long> nanos() {
    return Exact.unsigned();
  }

  @Provide
  Arbitrary<SignedDuration> signed() {
    return Combinators.combine(Exact.unsigned(), Arbitraries.of(false, true))
        .as(
            (nanos, negative) -> {
              SignedDuration duration = SignedDuration.of(Duration.ofUnsignedNanos(nanos));
              return negative ? duration.negated() : duration;
            });
  }

  private interface Sum {
    SignedDuration get();
  }

  private static void agrees(BigInteger expected, Sum sum) {
    if (Exact.fits(expected.abs())) {
      assertEquals(expected, exact(sum.get()));
    } else {
      assertThrows(ArithmeticException.class, sum::get);
    }
  }

  private static BigInteger exact(SignedDuration duration) {
    BigInteger length = Exact.of(duration.abs().toUnsignedNanos());
    return duration.signum() < 0 ? length.negate() : length;
  }
}
