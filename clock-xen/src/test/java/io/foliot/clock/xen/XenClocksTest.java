package io.foliot.clock.xen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import io.foliot.clock.SuspendBehavior;
import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class XenClocksTest {
  /** Multiplier for one nanosecond per tick, with shift 1. */
  private static final int ONE = 0x8000_0000;

  private static final int STABLE = 1;

  private final WordPage page = new WordPage();
  private final AtomicLong ticks = new AtomicLong();

  private MonotonicClock vcpu0() {
    return XenClocks.monotonic(page, SharedInfoLayout.X86_64.vcpuTime(0), ticks::get);
  }

  @Test
  void followsUpdatesOfThePage() {
    page.time(0x20, 2, 0, 1_000, ONE, 1, STABLE);
    MonotonicClock clock = vcpu0();
    ticks.set(50);
    assertEquals(1_050, clock.elapsedNanos());
    page.time(0x20, 4, 50, 2_000, ONE, 2, STABLE);
    ticks.set(60);
    assertEquals(2_020, clock.elapsedNanos());
    assertEquals(2_020, clock.elapsed().toNanos());
    assertEquals(OptionalLong.of(1000), clock.periodPicos());
    assertEquals(SuspendBehavior.UNKNOWN, clock.suspendBehavior());
  }

  @Test
  void periodOfACounterSlowerThanOneGigahertz() {
    page.time(0x20, 2, 0, 0, 0xA6AA_AAAB, 6, STABLE); // 24 MHz
    assertEquals(OptionalLong.of(41_666), vcpu0().periodPicos());
  }

  @Test
  void withoutStableTscReadingsStayAtTheHighest() {
    page.time(0x20, 2, 0, 1_000, ONE, 1, 0);
    MonotonicClock clock = vcpu0();
    ticks.set(100);
    assertEquals(1_100, clock.elapsedNanos());
    ticks.set(40);
    assertEquals(1_100, clock.elapsedNanos());
    ticks.set(101);
    assertEquals(1_101, clock.elapsedNanos());
  }

  @Test
  void readsTheStructureOfTheVirtualCpuThatItRunsOn() {
    AtomicInteger current = new AtomicInteger();
    page.time(0x20, 2, 0, 1_000, ONE, 1, 0);
    page.time(0x60, 2, 500, 1_000, ONE, 1, 0);
    MonotonicClock clock =
        XenClocks.monotonic(page, new int[] {0x20, 0x60}, current::get, ticks::get);
    ticks.set(10);
    assertEquals(1_010, clock.elapsedNanos());
    current.set(1);
    ticks.set(530);
    assertEquals(1_030, clock.elapsedNanos());
    // The other CPU is 25 ns behind: time does not go back between the two.
    ticks.set(505);
    assertEquals(1_030, clock.elapsedNanos());
  }

  @Test
  void readingThatEndsOnAnotherVirtualCpuStartsOver() {
    AtomicInteger asked = new AtomicInteger();
    page.time(0x20, 2, 0, 1_000, ONE, 1, 0);
    page.time(0x60, 2, 0, 9_000, ONE, 1, 0);
    // On CPU 0 when first asked, on CPU 1 from then on.
    MonotonicClock clock =
        XenClocks.monotonic(
            page, new int[] {0x20, 0x60}, () -> asked.getAndIncrement() == 0 ? 0 : 1, () -> 5);
    assertEquals(9_005, clock.elapsedNanos());
    // Once in vain, then four times: before, between and after three readings of the counter.
    assertEquals(6, asked.get());
  }

  @Test
  void refusesMultiplierZero() {
    page.time(0x20, 2, 0, 1_000, 0, 0, STABLE);
    assertEquals(
        "tsc_to_system_mul is 0: the hypervisor has not written the structure yet; check page and"
            + " offset",
        assertThrows(ClockUnavailableException.class, this::vcpu0).reason());
  }

  @ParameterizedTest
  @ValueSource(ints = {-128, -32, 32, 127})
  void refusesShiftsOutsideTheDocumentedRange(int shift) {
    page.time(0x20, 2, 0, 1_000, ONE, shift, STABLE);
    assertEquals(
        "tsc_shift is "
            + shift
            + ", expected -31 to 31: this is not a vcpu_time_info; check page and offset",
        assertThrows(ClockUnavailableException.class, this::vcpu0).reason());
  }

  @Test
  void refusesStructureWhoseUpdateNeverEnds() {
    page.time(0x20, 3, 0, 1_000, ONE, 1, STABLE);
    assertThrows(ClockUnavailableException.class, this::vcpu0);
  }

  @Test
  void refusesNoVirtualCpus() {
    assertThrows(
        IllegalArgumentException.class,
        () -> XenClocks.monotonic(page, new int[0], () -> 0, ticks::get));
  }

  @Test
  void genericTimerIsExact() {
    MonotonicClock clock = XenClocks.genericTimer(ticks::get, 62_500_000);
    ticks.set(62_500_000L * 86_400 * 365 * 100 + 1);
    assertEquals(86_400L * 365 * 100 * 1_000_000_000 + 16, clock.elapsedNanos());
    assertEquals(OptionalLong.of(16_000), clock.periodPicos());
  }

  @Property
  void genericTimerAgainstBigInteger(
      @ForAll @LongRange(min = 0) long count,
      @ForAll @LongRange(min = 1_000_000, max = 10_000_000_000L) long frequency) {
    BigInteger exact =
        BigInteger.valueOf(count)
            .multiply(BigInteger.valueOf(1_000_000_000))
            .divide(BigInteger.valueOf(frequency));
    MonotonicClock clock = XenClocks.genericTimer(() -> count, frequency);
    if (exact.bitLength() <= 64) {
      assertEquals(exact.longValue(), clock.elapsedNanos());
    } else {
      assertThrows(ArithmeticException.class, clock::elapsedNanos);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void genericTimerWithoutFrequencyIsRefused(long frequencyHz) {
    assertThrows(
        ClockUnavailableException.class, () -> XenClocks.genericTimer(ticks::get, frequencyHz));
  }

  /** A wall clock whose system time is exactly the counter. */
  private PosixClock wall(long seconds, int nanos) {
    page.time(0x20, 2, 0, 0, ONE, 1, STABLE);
    page.wall(2, seconds, nanos);
    return XenClocks.posix(page, SharedInfoLayout.X86_64, vcpu0());
  }

  @Property
  void wallClockAgainstBigInteger(
      @ForAll @LongRange(min = 0, max = 253_402_300_799L) long seconds,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nanos,
      @ForAll @LongRange(min = 0) long elapsed) {
    BigInteger exact =
        BigInteger.valueOf(seconds)
            .multiply(BigInteger.valueOf(1_000_000_000))
            .add(BigInteger.valueOf(nanos))
            .add(BigInteger.valueOf(elapsed));
    Assume.that(seconds != 0 || nanos != 0);
    ticks.set(0);
    PosixClock clock = wall(seconds, nanos);
    ticks.set(elapsed);
    BigInteger[] daysAndRest = exact.divideAndRemainder(BigInteger.valueOf(86_400_000_000_000L));
    if (daysAndRest[0].intValueExact() <= 2_932_896) {
      assertEquals(
          PosixTime.of(daysAndRest[0].intValueExact(), daysAndRest[1].longValueExact() * 1000),
          clock.now());
    } else {
      assertThrows(ArithmeticException.class, clock::now);
    }
    if (exact.bitLength() <= 63) {
      assertEquals(exact.longValueExact(), clock.epochNanos());
    } else {
      assertThrows(ArithmeticException.class, clock::epochNanos);
    }
  }

  @Test
  void wallClockPast2106() {
    PosixClock clock = wall((1L << 32) - 1, 999_999_999);
    assertEquals("2106-02-07T06:28:15.999999999Z", clock.now().toString());
    ticks.set(1);
    assertEquals("2106-02-07T06:28:16Z", clock.now().toString());
    assertEquals(4_294_967_296_000_000_000L, clock.epochNanos());
    page.wall(4, (1L << 32) + 86_400, 5);
    assertEquals("2106-02-08T06:28:16.000000006Z", clock.now().toString());
  }

  @Test
  void wallClockFollowsTheToolstackBackwardsToo() {
    PosixClock clock = wall(1_000, 0);
    assertEquals(1_000_000_000_000L, clock.epochNanos());
    page.wall(4, 500, 7);
    assertEquals(500_000_000_007L, clock.epochNanos());
    assertEquals(OptionalInt.empty(), clock.utcOffsetSeconds());
    assertEquals(OptionalLong.of(1000), clock.periodPicos());
  }

  @Test
  void wallClockAfter2262HasNoEpochNanos() {
    PosixClock clock = wall(9_300_000_000L, 0);
    assertEquals("2264-09-14T21:20:00Z", clock.now().toString());
    assertThrows(ArithmeticException.class, clock::epochNanos);
  }

  @Test
  void wallClockThatWasNeverWrittenIsRefused() {
    assertThrows(ClockUnavailableException.class, this::wallWithoutWriting);
    page.set(0xc00, 5);
    assertThrows(ClockUnavailableException.class, this::wallWithoutWriting);
  }

  /** As Xen on ARM writes it until dom0 sets the time. */
  @Test
  void wallClockThatNobodyHasSetIsRefused() {
    assertThrows(ClockUnavailableException.class, () -> wall(0, 0));
  }

  @Test
  void neverGoesBackWhenAnUpdateLosesTheFlagAndAMicrosecond() {
    page.time(0x20, 2, 0, 1_000_000, ONE, 1, STABLE);
    MonotonicClock clock = vcpu0();
    ticks.set(50_000);
    long before = clock.elapsedNanos();
    page.time(0x20, 4, 50_000, 1_049_000, ONE, 1, 0);
    assertTrue(clock.elapsedNanos() >= before);
    page.time(0x20, 6, 50_000, 1_048_000, ONE, 1, STABLE);
    long again = clock.elapsedNanos();
    assertTrue(again >= before);
    ticks.set(60_000);
    assertTrue(clock.elapsedNanos() >= again);
    ticks.set(160_000);
    assertEquals(1_048_000 + 110_000, clock.elapsedNanos());
  }

  /** For example from a host up for ten days to one up for an hour. */
  @ParameterizedTest
  @ValueSource(longs = {400_000, 7_000_000_000L, 860_400_000_000_000L})
  void continuesAfterAMigrationToAHostThatIsBehind(long back) {
    for (int flags : new int[] {0, STABLE}) {
      ticks.set(0);
      page.time(0x20, 2, 0, 864_000_000_000_000L, ONE, 1, flags);
      MonotonicClock clock = vcpu0();
      ticks.set(3_600_000_000_000L);
      long before = clock.elapsedNanos();
      // Another counter as well.
      ticks.set(77);
      page.time(0x20, 4, 77, before - back, ONE, 1, flags);
      long after = clock.elapsedNanos();
      assertTrue(after >= before && after - before <= 4_000_000);
      ticks.set(77 + 1_000_000_000);
      long passed = clock.elapsedNanos() - after;
      assertTrue(passed >= 995_000_000 && passed <= 1_000_000_000, () -> passed + " ns passed");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1_000, 1_000_000, 90_000_000, 3_600_000_000_000L})
  void neverGoesBackWhenTheCounterIsSetBack(long back) {
    ticks.set(7_200_000_000_000L);
    page.time(0x20, 2, 0, 1_000, ONE, 1, STABLE);
    MonotonicClock clock = vcpu0();
    long before = clock.elapsedNanos();
    ticks.addAndGet(-back);
    long after = clock.elapsedNanos();
    assertTrue(after >= before, () -> before - after + " ns back");
    ticks.addAndGet(10_000_000);
    long passed = clock.elapsedNanos() - after;
    assertTrue(passed >= 6_000_000 && passed <= 10_000_000, () -> passed + " ns passed");
  }

  /** The counter of CPU 1 is two hours ahead: a reading that was there meanwhile is retried. */
  @Test
  void retriesAReadingThatMovedToAnotherVirtualCpuAndBack() {
    page.time(0x20, 2, 0, 1_000, ONE, 1, 0);
    page.time(0x60, 2, 0, 1_000, ONE, 1, 0);
    for (int excursion = 0; excursion < 12; excursion++) {
      AtomicInteger reads = new AtomicInteger();
      int foreign = excursion;
      MonotonicClock clock =
          XenClocks.monotonic(
              page,
              new int[] {0x20, 0x60},
              () -> 0,
              () ->
                  ticks.incrementAndGet()
                      + (reads.getAndIncrement() == foreign ? 7_200_000_000_000L : 0));
      for (int i = 0; i < 5; i++) {
        assertTrue(clock.elapsedNanos() < 1_000_000);
      }
    }
  }

  private PosixClock wallWithoutWriting() {
    page.time(0x20, 2, 0, 0, ONE, 1, STABLE);
    return XenClocks.posix(page, SharedInfoLayout.X86_64, vcpu0());
  }

  @Test
  void wallClockOnAnotherClockIsRefused() {
    page.time(0x20, 2, 0, 0, ONE, 1, STABLE);
    page.wall(2, 1, 0);
    MonotonicClock own = vcpu0();
    MonotonicClock other =
        new MonotonicClock() {
          @Override
          public long elapsedNanos() {
            return own.elapsedNanos();
          }

          @Override
          public OptionalLong periodPicos() {
            return own.periodPicos();
          }

          @Override
          public SuspendBehavior suspendBehavior() {
            return own.suspendBehavior();
          }
        };
    assertThrows(
        IllegalArgumentException.class,
        () -> XenClocks.posix(page, SharedInfoLayout.X86_64, other));
  }

  @ParameterizedTest
  @EnumSource(SharedInfoLayout.class)
  void layoutRefusesVirtualCpusOutsideOfThePage(SharedInfoLayout layout) {
    assertEquals(0, layout.vcpuTime(0) % 8);
    assertThrows(IllegalArgumentException.class, () -> layout.vcpuTime(layout.vcpus()));
    assertThrows(IllegalArgumentException.class, () -> layout.vcpuTime(-1));
  }

  @Test
  void wallClockOnArm() {
    // Offsets computed by a compiler from Xen's headers: wc_version 1072, wc_sec_hi 1084.
    page.set(1072, 2);
    page.set(1076, 10);
    page.set(1080, 20);
    page.set(1084, 1);
    PosixClock clock =
        XenClocks.posix(
            page, SharedInfoLayout.ARM, XenClocks.genericTimer(() -> 24_000_000, 24_000_000));
    assertEquals(4_294_967_307_000_000_020L, clock.epochNanos());
  }

  @Test
  void wallClockOn32BitX86() {
    // Offsets computed by a compiler from Xen's headers: wc_version 2304, arch.wc_sec_hi 2340.
    page.time(0x20, 2, 0, 0, ONE, 1, STABLE);
    page.set(2304, 2);
    page.set(2308, 10);
    page.set(2312, 20);
    page.set(2340, 1);
    PosixClock clock = XenClocks.posix(page, SharedInfoLayout.X86_32, vcpu0());
    assertEquals(4_294_967_306_000_000_020L, clock.epochNanos());
  }
}
