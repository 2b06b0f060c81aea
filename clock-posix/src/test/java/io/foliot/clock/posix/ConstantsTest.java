package io.foliot.clock.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.posix.kernel.Errno;
import io.foliot.clock.posix.kernel.OperatingSystem;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConstantsTest {
  @ParameterizedTest
  @EnumSource(OperatingSystem.class)
  void noTwoClocksShareANumber(OperatingSystem system) {
    Set<Integer> seen = new HashSet<>();
    for (ClockId clock : ClockId.values()) {
      int id = clock.on(system);
      assertTrue(id == ClockId.NONE || seen.add(id), clock + " on " + system);
    }
  }

  @Test
  void everySupportedSystemHasRealtimeAndMonotonic() {
    for (OperatingSystem system :
        new OperatingSystem[] {
          OperatingSystem.LINUX, OperatingSystem.MACOS, OperatingSystem.FREEBSD
        }) {
      assertNotEquals(ClockId.NONE, ClockId.MONOTONIC.on(system));
      assertEquals(0, ClockId.REALTIME.on(system));
    }
  }

  @Test
  void systemsAreRecognizedByTheirJavaNames() {
    assertEquals(OperatingSystem.LINUX, OperatingSystem.of("Linux"));
    assertEquals(OperatingSystem.MACOS, OperatingSystem.of("Mac OS X"));
    assertEquals(OperatingSystem.FREEBSD, OperatingSystem.of("FreeBSD"));
    assertEquals(OperatingSystem.OTHER, OperatingSystem.of("Windows 11"));
  }

  @Test
  void errorNumbersHaveNames() {
    assertEquals("EPERM", Errno.name(1));
    assertEquals("EINVAL", Errno.name(22));
    assertEquals("errno 4711", Errno.name(4711));
  }
}
