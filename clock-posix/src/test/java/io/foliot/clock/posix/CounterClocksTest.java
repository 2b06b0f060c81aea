package io.foliot.clock.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.SuspendBehavior;
import io.foliot.clock.ThreadClock;
import io.foliot.clock.counter.Sample;
import io.foliot.clock.counter.SteeredClock;
import io.foliot.clock.posix.kernel.CounterTrust;
import io.foliot.clock.posix.kernel.KernelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clocks on the cycle counter of this machine. Where the counter is not trusted, they must be
 * refused; a steered clock on {@link System#nanoTime} then replaces them in the tests, so that
 * everything except the machine code is still tested.
 */
class CounterClocksTest {
  private static final boolean HAS_COUNTER = CounterTrust.holds();

  /** A steered clock on a counter that every machine has. */
  private static final class SoftwareOrderedClock implements MonotonicClock {
    private final SteeredClock clock =
        SteeredClock.monotonic(
            System::nanoTime, SoftwareOrderedClock::sample, System::nanoTime, () -> true);

    private static Sample sample(long enough) {
      long before = System.nanoTime();
      long after = System.nanoTime();
      return new Sample(before, before, after - before);
    }

    @Override
    public long elapsedNanos() {
      return clock.nanos();
    }

    @Override
    public OptionalLong periodPicos() {
      return OptionalLong.empty();
    }

    @Override
    public SuspendBehavior suspendBehavior() {
      return SuspendBehavior.STOPS;
    }
  }

  static MonotonicClock orderedOrStandIn() {
    return HAS_COUNTER ? PosixClocks.ordered() : new SoftwareOrderedClock();
  }

  /** Reads a clock between two readings of the kernel's, and returns the error of the narrowest. */
  private static long bestError(LongSupplier kernel, LongSupplier clock) {
    long bestWidth = Long.MAX_VALUE;
    long error = 0;
    for (int i = 0; i < 50; i++) {
      long before = kernel.getAsLong();
      long read = clock.getAsLong();
      long width = kernel.getAsLong() - before;
      if (width < bestWidth) {
        bestWidth = width;
        error = read - (before + width / 2);
      }
    }
    // Half of the width is uncertain.
    return Math.max(0, Math.abs(error) - bestWidth / 2);
  }

  private static void assertFollows(LongSupplier kernel, LongSupplier clock)
      throws InterruptedException {
    for (int i = 0; i < 60; i++) {
      long error = bestError(kernel, clock);
      assertTrue(error <= 1000, () -> "off by " + error + " ns");
      Thread.sleep(i % 20);
    }
  }

  @Test
  void monotonicOnesFollowTheKernelWithinAMicrosecond() throws InterruptedException {
    assertFollows(System::nanoTime, orderedOrStandIn()::elapsedNanos);
    if (HAS_COUNTER) {
      assertFollows(System::nanoTime, PosixClocks.fastest()::nanos);
    }
  }

  @Test
  void wallClocksFollowTheKernelWithinAMicrosecond() throws InterruptedException {
    PosixClock kernel = PosixClocks.realtime();
    if (HAS_COUNTER) {
      assertFollows(kernel::epochNanos, PosixClocks.orderedRealtime()::epochNanos);
      assertFollows(kernel::epochNanos, PosixClocks.fastestRealtime()::epochNanos);
    } else {
      assertRefused(PosixClocks::orderedRealtime);
      assertRefused(PosixClocks::fastestRealtime);
    }
  }

  @Test
  void refusedWhereTheKernelKeepsTimeOtherwise() {
    if (HAS_COUNTER) {
      ThreadClock clock = PosixClocks.fastest();
      long first = clock.nanos();
      assertTrue(clock.nanos() >= first);
    } else {
      assertRefused(PosixClocks::ordered);
      assertRefused(PosixClocks::fastest);
    }
  }

  private static void assertRefused(Runnable open) {
    ClockUnavailableException refusal = assertThrows(ClockUnavailableException.class, open::run);
    assertEquals(CounterTrust.refusal(KernelFiles.CURRENT), refusal.reason());
  }

  /** A thread must not read less than what another has published. */
  @Test
  void orderedReadingsAreOrderedBetweenThreads() throws InterruptedException {
    MonotonicClock clock = orderedOrStandIn();
    AtomicLong handed = new AtomicLong(clock.elapsedNanos());
    AtomicReference<String> failure = new AtomicReference<>();
    Thread[] threads = new Thread[Math.min(4, Runtime.getRuntime().availableProcessors())];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                for (int n = 0; n < 300_000 && failure.get() == null; n++) {
                  long seen = handed.get();
                  long read = clock.elapsedNanos();
                  if (read < seen) {
                    failure.set("read " + read + " after another thread had read " + seen);
                  }
                  handed.lazySet(read);
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertNull(failure.get());
  }

  private static String refusal(Path root, String source, String flags, String architecture)
      throws IOException {
    Path sys = root.resolve("sys/devices/system/clocksource/clocksource0");
    Files.createDirectories(sys);
    Files.createDirectories(root.resolve("proc/self"));
    Files.writeString(sys.resolve("current_clocksource"), source + "\n");
    Files.writeString(
        root.resolve("proc/cpuinfo"), "processor\t: 0\nflags\t\t: fpu " + flags + "\n\n");
    Files.writeString(root.resolve("proc/self/maps"), "");
    return CounterTrust.refusal(new KernelFiles("Linux", architecture, root));
  }

  @Test
  void trustIsWhatTheKernelSays(@TempDir Path root) throws IOException {
    String invariant = "constant_tsc nonstop_tsc";
    assertNull(refusal(root, "tsc", invariant, "amd64"));
    assertNull(refusal(root, "arch_sys_counter", "", "aarch64"));
    for (String source : new String[] {"hpet", "acpi_pm", "jiffies"}) {
      String refusal = refusal(root, source, invariant, "amd64");
      assertTrue(refusal.startsWith("the clock source is " + source + ", which is not"), refusal);
    }
    for (String source : new String[] {"kvm-clock", "xen", "hyperv_clocksource_tsc_page"}) {
      String refusal = refusal(root, source, invariant, "amd64");
      assertTrue(refusal.startsWith("/proc/self/maps lists no page"), refusal);
    }
    String notInvariant = "the time-stamp counter is not invariant: /proc/cpuinfo lacks ";
    assertEquals(
        notInvariant + "nonstop_tsc; use PosixClocks.monotonic()",
        refusal(root, "tsc", "constant_tsc nonstop_tsc_s3", "amd64"));
    assertEquals(
        notInvariant + "constant_tsc; use PosixClocks.monotonic()",
        refusal(root, "kvm-clock", "nonstop_tsc", "amd64"));
  }
}
