package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import org.junit.jupiter.api.Test;

class StopwatchTest {
  private final ManualClock clock =
      new ManualClock(Long.MAX_VALUE - 5, PosixTime.EPOCH, SuspendBehavior.STOPS);

  private void pass(long nanos) {
    clock.advance(Duration.ofNanos(nanos));
  }

  @Test
  void countsWhileItRuns() {
    Stopwatch watch = Stopwatch.started(clock);
    assertTrue(watch.isRunning());
    pass(10);
    assertEquals(10, watch.elapsedNanos());
    pass(5);
    assertEquals(Duration.ofNanos(15), watch.elapsed());
    assertEquals(Duration.ofNanos(15), watch.stop());
    assertFalse(watch.isRunning());
    pass(100);
    assertEquals(15, watch.elapsedNanos());
    watch.start();
    pass(1);
    assertEquals(16, watch.elapsedNanos());
  }

  @Test
  void stoppedShowsZero() {
    Stopwatch watch = Stopwatch.stopped(clock);
    assertFalse(watch.isRunning());
    pass(7);
    assertEquals(Duration.ZERO, watch.elapsed());
    watch.start();
    pass(3);
    assertEquals(3, watch.elapsedNanos());
  }

  @Test
  void lapsAddUpToTheTotal() {
    Stopwatch watch = Stopwatch.started(clock);
    pass(10);
    assertEquals(10, watch.lapNanos());
    pass(20);
    watch.stop();
    pass(1_000);
    watch.start();
    pass(3);
    assertEquals(Duration.ofNanos(23), watch.lap());
    assertEquals(Duration.ZERO, watch.lap());
    pass(4);
    watch.stop();
    assertEquals(4, watch.lapNanos());
    assertEquals(37, watch.elapsedNanos());
  }

  @Test
  void resetForgets() {
    Stopwatch watch = Stopwatch.started(clock);
    pass(10);
    watch.lap();
    pass(10);
    watch.reset();
    assertFalse(watch.isRunning());
    assertEquals(Duration.ZERO, watch.elapsed());
    assertEquals(Duration.ZERO, watch.lap());
    watch.start();
    pass(2);
    assertEquals(2, watch.lapNanos());
    assertEquals(2, watch.elapsedNanos());
  }

  @Test
  void totalStopsAtTheLargestDuration() {
    ManualClock fresh = new ManualClock();
    Stopwatch watch = Stopwatch.started(fresh);
    fresh.advance(Duration.ofUnsignedNanos(-10L));
    watch.stop();
    ManualClock again = new ManualClock();
    assertEquals(-10L, watch.elapsedNanos());
    Stopwatch other = Stopwatch.started(again);
    again.advance(Duration.MAX);
    assertEquals(Duration.MAX, other.elapsed());
    watch.start();
    fresh.advance(Duration.ofNanos(9));
    assertEquals(Duration.MAX, watch.elapsed());
  }

  @Test
  void startAndStopInTurn() {
    Stopwatch watch = Stopwatch.started(clock);
    assertEquals(
        "the stopwatch is running; call stop() before start()",
        assertThrows(IllegalStateException.class, watch::start).getMessage());
    watch.stop();
    assertEquals(
        "the stopwatch is stopped; call start() before stop()",
        assertThrows(IllegalStateException.class, watch::stop).getMessage());
  }

  @Test
  void text() {
    Stopwatch watch = Stopwatch.started(clock);
    pass(1_500);
    assertEquals(Duration.ofNanos(1_500) + " running", watch.toString());
    watch.stop();
    assertEquals(Duration.ofNanos(1_500) + " stopped", watch.toString());
  }

  @Test
  void refusesNullClock() {
    assertThrows(NullPointerException.class, () -> Stopwatch.started(null));
    assertThrows(NullPointerException.class, () -> Stopwatch.stopped(null));
  }

  @Test
  void timesSomeWork() {
    ManualClock clock = new ManualClock();
    assertEquals(
        Duration.ofMillis(3), Stopwatch.time(clock, () -> clock.advance(Duration.ofMillis(3))));
    IllegalStateException failure = new IllegalStateException();
    assertSame(
        failure,
        assertThrows(
            IllegalStateException.class,
            () ->
                Stopwatch.time(
                    clock,
                    () -> {
                      throw failure;
                    })));
  }
}
