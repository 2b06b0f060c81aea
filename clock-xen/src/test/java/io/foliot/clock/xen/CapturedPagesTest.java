package io.foliot.clock.xen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.foliot.clock.PosixTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages written by a real Xen; the first line of each file gives their origin. */
class CapturedPagesTest {
  private static final PosixTime MACHINE_START = PosixTime.parse("2031-07-04T05:06:07Z");

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = CapturedPagesTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    }
  }

  @Test
  void shiftToTheLeft() throws IOException {
    assertEquals(
        "4 pages agree with the RTC over 3 updates, ahead by 582 ms within 15 us; wall clock set 3"
            + " times; tsc_shift [1]",
        CapturedLog.check(lines("xen-4.17-1GHz.txt"), MACHINE_START, 50_000_000).toString());
  }

  @Test
  void shiftToTheRight() throws IOException {
    assertEquals(
        "4 pages agree with the RTC over 3 updates, ahead by 360 ms within 848 us; wall clock set 3"
            + " times; tsc_shift [-1]",
        CapturedLog.check(lines("xen-4.17-2600MHz.txt"), MACHINE_START, 50_000_000).toString());
  }

  @Test
  void changedByteIsDetected() throws IOException {
    List<String> lines = lines("xen-4.17-1GHz.txt");
    // The fourth byte of wc_sec of the first page, worth 194 days.
    List<String> changed =
        lines.stream().map(line -> line.replace("bfe7af73", "bfe7af74")).toList();
    assertThrows(
        IllegalStateException.class, () -> CapturedLog.check(changed, MACHINE_START, 50_000_000));
  }
}
