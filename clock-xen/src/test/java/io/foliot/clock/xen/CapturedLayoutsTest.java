package io.foliot.clock.xen;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.PosixTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole pages written by a real Xen; the first line of each file gives their origin. */
class CapturedLayoutsTest {
  private static final PosixTime MACHINE_START = PosixTime.parse("2031-07-04T05:06:07Z");

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = CapturedLayoutsTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    }
  }

  @Test
  void arm() throws IOException {
    String figures = LayoutLog.checkArm(lines("xen-4.20-arm.txt"));
    assertTrue(figures.endsWith("3 settings decoded exactly"), figures);
  }

  @Test
  void pvh() throws IOException {
    String figures = LayoutLog.checkPvh(lines("xen-4.17-pvh.txt"), MACHINE_START);
    assertTrue(figures.contains("3 settings decoded exactly"), figures);
  }

  @Test
  void changedByteIsDetected() throws IOException {
    // The high word of the seconds, set to 4294967301.
    List<String> arm =
        lines("xen-4.20-arm.txt").stream()
            .map(line -> line.replace("950d550401", "950d550400"))
            .toList();
    assertThrows(IllegalStateException.class, () -> LayoutLog.checkArm(arm));
    List<String> pvh =
        lines("xen-4.17-pvh.txt").stream()
            .map(line -> line.replace("b1d8610e", "b1d8610f"))
            .toList();
    assertThrows(IllegalStateException.class, () -> LayoutLog.checkPvh(pvh, MACHINE_START));
  }
}
