import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.Clocks;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import io.foliot.clock.Sleeper;
import io.foliot.clock.ThreadClock;
import io.foliot.clock.conformance.ClockProviderConformance;
import io.foliot.clock.conformance.MonotonicClockConformance;
import io.foliot.clock.conformance.PosixClockConformance;
import io.foliot.clock.conformance.SleeperConformance;
import io.foliot.clock.conformance.ThreadClockConformance;
import io.foliot.clock.xen.linux.XenClockProvider;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Compares the offered clocks with those of the kernel, on Linux as dom0 of a real Xen on an emulated
 * machine. It sets the wall clock of that machine.
 *
 * <p>Arguments: the start of the machine in seconds since 1970, the number of virtual CPUs, the
 * seconds to run.
 *
 * <p>Under emulation a thread can lose its CPU for milliseconds between two readings. Each comparison
 * therefore uses the best of many, with the kernel's clock read before and after.
 */
public final class GuestProbe {
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
    dom0(
        Long.parseLong(arguments[0]),
        Integer.parseInt(arguments[1]),
        Integer.parseInt(arguments[2]));
    System.out.println(
        (failures == 0 ? "PROBE PASS " : "PROBE FAIL ") + checks + " checks, failed: " + failures);
  }

  /** Returns the clock with a name from the first provider that opens it. */
  private static <C> C offered(Class<C> type, String name) {
    String refusals = "";
    for (ClockProvider provider : ServiceLoader.load(ClockProvider.class)) {
      for (ClockOffer<?> offer : provider.offers()) {
        if (offer.name().equals(name) && type == offer.type()) {
          try {
            return type.cast(offer.open());
          } catch (ClockUnavailableException refused) {
            refusals += " " + provider.name() + ": " + refused.reason();
          }
        }
      }
    }
    throw new IllegalStateException("no clock " + name + ";" + refusals);
  }

  private static void dom0(long machineStart, int cpus, int seconds) throws Throwable {
    check("virtual CPUs", Runtime.getRuntime().availableProcessors() == cpus, cpus + "");

    check(
        "the kernel's clocks are installed",
        Clocks.installed().monotonic() == offered(MonotonicClock.class, "monotonic"),
        Clocks.installed().report() + "");
    MonotonicClock ordered = offered(MonotonicClock.class, "ordered");
    agreement(ordered, offered(ThreadClock.class, "fastest"), seconds);
    neverGoesBack(ordered, cpus, seconds);

    PosixClock wall = offered(PosixClock.class, "wall");
    check(
        "started at the date of the RTC",
        Math.abs(wall.epochNanos() - machineStart * SECOND) < 900 * SECOND,
        wall.now() + "");
    long realtimeError =
        bestError(() -> System.currentTimeMillis() * MILLISECOND, wall::epochNanos);
    check("wall clock = CLOCK_REALTIME", realtimeError < 20 * MILLISECOND, realtimeError + " ns");
    conformance(new Ordered(), new Fastest(), new Wall(), new Sleeping(), new Provider());

    for (String time :
        new String[] {
          "2031-07-04T12:00:00Z",
          "2106-02-07T06:28:14Z", // two seconds before 32 bits overflow
          "2109-04-09T01:02:03.25Z",
          "2200-01-01T00:00:00Z",
          "1999-12-31T23:59:59.9Z",
          "2031-07-04T05:06:07Z"
        }) {
      follow(wall, PosixTime.parse(time), time.startsWith("2106"));
    }
  }

  /** A conformance test. */
  public static final class Ordered extends MonotonicClockConformance {
    private final MonotonicClock clock = offered(MonotonicClock.class, "ordered");

    @Override
    protected MonotonicClock clock() {
      return clock;
    }
  }

  /** A conformance test. */
  public static final class Fastest extends ThreadClockConformance {
    private final ThreadClock clock = offered(ThreadClock.class, "fastest");

    @Override
    protected ThreadClock clock() {
      return clock;
    }
  }

  /** A conformance test. */
  public static final class Wall extends PosixClockConformance {
    private final PosixClock clock = offered(PosixClock.class, "wall");

    @Override
    protected PosixClock clock() {
      return clock;
    }
  }

  /** A conformance test. */
  public static final class Sleeping extends SleeperConformance {
    private final Sleeper sleeper = Sleeper.parking(offered(MonotonicClock.class, "ordered"));

    @Override
    protected Sleeper sleeper() {
      return sleeper;
    }
  }

  /** A conformance test. */
  public static final class Provider extends ClockProviderConformance {
    @Override
    protected ClockProvider provider() {
      return new XenClockProvider();
    }
  }

  /** Runs conformance tests without a test engine, which would not fit into this small machine. */
  private static void conformance(Object... suites) throws IllegalAccessException {
    for (Object suite : suites) {
      int passed = 0;
      String failed = "";
      for (Method method : suite.getClass().getMethods()) {
        if (method.isAnnotationPresent(Test.class)) {
          try {
            method.invoke(suite);
            passed++;
          } catch (InvocationTargetException thrown) {
            failed += ", " + method.getName() + ": " + thrown.getCause();
          }
        }
      }
      check(
          "conformance of " + suite.getClass().getSimpleName(),
          passed >= 3 && failed.isEmpty(),
          passed + " tests passed" + failed);
    }
  }

  private interface Reading {
    long nanos();
  }

  /** Returns the error of a clock in the narrowest of many samples. */
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

  /** Returns clock − CLOCK_MONOTONIC in the narrowest of many samples. */
  private static long difference(Reading clock) {
    long best = 0;
    long narrowest = Long.MAX_VALUE;
    for (int i = 0; i < 2000; i++) {
      long before = System.nanoTime();
      long reading = clock.nanos();
      long after = System.nanoTime();
      if (after - before < narrowest) {
        narrowest = after - before;
        best = reading - (before + narrowest / 2);
      }
    }
    return best;
  }

  /** Xen updates its page about once a second, so several seconds contain several updates. */
  private static void agreement(MonotonicClock ordered, ThreadClock fastest, int seconds)
      throws InterruptedException {
    long firstOrdered = difference(ordered::elapsedNanos);
    long firstFastest = difference(fastest::nanos);
    long worstOrdered = 0;
    long worstFastest = 0;
    for (int i = 0; i < 2 * seconds; i++) {
      Thread.sleep(500);
      worstOrdered =
          Math.max(worstOrdered, Math.abs(difference(ordered::elapsedNanos) - firstOrdered));
      worstFastest = Math.max(worstFastest, Math.abs(difference(fastest::nanos) - firstFastest));
    }
    check(
        "ordered and fastest = CLOCK_MONOTONIC over " + seconds + " s",
        worstOrdered < 5 * MILLISECOND && worstFastest < 5 * MILLISECOND,
        worstOrdered + " and " + worstFastest + " ns apart");
  }

  /** Compares each reading with the highest reading published before it. */
  private static void neverGoesBack(MonotonicClock clock, int cpus, int seconds) throws InterruptedException {
    AtomicLong published = new AtomicLong(clock.elapsedNanos());
    AtomicLong reads = new AtomicLong();
    AtomicLong backwards = new AtomicLong();
    Thread[] threads = new Thread[cpus];
    long end = clock.elapsedNanos() + seconds * SECOND;
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
        "never goes back",
        backwards.get() == 0 && reads.get() > 1000,
        reads + " readings by " + cpus + " threads, " + backwards + " went back");
  }

  private static void follow(PosixClock wall, PosixTime time, boolean crossing) throws Throwable {
    long first = 0;
    long error = Long.MAX_VALUE;
    String read = "";
    // The thread may lose its processor between setting and reading: best of three.
    for (int i = 0; i < 3 && error > 20 * MILLISECOND; i++) {
      long epoch = set(time);
      first = wall.epochNanos();
      read = wall.now().toString();
      error = Math.abs(first - epoch);
    }
    check(
        "follows clock_settime " + time,
        error < 100 * MILLISECOND,
        "read " + read + ", " + error + " ns apart");
    if (crossing) {
      Thread.sleep(2200);
      long passed = wall.epochNanos() - first;
      check(
          "continues beyond 2^32 s",
          passed > 2100 * MILLISECOND && wall.epochNanos() / SECOND >= 1L << 32,
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
        throw new IllegalStateException("clock_settime " + time + " failed");
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
