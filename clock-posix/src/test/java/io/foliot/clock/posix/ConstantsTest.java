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
  @EnumSource(Platform.class)
  void noTwoClocksShareANumber(Platform platform) {
    Set<Integer> seen = new HashSet<>();
    for (KernelClock clock : KernelClock.values()) {
      int id = clock.idOn(platform);
      assertTrue(id == KernelClock.NONE || seen.add(id), clock + " on " + platform);
    }
  }

  @Test
  void everyKnownSystemHasTheTwoClocksThatAllNeed() {
    for (Platform platform : new Platform[] {Platform.LINUX, Platform.MACOS, Platform.FREEBSD}) {
      assertNotEquals(KernelClock.NONE, KernelClock.MONOTONIC.idOn(platform));
      assertEquals(0, KernelClock.REALTIME.idOn(platform));
    }
  }

  @Test
  void systemsAreToldByTheirJavaNames() {
    assertEquals(Platform.LINUX, Platform.of("Linux"));
    assertEquals(Platform.MACOS, Platform.of("Mac OS X"));
    assertEquals(Platform.FREEBSD, Platform.of("FreeBSD"));
    assertEquals(Platform.OTHER, Platform.of("Windows 11"));
  }

  @Test
  void errorNumbersHaveNames() {
    assertEquals("EPERM", Errno.name(1));
    assertEquals("EINVAL", Errno.name(22));
    assertEquals("errno 4711", Errno.name(4711));
  }
}
