package io.foliot.clock.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A clock that cannot work is refused with the reason, and the others go on. */
class RefusalTest {
  @Test
  void withoutNativeAccessOnlyMonotonicWorks() throws Exception {
    ChildJvm.Result child = ChildJvm.run(OpenAll.class, Map.of(), "--illegal-native-access=deny");
    assertEquals(0, child.exitCode(), child.output());
    for (String line : child.lines()) {
      if (line.startsWith("monotonic ")) {
        assertTrue(line.startsWith("monotonic = "), line);
      } else {
        assertTrue(
            line.endsWith(
                " refused: native access is denied to this library; start java with"
                    + " --enable-native-access=ALL-UNNAMED"),
            line);
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
}
