package io.foliot.clock.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PtpClockTest {
  private static final String NOT_A_DEVICE =
      "it is not a character device; expected a PTP clock such as /dev/ptp0";

  private static String refusal(Path device) {
    return assertThrows(ClockUnavailableException.class, () -> PosixClocks.ptp(device)).reason();
  }

  @Test
  void whatIsNoPtpClockIsRefused(@TempDir Path folder) throws IOException {
    assertEquals("open failed with ENOENT; there is no such file", refusal(folder.resolve("ptp0")));
    assertEquals(NOT_A_DEVICE, refusal(Files.createFile(folder.resolve("file"))));
    assertEquals(NOT_A_DEVICE, refusal(folder));
    String noClock = "clock_gettime failed with EINVAL; this kernel or device does not support it";
    assertEquals(noClock, refusal(Path.of("/dev/null")));
  }

  /** Opening a pipe without a writer would block. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aPipeIsRefusedAtOnce(@TempDir Path folder) throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    assertEquals(NOT_A_DEVICE, refusal(pipe));
  }

  /** The master side of a terminal, which every Linux has. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aTerminalIsRefusedAtOnce() {
    String reason = refusal(Path.of("/dev/ptmx"));
    assertTrue(
        reason.startsWith("clock_gettime failed") || reason.startsWith("open failed"), reason);
  }

  @Test
  void aRefusalLeavesNoFileOpen(@TempDir Path folder) throws IOException {
    String ignored = refusal(Path.of("/dev/null"));
    long before = openFiles();
    for (int i = 0; i < 50; i++) {
      ignored = refusal(Path.of("/dev/null"));
    }
    assertTrue(openFiles() < before + 25, ignored);
  }

  private static long openFiles() throws IOException {
    try (var files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }
}
