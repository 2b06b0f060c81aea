package io.foliot.clock.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.SuspendBehavior;
import io.foliot.clock.ThreadClock;
import io.foliot.clock.posix.kernel.CounterTrust;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** Compares the kernel's clocks with /proc and the JDK. */
class KernelClocksTest {
  private static final long SECOND = 1_000_000_000;

  /** Asserts that readings of a clock lie between readings of an oracle. */
  private static void assertBetween(LongSupplier oracle, long slack, LongSupplier clock) {
    for (int i = 0; i < 100; i++) {
      long before = oracle.getAsLong();
      long read = clock.getAsLong();
      long after = oracle.getAsLong();
      assertTrue(
          before - slack <= read && read <= after + slack,
          () -> before + " <= " + read + " <= " + after + " with slack " + slack);
    }
  }

  private static long uptimeNanos() {
    try {
      String uptime = Files.readString(Path.of("/proc/uptime")).split(" ", -1)[0];
      return Long.parseLong(uptime.replace(".", "")) * 10_000_000;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static long instantNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * SECOND + now.getNano();
  }

  @Test
  void boottimeIsTheUptimeInProc() {
    // /proc/uptime is rounded down to 10 ms.
    assertBetween(KernelClocksTest::uptimeNanos, 10_000_000, PosixClocks.boottime()::elapsedNanos);
  }

  @Test
  void realtimeIsTheInstantOfTheJdk() {
    // On Linux the JDK reads the same clock, to the nanosecond.
    assertBetween(KernelClocksTest::instantNanos, 0, PosixClocks.realtime()::epochNanos);
    assertBetween(
        KernelClocksTest::instantNanos, 20_000_000, PosixClocks.realtimeCoarse()::epochNanos);
  }

  @Test
  void monotonicIsClockMonotonic() {
    MonotonicClock kernel =
        new KernelMonotonicClock("kernel", ClockId.MONOTONIC, SuspendBehavior.STOPS);
    assertBetween(kernel::elapsedNanos, 0, PosixClocks.monotonic()::elapsedNanos);
    assertBetween(kernel::elapsedNanos, 20_000_000, PosixClocks.monotonicCoarse()::elapsedNanos);
  }

  @Test
  void taiIsAheadOfRealtimeByWholeSeconds() {
    PosixClock tai = PosixClocks.tai();
    PosixClock realtime = PosixClocks.realtime();
    long ahead = Math.floorDiv(tai.epochNanos() - realtime.epochNanos() + SECOND / 2, SECOND);
    assertTrue(ahead >= 0 && ahead < 100, () -> "TAI-UTC is " + ahead);
    assertBetween(() -> realtime.epochNanos() + ahead * SECOND, 0, tai::epochNanos);
    assertTrue(tai.utcOffsetSeconds().isEmpty());
  }

  @Test
  void processCpuIsWhatTheJdkMeasures() {
    var bean =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    // The JDK adds two values rounded down to 10 ms each, from accounting that may lag.
    assertBetween(bean::getProcessCpuTime, 40_000_000, PosixClocks.processCpu()::elapsedNanos);
  }

  @Test
  void threadCpuIsWhatTheJdkMeasures() {
    var bean = ManagementFactory.getThreadMXBean();
    ThreadClock clock = PosixClocks.threadCpu();
    assertBetween(bean::getCurrentThreadCpuTime, 0, clock::nanos);
  }

  @Test
  void threadUserCpuGrowsWithComputingAndStaysWithinAllCpuTime() {
    ThreadClock user = PosixClocks.threadUserCpu();
    ThreadClock all = PosixClocks.threadCpu();
    long userStart = user.nanos();
    long allStart = all.nanos();
    long computed = 1;
    while (all.nanos() - allStart < 200_000_000) {
      for (int i = 0; i < 100_000; i++) {
        computed = computed * 6364136223846793005L + 1442695040888963407L;
      }
    }
    assertTrue(computed != 0, "the computation must not be optimized away");
    // The kernel attributes CPU time to user or kernel mode by samples at timer ticks.
    long used = user.nanos() - userStart;
    assertTrue(used > 50_000_000, () -> "200 ms of computation, user time " + used);
    assertTrue(user.nanos() <= all.nanos() + 10_000_000, "user time above all CPU time");
    assertEquals(0, user.nanos() % 1000);
  }

  @Test
  void resolutionsAreThoseOfTheKernel() {
    assertEquals(OptionalLong.of(1000), PosixClocks.monotonic().periodPicos());
    assertEquals(OptionalLong.of(1000), PosixClocks.boottime().periodPicos());
    long coarse = PosixClocks.monotonicCoarse().periodPicos().orElseThrow();
    assertTrue(coarse >= 1_000_000_000L && coarse <= 10_000_000_000L, () -> "coarse " + coarse);
  }

  @Test
  void everyOfferedClockOpensIfItsCounterIsTrusted() {
    for (ClockOffer<?> offer : new PosixClockProvider().offers()) {
      boolean needsCounter = offer.name().matches("(fastest|ordered).*");
      if (needsCounter && !CounterTrust.holds()) {
        assertThrows(ClockUnavailableException.class, offer::open, offer.name());
      } else {
        assertTrue(offer.type().isInstance(offer.open()), offer.name());
      }
    }
  }

  @Test
  void theProviderIsFound() {
    assertTrue(
        ServiceLoader.load(io.foliot.clock.ClockProvider.class).stream()
            .anyMatch(p -> p.type() == PosixClockProvider.class));
  }

  @Test
  void theOffsetOfLocalTimeFollowsTheZone() throws Exception {
    // The C library takes a zone without a file for UTC.
    boolean hasFile = Files.exists(Path.of("/usr/share/zoneinfo/Asia/Kathmandu"));
    Map<String, String> zones =
        Map.of(
            "UTC0", "0",
            "Asia/Kathmandu", hasFile ? "20700" : "0",
            "XYZ-5:30", "19800",
            "ABC3:30:15", "-12615",
            "LMT0:44:30", "-2670",
            "XXX18", "-64800",
            "XXX20", "unknown");
    for (Map.Entry<String, String> zone : zones.entrySet()) {
      ChildJvm.Result child =
          ChildJvm.run(
              PrintOffset.class,
              Map.of("TZ", zone.getKey()),
              "--enable-native-access=ALL-UNNAMED",
              "-Duser.timezone=America/New_York");
      assertEquals(zone.getValue(), child.output().strip(), zone.getKey());
    }
  }

  /** Prints the UTC offset. */
  static final class PrintOffset {
    public static void main(String[] args) {
      OptionalInt offset = PosixClocks.realtime().utcOffsetSeconds();
      System.out.println(offset.isPresent() ? offset.getAsInt() + "" : "unknown");
    }
  }
}
