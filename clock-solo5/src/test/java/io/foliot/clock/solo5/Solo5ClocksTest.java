package io.foliot.clock.solo5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.SuspendBehavior;
import io.foliot.duration.Duration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Solo5ClocksTest {
  private static final Path STAND_IN = StandIn.library();

  @TempDir Path folder;

  /** Prints readings of the clocks of its process; runs in a separate JVM. */
  static final class InProcess {
    public static void main(String[] args) {
      try {
        Solo5Clocks clocks = Solo5Clocks.inProcess(Solo5Target.SPT);
        long before = System.nanoTime();
        long reading = clocks.monotonic().elapsedNanos();
        long after = System.nanoTime();
        System.out.println("read " + (before <= reading && reading <= after));
        System.out.println("year " + (clocks.posix().now().year() >= 2026));
      } catch (ClockUnavailableException refusal) {
        System.out.println("refused: " + refusal.getMessage());
      }
    }
  }

  @Test
  void readsTheMonotonicClockOfALibrary() {
    Solo5MonotonicClock clock = Solo5Clocks.library(STAND_IN, Solo5Target.SPT).monotonic();
    // The stand-in reads CLOCK_MONOTONIC, and so does System.nanoTime on Linux.
    for (int i = 0; i < 1000; i++) {
      long before = System.nanoTime();
      long reading = clock.elapsedNanos();
      long after = System.nanoTime();
      assertTrue(
          before <= reading && reading <= after, "not between two readings of System.nanoTime");
    }
  }

  @Test
  void readsTheWallClockOfALibrary() {
    Solo5PosixClock clock = Solo5Clocks.library(STAND_IN, Solo5Target.SPT).posix();
    long apart = Math.abs(clock.epochNanos() / 1_000_000 - System.currentTimeMillis());
    assertTrue(apart < 10_000, () -> "apart by " + apart + " ms");
  }

  @Test
  void sleepsWithALibrary() throws InterruptedException {
    Solo5Sleeper sleeper = Solo5Clocks.library(STAND_IN, Solo5Target.SPT).sleeper();
    long before = System.nanoTime();
    sleeper.sleep(Duration.ofMillis(12));
    assertTrue(System.nanoTime() - before >= 12_000_000, "woke up early");
  }

  @Test
  void noticesAnInterruptDuringASleepWithALibrary() {
    Solo5Sleeper sleeper = Solo5Clocks.library(STAND_IN, Solo5Target.SPT).sleeper();
    Thread sleeping = Thread.currentThread();
    Thread waker =
        new Thread(
            () -> {
              while (sleeping.getState() != Thread.State.RUNNABLE) {
                Thread.onSpinWait();
              }
              sleeping.interrupt();
            });
    waker.setDaemon(true);
    waker.start();
    assertThrows(InterruptedException.class, () -> sleeper.sleepUntil(-1));
  }

  @Test
  void refusesALibraryWithoutTheFunctions() {
    Path library = StandIn.library("-DSTANDIN_WITHOUT_WALL");
    String reason = reasonOf(library);
    assertTrue(reason.startsWith(library + " does not export solo5_clock_wall"), reason);
  }

  @Test
  void refusesAFileThatIsMissingOrNoLibrary() throws IOException {
    Path missing = folder.resolve("missing.so");
    assertTrue(reasonOf(missing).startsWith(missing + " cannot be loaded"));
    Path text = Files.writeString(folder.resolve("text.so"), "not a library");
    assertTrue(reasonOf(text).startsWith(text + " cannot be loaded"));
  }

  private static String reasonOf(Path library) {
    return assertThrows(
            ClockUnavailableException.class, () -> Solo5Clocks.library(library, Solo5Target.OTHER))
        .reason();
  }

  @Test
  void refusesAWallClockThatStandsAtZero() {
    Solo5Clocks clocks =
        Solo5Clocks.library(StandIn.library("-DSTANDIN_STOPPED_WALL"), Solo5Target.MUEN);
    assertThrows(ClockUnavailableException.class, clocks::posix);
    assertTrue(clocks.monotonic().elapsedNanos() != 0);
  }

  @Test
  void refusesAProcessThatDoesNotRunOnSolo5() {
    ClockUnavailableException refusal =
        assertThrows(
            ClockUnavailableException.class, () -> Solo5Clocks.inProcess(Solo5Target.OTHER));
    assertTrue(refusal.reason().startsWith("this process does not export solo5_clock_monotonic"));
  }

  @Test
  void readsTheClocksOfAProcessThatExportsThem() throws IOException {
    String output = inOtherJvm(Map.of("LD_PRELOAD", STAND_IN.toString()), "ALL-UNNAMED");
    assertEquals("read true\nyear true\n", output);
  }

  @Test
  void refusesWhereNativeAccessIsDenied() throws IOException {
    String output = inOtherJvm(Map.of(), "java.base");
    assertEquals(
        "refused: solo5 is not available: native access is denied; start java with"
            + " --enable-native-access=ALL-UNNAMED\n",
        output);
  }

  private static String inOtherJvm(Map<String, String> environment, String nativeAccess)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=" + nativeAccess,
            "--illegal-native-access=deny",
            "-cp",
            System.getProperty("java.class.path"),
            InProcess.class.getName());
    builder.environment().putAll(environment);
    return StandIn.run(builder).output;
  }

  @Test
  void suspendBehaviorIsThatOfTheTarget() {
    FakeSolo5 solo5 = new FakeSolo5();
    assertSame(
        SuspendBehavior.STOPS,
        Solo5Clocks.of(solo5, Solo5Target.HVT).monotonic().suspendBehavior());
    assertSame(
        SuspendBehavior.UNKNOWN,
        Solo5Clocks.of(solo5, Solo5Target.XEN).monotonic().suspendBehavior());
  }
}
