package io.foliot.clock.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PtpClockTest {
  private static String refusal(Path device) {
    return assertThrows(ClockUnavailableException.class, () -> PosixClocks.ptp(device)).reason();
  }

  @Test
  void whatIsNoPtpClockIsRefused(@TempDir Path folder) throws IOException {
    assertEquals("open failed with ENOENT", refusal(folder.resolve("ptp0")));
    Path file = Files.createFile(folder.resolve("file"));
    String noClock = "clock_gettime failed with EINVAL; this kernel or device does not have it";
    assertEquals(noClock, refusal(file));
    assertEquals(noClock, refusal(Path.of("/dev/null")));
    assertEquals(noClock, refusal(folder));
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
