import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import io.foliot.clock.xen.linux.LinuxGuestClocks;
import io.foliot.clock.xen.linux.XenClockProvider;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs inside dom0 of a real Xen and compares clock-xen with the kernel, and with the date that the
 * emulated machine was started at. The machine is its own: its wall clock is set here.
 *
 * <p>Under emulation a thread can lose its CPU for milliseconds between two reads. So each
 * comparison takes the best of many, each with the kernel's clock read before and after.
 */
public final class Dom0Probe {
  private static final long SECOND = 1_000_000_000L;
  private static final long MILLISECOND = 1_000_000L;
  private static final int CLOCK_REALTIME = 0;
  private static final MethodHandle SETTIME =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("clock_settime"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

  private static int failures;
  private static int checks;

  public static void main(String[] arguments) throws Throwable {
    long machineStart = Long.parseLong(arguments[0]);
    int cpus = Integer.parseInt(arguments[1]);
    check("virtual CPUs", Runtime.getRuntime().availableProcessors() == cpus, "");

    XenClockProvider provider = new XenClockProvider();
    MonotonicClock ordered = provider.monotonic();
    check("provider", true, provider.name() + " " + provider.offers());
    check(
        "period", ordered.periodPicos().getAsLong() >= 1000, ordered.periodPicos() + " ps");
    agreement("ordered", ordered);
    agreement("fastest", LinuxGuestClocks.fastest());
    neverBackwards(ordered, cpus);
    sleeper(provider);

    PosixClock wall = provider.posix();
    check(
        "started at the date of the clock chip",
        Math.abs(wall.epochNanos() - machineStart * SECOND) < 120 * SECOND,
        wall.now() + "");
    long realtimeError = bestError(() -> System.currentTimeMillis() * MILLISECOND, wall::epochNanos);
    check("wall clock = CLOCK_REALTIME", realtimeError < 20 * MILLISECOND, realtimeError + " ns");
    for (String time :
        new String[] {
          "2031-07-04T12:00:00Z",
          "2106-02-07T06:28:13Z", // two seconds before 32 bits are full
          "2109-04-09T01:02:03.25Z",
          "2200-01-01T00:00:00Z",
          "1999-12-31T23:59:59.9Z",
          "2031-07-04T05:06:07Z"
        }) {
      follow(wall, PosixTime.parse(time), time.startsWith("2106"));
    }
    System.out.println(
        (failures == 0 ? "PROBE PASS " : "PROBE FAIL ") + checks + " checks, failed: " + failures);
  }

  private interface Reading {
    long nanos();
  }

  /** How far a clock is from the kernel's, at the closest look of many. */
  private static long bestError(Reading kernel, Reading clock) {
    long best = Long.MAX_VALUE;
    long narrowest = Long.MAX_VALUE;
    for (int i = 0; i < 400; i++) {
      long before = kernel.nanos();
      long reading = clock.nanos();
      long after = kernel.nanos();
      if (after - before < narrowest || after - before == narrowest) {
        narrowest = after - before;
        best = Math.min(best, Math.abs(reading - (before + narrowest / 2)));
      }
    }
    return best;
  }

  /** Difference clock − CLOCK_MONOTONIC at the narrowest of many brackets. */
  private static long difference(MonotonicClock clock) {
    long best = 0;
    long narrowest = Long.MAX_VALUE;
    for (int i = 0; i < 2000; i++) {
      long before = System.nanoTime();
      long reading = clock.elapsedNanos();
      long after = System.nanoTime();
      if (after - before < narrowest) {
        narrowest = after - before;
        best = reading - (before + narrowest / 2);
      }
    }
    return best;
  }

  /** Xen rewrites the page about once a second: five seconds are several updates. */
  private static void agreement(String name, MonotonicClock clock) throws InterruptedException {
    long first = difference(clock);
    long worst = 0;
    for (int i = 0; i < 10; i++) {
      Thread.sleep(500);
      worst = Math.max(worst, Math.abs(difference(clock) - first));
    }
    check(name + " = CLOCK_MONOTONIC over 5 s", worst < 5 * MILLISECOND, worst + " ns apart");
  }

  /** Each thread checks against the highest reading that any thread had published before. */
  private static void neverBackwards(MonotonicClock clock, int cpus) throws InterruptedException {
    AtomicLong published = new AtomicLong(clock.elapsedNanos());
    AtomicLong reads = new AtomicLong();
    AtomicLong backwards = new AtomicLong();
    Thread[] threads = new Thread[cpus];
    long end = clock.elapsedNanos() + 3 * SECOND;
    for (int t = 0; t < cpus; t++) {
      threads[t] =
          new Thread(
              () -> {
                long count = 0;
                long now;
                do {
                  long seen = published.get();
                  now = clock.elapsedNanos();
                  if (now - seen < 0) {
                    backwards.incrementAndGet();
                  }
                  long mine = now;
                  published.accumulateAndGet(mine, (a, b) -> b - a > 0 ? b : a);
                  count++;
                } while (now - end < 0);
                reads.addAndGet(count);
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    check(
        "never backwards",
        backwards.get() == 0 && reads.get() > 1000,
        reads + " reads by " + cpus + " threads, " + backwards + " backwards");
  }

  private static void sleeper(XenClockProvider provider) throws InterruptedException {
    var sleeper = provider.sleeper();
    long start = sleeper.clock().elapsedNanos();
    sleeper.sleepUntil(start + 50 * MILLISECOND);
    long slept = sleeper.clock().elapsedNanos() - start;
    check("sleeps until the deadline", slept >= 50 * MILLISECOND && slept < SECOND, slept + " ns");
  }

  private static void follow(PosixClock wall, PosixTime time, boolean crossing) throws Throwable {
    long epoch = set(time);
    long first = wall.epochNanos();
    long error = first - epoch;
    check(
        "follows clock_settime " + time,
        error >= -20 * MILLISECOND && error < 100 * MILLISECOND,
        "read " + wall.now() + ", " + error + " ns later");
    if (crossing) {
      Thread.sleep(2500);
      long passed = wall.epochNanos() - first;
      check(
          "goes on past 2^32 s",
          passed > 2400 * MILLISECOND && passed < 4 * SECOND && wall.epochNanos() / SECOND >= 1L << 32,
          "reads " + wall.now());
    }
  }

  private static long set(PosixTime time) throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      long seconds = time.days() * 86400L + time.picosOfDay() / 1_000_000_000_000L;
      long nanos = time.picosOfDay() % 1_000_000_000_000L / 1000;
      MemorySegment timespec =
          arena.allocateFrom(ValueLayout.JAVA_LONG, new long[] {seconds, nanos});
      if ((int) SETTIME.invokeExact(CLOCK_REALTIME, timespec) != 0) {
        throw new IllegalStateException("clock_settime " + time + " refused by the kernel");
      }
      return seconds * SECOND + nanos;
    }
  }

  private static void check(String what, boolean holds, String figures) {
    checks++;
    if (!holds) {
      failures++;
    }
    System.out.println("CHECK " + (holds ? "ok   " : "FAIL ") + what + ": " + figures);
  }
}
