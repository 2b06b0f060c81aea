package io.foliot.clock.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    for (KernelClock clock : KernelClock.values()) {
      int id = clock.idOn(system);
      assertTrue(id == KernelClock.NONE || seen.add(id), clock + " on " + system);
    }
  }

  @Test
  void everyKnownSystemHasTheTwoClocksThatAllNeed() {
    for (OperatingSystem system :
        new OperatingSystem[] {
          OperatingSystem.LINUX, OperatingSystem.MACOS, OperatingSystem.FREEBSD
        }) {
      assertNotEquals(KernelClock.NONE, KernelClock.MONOTONIC.idOn(system));
      assertEquals(0, KernelClock.REALTIME.idOn(system));
    }
  }

  @Test
  void systemsAreToldByTheirJavaNames() {
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
