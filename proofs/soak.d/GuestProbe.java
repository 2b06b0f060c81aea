import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.SyncState;
import io.foliot.clock.posix.ClockDiscipline;
import io.foliot.clock.posix.PosixClocks;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.function.LongSupplier;

/**
 * Steps and slews the wall clock of this machine, and checks that the clocks follow. For an emulated
 * guest only.
 */
final class GuestProbe {
  private static final long SECOND = 1_000_000_000;

  /** An emulated guest stalls: the best of many readings must be within this tolerance. */
  private static final long TOLERANCE = 5_000_000;

  private static final int ADJ_FREQUENCY = 2;
  private static final int ADJ_MAXERROR = 4;
  private static final int ADJ_ESTERROR = 8;
  private static final int ADJ_STATUS = 0x10;
  private static final int ADJ_TAI = 0x80;
  private static final int ADJ_TICK = 0x4000;
  private static final int STA_INS = 0x10;
  private static final int STA_DEL = 0x20;

  private static final MethodHandle CLOCK_SETTIME =
      function("clock_settime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle ADJTIMEX =
      function("adjtimex", FunctionDescriptor.of(JAVA_INT, ADDRESS));

  private static int checks;
  private static boolean failed;

  private static MethodHandle function(String name, FunctionDescriptor shape) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), shape);
  }

  private static void check(boolean good, String what) {
    checks++;
    if (!good) {
      failed = true;
      System.out.println("CHECK FAIL " + what);
    }
  }

  private static void step(PosixClock realtime, long nanos) throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timespec = arena.allocate(16, 8);
      long target = realtime.epochNanos() + nanos;
      timespec.set(JAVA_LONG, 0, Math.floorDiv(target, SECOND));
      timespec.set(JAVA_LONG, 8, Math.floorMod(target, SECOND));
      int result = (int) CLOCK_SETTIME.invokeExact(0, timespec);
      check(result == 0, "clock_settime failed");
    }
  }

  private static void adjust(
      int modes, long frequency, long maxError, long estError, int status, long tai, long tick)
      throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timex = arena.allocate(208, 8);
      timex.set(JAVA_INT, 0, modes);
      timex.set(JAVA_LONG, 16, frequency);
      timex.set(JAVA_LONG, 24, maxError);
      timex.set(JAVA_LONG, 32, estError);
      timex.set(JAVA_INT, 40, status);
      timex.set(JAVA_LONG, 48, tai);
      timex.set(JAVA_LONG, 88, tick);
      int result = (int) ADJTIMEX.invokeExact(timex);
      check(result >= 0, "adjtimex failed");
    }
  }

  /** Returns the minimum error of a clock in 100 readings, apart from the uncertainty. */
  private static long distance(LongSupplier kernel, LongSupplier clock) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 100; i++) {
      long before = kernel.getAsLong();
      long read = clock.getAsLong();
      long after = kernel.getAsLong();
      best = Math.min(best, Math.max(0, Math.max(before - read, read - after)));
    }
    return best;
  }

  /** Reads a clock until it agrees with the kernel's, and returns how long that takes. */
  private static long caughtUp(LongSupplier kernel, LongSupplier clock, MonotonicClock stopwatch) {
    long began = stopwatch.elapsedNanos();
    while (true) {
      long near = distance(kernel, clock);
      long took = stopwatch.elapsedNanos() - began;
      if (near < TOLERANCE || took > 10 * SECOND) {
        return took;
      }
    }
  }

  public static void main(String[] args) throws Throwable {
    PosixClock realtime = PosixClocks.realtime();
    MonotonicClock monotonic = PosixClocks.monotonic();
    MonotonicClock ordered = PosixClocks.ordered();
    PosixClock[] followers = {PosixClocks.orderedRealtime(), PosixClocks.fastestRealtime()};
    long slowest = 0;

    for (PosixClock follower : followers) {
      check(
          caughtUp(realtime::epochNanos, follower::epochNanos, monotonic) < SECOND,
          follower + " does not agree with CLOCK_REALTIME at the start");
    }
    long last = ordered.elapsedNanos();
    for (long step :
        new long[] {SECOND, -SECOND, 3600 * SECOND, -7200 * SECOND, 10 * 365 * 86_400 * SECOND}) {
      for (PosixClock follower : followers) {
        long ignored = follower.epochNanos();
        step(realtime, step);
        long took = caughtUp(realtime::epochNanos, follower::epochNanos, monotonic);
        slowest = Math.max(slowest, took);
        // 3.2 ms are documented; the emulator may stall for longer.
        check(took < SECOND / 2, follower + " took " + took + " ns to follow a step of " + step);
        long now = ordered.elapsedNanos();
        check(now >= last, "ordered went back after a step of the wall clock");
        last = now;
        check(
            distance(monotonic::elapsedNanos, ordered::elapsedNanos) < TOLERANCE,
            "ordered left CLOCK_MONOTONIC after a step of the wall clock");
      }
    }
    System.out.println("GUEST steps followed within " + slowest + " ns");

    // 10 % too fast and too slow, the maximum slew.
    for (long tick : new long[] {11_000, 9_000, 10_000}) {
      adjust(ADJ_TICK, 0, 0, 0, 0, 0, tick);
      long worst = 0;
      long began = monotonic.elapsedNanos();
      while (monotonic.elapsedNanos() - began < 2 * SECOND) {
        for (PosixClock follower : followers) {
          long near = distance(realtime::epochNanos, follower::epochNanos);
          if (monotonic.elapsedNanos() - began > SECOND / 2) {
            worst = Math.max(worst, near);
          }
        }
        long near = distance(monotonic::elapsedNanos, ordered::elapsedNanos);
        if (monotonic.elapsedNanos() - began > SECOND / 2) {
          worst = Math.max(worst, near);
        }
        long now = ordered.elapsedNanos();
        check(now >= last, "ordered went back during a slew");
        last = now;
      }
      check(worst < TOLERANCE, "off by " + worst + " ns during a slew with tick " + tick);
      System.out.println("GUEST slew with tick " + tick + " followed within " + worst + " ns");
    }

    ClockDiscipline untouched = ClockDiscipline.read();
    check(untouched.syncState() == SyncState.NOT_SYNCHRONIZED, "synchronized, although no daemon runs");
    check(!PosixClocks.bounded().reading().isBounded(), "bounded, although not synchronized");
    adjust(
        ADJ_FREQUENCY | ADJ_MAXERROR | ADJ_ESTERROR | ADJ_STATUS, 655_360, 5_000, 300, STA_INS, 0, 0);
    adjust(ADJ_TAI, 0, 0, 0, 0, 37, 0);
    ClockDiscipline state = ClockDiscipline.read();
    System.out.println("GUEST " + state);
    check(state.syncState() == SyncState.SYNCHRONIZED, "not synchronized: " + state);
    check(state.estimatedError().orElseThrow().toMicros() == 300, "estimated error: " + state);
    long maximum = state.maximumError().orElseThrow().toMicros();
    check(maximum >= 5_000 && maximum <= 10_000, "maximum error: " + state);
    check(state.taiOffsetSeconds().orElse(0) == 37, "TAI-UTC: " + state);
    check(state.frequencyPicosPerSecond() == 10_000_000, "frequency: " + state);
    check(state.pendingLeapSecond() == ClockDiscipline.LeapSecond.INSERT, "leap second: " + state);
    check(PosixClocks.bounded().reading().isBounded(), "not bounded, although synchronized");
    PosixClock tai = PosixClocks.tai();
    check(
        distance(() -> realtime.epochNanos() + 37 * SECOND, tai::epochNanos) == 0,
        "CLOCK_TAI is not 37 s ahead of CLOCK_REALTIME");
    adjust(ADJ_STATUS, 0, 0, 0, STA_DEL, 0, 0);
    check(
        ClockDiscipline.read().pendingLeapSecond() == ClockDiscipline.LeapSecond.DELETE,
        "no leap second to delete is pending");
    System.out.println(failed ? "GUEST FAIL" : "GUEST PASS " + checks + " checks");
  }
}
