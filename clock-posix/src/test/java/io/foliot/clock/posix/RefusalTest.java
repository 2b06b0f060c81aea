package io.foliot.clock.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.posix.kernel.CounterTrust;
import io.foliot.clock.posix.kernel.KernelFiles;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A clock that cannot work is refused with the reason; the others are not affected. */
class RefusalTest {
  @Test
  void withoutNativeAccessOnlyMonotonicWorks() throws Exception {
    ChildJvm.Result child = ChildJvm.run(OpenAll.class, Map.of(), "--illegal-native-access=deny");
    assertEquals(0, child.exitCode(), child.output());
    String denied = "native access is denied; start java with --enable-native-access=ALL-UNNAMED";
    String distrusted = CounterTrust.refusal(KernelFiles.CURRENT);
    for (String line : child.lines()) {
      if (line.startsWith("monotonic ")) {
        assertTrue(line.startsWith("monotonic = "), line);
      } else {
        boolean onCounter = line.matches("(fastest|ordered).*");
        // A counter that is not trusted is refused before anything native is loaded.
        boolean expected =
            line.contains(" refused: " + denied)
                || (onCounter && distrusted != null && line.endsWith(" refused: " + distrusted));
        assertTrue(expected, line);
      }
    }
    assertEquals(new PosixClockProvider().offers().size(), child.lines().size(), child.output());
  }

  @Test
  void theProviderStillSleepsWithoutNativeAccess() throws Exception {
    ChildJvm.Result child = ChildJvm.run(SleepOnce.class, Map.of(), "--illegal-native-access=deny");
    assertEquals("slept", child.output().strip());
  }

  /** Sleeps a millisecond on the provider's sleeper. */
  static final class SleepOnce {
    public static void main(String[] args) throws InterruptedException {
      var sleeper = new PosixClockProvider().sleeper();
      sleeper.sleepUntil(sleeper.clock().elapsedNanos() + 1_000_000);
      System.out.println("slept");
    }
  }

  @Test
  void monotonicDoesNotLoadForeignFunctions() throws Exception {
    String foreign = " java.lang.foreign.Linker ";
    assertFalse(loadedBy(ReadMonotonic.class).contains(foreign));
    assertTrue(loadedBy(OpenAll.class).contains(foreign), "the log does not show what it should");
  }

  private static String loadedBy(Class<?> main) throws Exception {
    ChildJvm.Result child =
        ChildJvm.run(
            main, Map.of(), "--enable-native-access=ALL-UNNAMED", "-Xlog:class+load:stdout:uptime");
    assertEquals(0, child.exitCode(), child.output());
    assertTrue(child.output().contains("io.foliot.clock.posix.PosixClocks"), child.output());
    return child.output();
  }

  /** Reads only the monotonic clock. */
  static final class ReadMonotonic {
    public static void main(String[] args) {
      System.out.println(PosixClocks.monotonic().elapsedNanos());
    }
  }

  private static Map<String, String> inSandbox(String refused) throws Exception {
    ChildJvm.Result child =
        ChildJvm.run(
            Sandbox.class, Map.of(), "--enable-native-access=ALL-UNNAMED", "-Drefuse=" + refused);
    assertEquals(0, child.exitCode(), child.output());
    Map<String, String> answers = new TreeMap<>();
    for (String line : child.lines()) {
      String name = line.split(" ", 2)[0];
      answers.put(name, line.contains(" = ") ? "works" : line.replace(name + " refused: ", ""));
    }
    assertEquals(new PosixClockProvider().offers().size() + 1, answers.size(), child.output());
    return answers;
  }

  /**
   * Asserts that the clocks that match a pattern are refused and the others work. Counter clocks
   * may be refused for another reason.
   */
  private static void assertRefused(String reason, Map<String, String> answers, String pattern) {
    answers.forEach(
        (name, answer) -> {
          boolean counter = name.matches("(fastest|ordered).*");
          if (counter && !CounterTrust.holds()) {
            assertNotEquals("works", answer, name);
          } else {
            assertEquals(name.matches(pattern) ? reason : "works", answer, name);
          }
        });
  }

  @Test
  void withoutExecutableMemoryTheKernelsClocksWork() throws Exception {
    assertRefused(
        ExecutableMemory.notExecutable(1).reason(),
        inSandbox("executable_memory"),
        "(fastest|ordered).*");
  }

  private static String forbidden(String function) {
    return Libc.failed("clock", function, 1).reason();
  }

  @Test
  void aFilterThatRefusesACallTakesOnlyTheClocksThatNeedIt() throws Exception {
    assertRefused(forbidden("getrusage"), inSandbox("getrusage"), "thread-user-cpu");
    assertRefused(forbidden("adjtimex"), inSandbox("adjtimex"), "bounded");
    assertRefused(forbidden("clock_nanosleep"), inSandbox("clock_nanosleep"), "sleeper");
    // The vDSO answers for the others without a system call.
    assertRefused(forbidden("clock_getres"), inSandbox("clock_getres"), "process-cpu|thread-cpu");
  }
}
