package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Laws that hold for all durations. */
class NanosLawsTest {
  @Provide
  Arbitrary<Long> nanos() {
    return Exact.unsigned();
  }

  @Property
  void minusUndoesPlus(@ForAll("nanos") long a, @ForAll("nanos") long b) {
    long sum = Nanos.saturatingPlus(a, b);
    if (Nanos.compare(sum, Nanos.MAX) < 0) {
      assertEquals(sum, Nanos.plus(a, b));
      assertEquals(a, Nanos.minus(sum, b));
    }
    assertEquals(a, Nanos.wrappingMinus(Nanos.wrappingPlus(a, b), b));
  }

  @Property
  void additionIsCommutativeAndAssociativeUpToTheEnd(
      @ForAll("nanos") long a, @ForAll("nanos") long b, @ForAll("nanos") long c) {
    assertEquals(Nanos.saturatingPlus(a, b), Nanos.saturatingPlus(b, a));
    assertEquals(
        Nanos.saturatingPlus(Nanos.saturatingPlus(a, b), c),
        Nanos.saturatingPlus(a, Nanos.saturatingPlus(b, c)));
    assertEquals(
        Nanos.wrappingPlus(Nanos.wrappingPlus(a, b), c),
        Nanos.wrappingPlus(a, Nanos.wrappingPlus(b, c)));
  }

  @Property
  void additionIsMonotonic(
      @ForAll("nanos") long a, @ForAll("nanos") long b, @ForAll("nanos") long c) {
    long shorter = Nanos.min(a, b);
    long longer = Nanos.max(a, b);
    assertTrue(
        Nanos.compare(Nanos.saturatingPlus(shorter, c), Nanos.saturatingPlus(longer, c)) <= 0);
    assertTrue(Nanos.compare(Nanos.toMillis(shorter), Nanos.toMillis(longer)) <= 0);
    assertEquals(Nanos.absDiff(a, b), Nanos.minus(longer, shorter));
  }

  @Property
  void multiplicationIsRepeatedAddition(
      @ForAll("nanos") long a, @ForAll @LongRange(min = 0, max = 40) long n) {
    long sum = 0;
    long wrapped = 0;
    for (long i = 0; i < n; i++) {
      sum = Nanos.saturatingPlus(sum, a);
      wrapped = Nanos.wrappingPlus(wrapped, a);
    }
    assertEquals(sum, Nanos.saturatingTimes(a, n));
    assertEquals(wrapped, Nanos.wrappingTimes(a, n));
  }

  @Property
  void quotientTimesDivisorPlusRemainderIsTheWhole(
      @ForAll("nanos") long a, @ForAll("nanos") long b) {
    if (b != 0) {
      long quotient = Nanos.quotient(a, b);
      assertEquals(a, quotient * b + Nanos.remainder(a, b));
      assertTrue(Nanos.compare(Nanos.remainder(a, b), b) < 0);
    }
  }

  @Property
  void roundingModesEncloseTheValue(
      @ForAll("nanos") long a, @ForAll("nanos") long quantum, @ForAll RoundingMode mode) {
    if (quantum == 0 || mode == RoundingMode.UNNECESSARY) {
      return;
    }
    long floor = Nanos.roundTo(a, quantum, RoundingMode.FLOOR);
    assertTrue(Nanos.compare(floor, a) <= 0);
    assertTrue(Nanos.compare(a - floor, quantum) < 0);
    if (Nanos.compare(floor, Nanos.saturatingMinus(Nanos.MAX, quantum)) <= 0) {
      long rounded = Nanos.roundTo(a, quantum, mode);
      assertTrue(rounded == floor || rounded == floor + quantum);
      assertEquals(rounded, Nanos.roundTo(rounded, quantum, RoundingMode.UNNECESSARY));
    }
  }
}
