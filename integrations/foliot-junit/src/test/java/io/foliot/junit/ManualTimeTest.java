package io.foliot.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.foliot.clock.BoundedPosixClock;
import io.foliot.clock.ManualClock;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import io.foliot.clock.Sleeper;
import io.foliot.clock.SuspendBehavior;
import io.foliot.duration.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ManualTime(wall = "2026-11-22T08:57:00Z", suspendBehavior = SuspendBehavior.COUNTS)
class ManualTimeTest {
  private ManualClock seenBefore;

  @BeforeEach
  void prepare(ManualClock clock) {
    seenBefore = clock;
    clock.advance(Duration.ofSeconds(1));
  }

  @RepeatedTest(3)
  void everyInvocationHasItsOwn(ManualClock clock) {
    assertSame(seenBefore, clock);
    assertEquals(Duration.ofSeconds(1), clock.elapsed());
    assertEquals(PosixTime.parse("2026-11-22T08:57:01Z"), clock.now());
    assertEquals(SuspendBehavior.COUNTS, clock.suspendBehavior());
  }

  @Test
  void everyTypeIsTheSameClock(
      MonotonicClock monotonic, PosixClock posix, BoundedPosixClock bounded, Sleeper sleeper) {
    assertSame(seenBefore, monotonic);
    assertSame(seenBefore, posix);
    assertSame(seenBefore, bounded);
    assertSame(seenBefore, sleeper);
  }

  @Test
  @ManualTime(wall = "1969-12-31T23:59:58.999999999999Z", elapsed = "213503d23h34m32.709551615s")
  void theMethodCountsFirst(ManualClock clock) {
    assertEquals(Duration.MAX, clock.elapsed());
    assertEquals(PosixTime.of(-1, 86_399_999_999_999_999L), clock.now());
  }

  @Test
  void otherParametersAreLeftAlone(TestInfo info, ManualClock clock) {
    assertEquals("otherParametersAreLeftAlone(TestInfo, ManualClock)", info.getDisplayName());
    assertSame(seenBefore, clock);
  }

  @Nested
  class Inside {
    @Test
    void theClassAroundCounts(ManualClock clock) {
      assertEquals(PosixTime.parse("2026-11-22T08:57:01Z"), clock.now());
    }
  }

  @Nested
  @ManualTime(wall = "9999-12-31T23:59:58Z")
  class InsideWithItsOwn {
    @Test
    void itsOwnCounts(ManualClock clock) {
      assertEquals(PosixTime.parse("9999-12-31T23:59:59Z"), clock.now());
    }
  }

  @Nested
  @ExtendWith(ManualClockExtension.class)
  class InsideOfBoth {
    @Test
    void oneClock(ManualClock clock) {
      assertSame(seenBefore, clock);
    }
  }
}
