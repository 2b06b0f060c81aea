package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import org.junit.jupiter.api.Test;

class BoundedPosixTimeTest {
  private static final PosixTime NOW = PosixTime.parse("2026-11-22T08:57:00Z");
  private static final PosixTime EARLIER = NOW.minus(Duration.ofMillis(3));
  private static final PosixTime LATER = NOW.plus(Duration.ofMillis(5));

  private static BoundedPosixTime within(PosixTime now, long millis) {
    return BoundedPosixTime.of(now, Duration.ofMillis(millis), SyncState.SYNCHRONIZED);
  }

  @Test
  void accessorsReturnArguments() {
    BoundedPosixTime time = BoundedPosixTime.of(EARLIER, NOW, LATER, SyncState.NOT_SYNCHRONIZED);
    assertEquals(EARLIER, time.earliest());
    assertEquals(NOW, time.now());
    assertEquals(LATER, time.latest());
    assertEquals(SyncState.NOT_SYNCHRONIZED, time.syncState());
    assertTrue(time.isBounded());
    assertEquals(
        "2026-11-22T08:57:00Z in [2026-11-22T08:56:59.997Z, 2026-11-22T08:57:00.005Z]"
            + " NOT_SYNCHRONIZED",
        time.toString());
  }

  @Test
  void refusesNowOutsideBounds() {
    BoundedPosixTime.of(NOW, NOW, NOW, SyncState.SYNCHRONIZED);
    assertEquals(
        "now must be within the bounds, " + LATER + " to " + LATER + ", got " + NOW,
        assertThrows(
                IllegalArgumentException.class,
                () -> BoundedPosixTime.of(LATER, NOW, LATER, SyncState.UNKNOWN))
            .getMessage());
    assertEquals(
        "now must be within the bounds, " + EARLIER + " to " + EARLIER + ", got " + NOW,
        assertThrows(
                IllegalArgumentException.class,
                () -> BoundedPosixTime.of(EARLIER, NOW, EARLIER, SyncState.UNKNOWN))
            .getMessage());
  }

  @Test
  void maxErrorDefinesBounds() {
    BoundedPosixTime time = within(NOW, 3);
    assertEquals(EARLIER, time.earliest());
    assertEquals(NOW.plus(Duration.ofMillis(3)), time.latest());
    BoundedPosixTime edge =
        BoundedPosixTime.of(PosixTime.MIN, Duration.ofNanos(1), SyncState.SYNCHRONIZED);
    assertEquals(PosixTime.MIN, edge.earliest());
    assertEquals(PosixTime.MIN.plus(Duration.ofNanos(1)), edge.latest());
    assertTrue(edge.isBounded());
    BoundedPosixTime end =
        BoundedPosixTime.of(PosixTime.MAX, Duration.ofNanos(1), SyncState.SYNCHRONIZED);
    assertEquals(PosixTime.MAX, end.latest());
    assertTrue(end.isBounded());
  }

  @Test
  void unknownErrorIsUnbounded() {
    BoundedPosixTime time = BoundedPosixTime.unbounded(NOW, SyncState.UNKNOWN);
    assertFalse(time.isBounded());
    assertEquals(PosixTime.MIN, time.earliest());
    assertEquals(NOW, time.now());
    assertEquals(PosixTime.MAX, time.latest());
    assertFalse(time.isCertainlyBefore(within(LATER, 0)));
    assertFalse(within(EARLIER, 0).isCertainlyBefore(time));
  }

  @Test
  void certainOrderNeedsBoundsThatDoNotTouch() {
    BoundedPosixTime here = within(NOW, 2);
    assertTrue(here.isCertainlyBefore(within(LATER, 2)));
    assertTrue(within(LATER, 2).isCertainlyAfter(here));
    assertFalse(here.isCertainlyAfter(within(LATER, 2)));
    // Bounds that touch may be the same moment.
    assertFalse(here.isCertainlyBefore(within(LATER, 3)));
    assertFalse(within(LATER, 3).isCertainlyAfter(here));
  }

  @Test
  void equality() {
    BoundedPosixTime time = BoundedPosixTime.of(EARLIER, NOW, LATER, SyncState.SYNCHRONIZED);
    assertEquals(time, BoundedPosixTime.of(EARLIER, NOW, LATER, SyncState.SYNCHRONIZED));
    assertEquals(
        time.hashCode(),
        BoundedPosixTime.of(EARLIER, NOW, LATER, SyncState.SYNCHRONIZED).hashCode());
    BoundedPosixTime[] others = {
      BoundedPosixTime.of(NOW, NOW, LATER, SyncState.SYNCHRONIZED),
      BoundedPosixTime.of(EARLIER, EARLIER, LATER, SyncState.SYNCHRONIZED),
      BoundedPosixTime.of(EARLIER, NOW, NOW, SyncState.SYNCHRONIZED),
      BoundedPosixTime.of(EARLIER, NOW, LATER, SyncState.UNKNOWN)
    };
    for (BoundedPosixTime other : others) {
      assertNotEquals(time, other);
      assertNotEquals(time.hashCode(), other.hashCode());
    }
    assertFalse(time.equals((Object) "time"));
  }

  @Test
  void refusesNull() {
    assertThrows(NullPointerException.class, () -> BoundedPosixTime.of(EARLIER, NOW, LATER, null));
    assertThrows(
        NullPointerException.class, () -> BoundedPosixTime.unbounded(null, SyncState.UNKNOWN));
  }
}
