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
 * The clocks on the cycle counter of this machine. On a machine whose kernel does not keep time
 * with that counter, they must be refused, and a steered clock on {@link System#nanoTime} takes
 * their place in the tests, so that all but the machine code is still tested.
 */
class CounterTest {
  private static final boolean HAS_COUNTER = CounterTrust.holds();

  /** A steered clock with a counter that every machine has. */
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

  /** Reads a clock between two readings of the kernel's until that went without interruption. */
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
    // What half of the bracket can explain is no error.
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
    assertEquals(CounterTrust.refusal(KernelFiles.HERE), refusal.reason());
  }

  /** One thread hands readings to another, which must not read less. */
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
      assertEquals(
          "the kernel keeps time with the clock source "
              + source
              + ", not with the cycle counter (tsc, kvm-clock, xen or hyperv_clocksource_tsc_page),"
              + " so the counter cannot be trusted; use PosixClocks.monotonic()",
          refusal(root, source, invariant, "amd64"));
    }
    for (String source : new String[] {"kvm-clock", "xen", "hyperv_clocksource_tsc_page"}) {
      assertEquals(
          "/proc/self/maps shows no page of the hypervisor, neither in [vvar_vclock] nor in [vvar]:"
              + " the kernel maps none (started with vdso=0, perhaps); use PosixClocks.monotonic()",
          refusal(root, source, invariant, "amd64"));
    }
    assertEquals(
        "the processor's time-stamp counter is not invariant: /proc/cpuinfo lacks nonstop_tsc;"
            + " use PosixClocks.monotonic()",
        refusal(root, "tsc", "constant_tsc nonstop_tsc_s3", "amd64"));
    assertEquals(
        "the processor's time-stamp counter is not invariant: /proc/cpuinfo lacks constant_tsc;"
            + " use PosixClocks.monotonic()",
        refusal(root, "kvm-clock", "nonstop_tsc", "amd64"));
    assertEquals(
        "the kernel does not tell which clock source it uses (/sys/devices/system/clocksource is"
            + " missing or unreadable), so the counter cannot be trusted; use"
            + " PosixClocks.monotonic()",
        CounterTrust.refusal(new KernelFiles("Linux", "amd64", root.resolve("nowhere"))));
  }
}
