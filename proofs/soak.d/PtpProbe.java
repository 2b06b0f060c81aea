import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.posix.PosixClocks;
import io.foliot.clock.posix.PtpClock;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * Sets the clock of a PTP device by {@code clock_settime}, and checks that {@link PtpClock} reads it
 * between two readings by {@code clock_gettime}. For an emulated guest only.
 *
 * <p>Argument: the device.
 */
final class PtpProbe {
  private static final long SECOND = 1_000_000_000;
  private static final int O_RDWR = 2;
  private static final MemoryLayout TIMESPEC = MemoryLayout.structLayout(JAVA_LONG, JAVA_LONG);

  private static final MethodHandle OPEN = function("open", ADDRESS, JAVA_INT);
  private static final MethodHandle SET = function("clock_settime", JAVA_INT, ADDRESS);
  private static final MethodHandle GET = function("clock_gettime", JAVA_INT, ADDRESS);

  private static int checks;
  private static boolean failed;

  private static MethodHandle function(String name, MemoryLayout... parameters) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().find(name).orElseThrow(),
        FunctionDescriptor.of(JAVA_INT, parameters));
  }

  private static void check(boolean good, String what) {
    checks++;
    if (!good) {
      failed = true;
      System.out.println("CHECK FAIL " + what);
    }
  }

  private static long read(int id, MemorySegment timespec) throws Throwable {
    int result = (int) GET.invokeExact(id, timespec);
    check(result == 0, "clock_gettime failed");
    return timespec.get(JAVA_LONG, 0) * SECOND + timespec.get(JAVA_LONG, 8);
  }

  public static void main(String[] args) throws Throwable {
    Path device = Path.of(args[0]);
    PtpClock clock = PosixClocks.ptp(device);
    try (Arena arena = Arena.ofConfined()) {
      int file = (int) OPEN.invokeExact(arena.allocateFrom(args[0]), O_RDWR);
      check(file >= 0, "cannot open " + device + " for writing");
      int id = ~file << 3 | 3;
      MemorySegment timespec = arena.allocate(TIMESPEC);
      // The epoch, 2001, the ends of 31 and 32 bits, 2100, and near the maximum that Linux accepts.
      for (long seconds :
          new long[] {0, SECOND, 1L << 31, 1L << 32, 4_102_444_800L, 8_277_000_000L}) {
        timespec.set(JAVA_LONG, 0, seconds);
        timespec.set(JAVA_LONG, 8, 123_456_789);
        int result = (int) SET.invokeExact(id, timespec);
        check(result == 0, "clock_settime failed for " + seconds + " s");
        long before = read(id, timespec);
        long read = clock.epochNanos();
        long after = read(id, timespec);
        long passed = read - (seconds * SECOND + 123_456_789);
        check(before <= read && read <= after, read + " is not between " + before + " and " + after);
        check(passed >= 0 && passed < SECOND, "off by " + passed + " ns after " + seconds + " s");
        check(clock.now().toEpochSecond() == seconds, "wrong second: " + clock.now());
      }
      long first = clock.epochNanos();
      Thread.sleep(200);
      long ran = clock.epochNanos() - first;
      check(ran >= 0, "the device's clock went back by " + -ran + " ns");
      System.out.println("PTP the clock of the device advanced by " + ran + " ns in 200 ms");
      check(clock.periodPicos().orElse(0) == 1_000, "period: " + clock.periodPicos());
    }
    clock.close();
    try {
      long read = clock.epochNanos();
      check(false, "a closed clock returned " + read);
    } catch (IllegalStateException closed) {
      checks++;
    }
    System.out.println(failed ? "PTP FAIL" : "PTP PASS " + checks + " checks");
  }
}
