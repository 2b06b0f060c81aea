package io.foliot.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.foliot.clock.ManualClock;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import io.foliot.clock.SuspendBehavior;
import io.foliot.duration.Duration;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The clock of docs/clocks.md, in a registry and at its limits. */
class MicrometerTest {
  private static Clock micrometer(MonotonicClock clock, PosixClock wall) {
    return new Clock() {
      @Override
      public long wallTime() {
        return wall.now().toEpochMillis();
      }

      @Override
      public long monotonicTime() {
        return clock.elapsedNanos();
      }
    };
  }

  @Test
  void timersMeasureAcrossTheSignBit() {
    ManualClock clock = new ManualClock(Long.MAX_VALUE - 1, PosixTime.EPOCH, SuspendBehavior.STOPS);
    SimpleMeterRegistry registry =
        new SimpleMeterRegistry(SimpleConfig.DEFAULT, micrometer(clock, clock));
    Timer timer = registry.timer("work");
    Timer.Sample sample = Timer.start(registry);
    clock.advance(Duration.ofMillis(250));
    sample.stop(timer);
    timer.record(Duration.ofMillis(50).toNanos(), TimeUnit.NANOSECONDS);
    assertEquals(2, timer.count());
    assertEquals(300, Math.round(timer.totalTime(TimeUnit.MILLISECONDS)));
  }

  @Test
  void wallTimeOfEveryYear() {
    ManualClock clock = new ManualClock();
    Clock micrometer = micrometer(clock, clock);
    clock.setWall(PosixTime.MIN);
    assertEquals(-62_167_219_200_000L, micrometer.wallTime());
    clock.setWall(PosixTime.of(-1, 86_399_999_999_999_999L));
    assertEquals(-1, micrometer.wallTime());
    clock.setWall(PosixTime.MAX);
    assertEquals(253_402_300_799_999L, micrometer.wallTime());
  }
}
