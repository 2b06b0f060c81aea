package io.foliot.clock.solo5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import org.junit.jupiter.api.Test;

class Solo5SleeperTest {
  private final FakeSolo5 solo5 = new FakeSolo5();
  private final Solo5Sleeper sleeper = Solo5Clocks.of(solo5, Solo5Target.OTHER).sleeper();

  @Test
  void continuesWhenSolo5ReturnsEarly() throws InterruptedException {
    solo5.maxStep = 7;
    sleeper.sleepUntil(100);
    assertEquals(100, solo5.monotonic);
    assertEquals(15, solo5.yields);
  }

  @Test
  void comparesReadingsAsUnsigned() throws InterruptedException {
    solo5.monotonic = Long.MAX_VALUE - 10;
    sleeper.sleepUntil(Long.MIN_VALUE + 10);
    assertEquals(Long.MIN_VALUE + 10, solo5.monotonic);
    solo5.monotonic = -5;
    sleeper.sleepUntil(3);
    assertEquals(-5, solo5.monotonic);
  }

  @Test
  void yieldsForAtMostAnHourAtOnce() throws InterruptedException {
    sleeper.sleep(Duration.ofDays(400));
    assertEquals(Duration.ofDays(400).toNanos(), solo5.monotonic);
    assertEquals(Duration.ofHours(1).toNanos(), solo5.longestYield);
  }

  @Test
  void sleepsOnItsClock() throws InterruptedException {
    solo5.monotonic = 42;
    assertEquals(42, sleeper.clock().elapsedNanos());
    sleeper.sleep(Duration.ofNanos(8));
    assertEquals(50, sleeper.clock().elapsedNanos());
  }

  @Test
  void noticesAnInterruptAfterTheDeadline() {
    solo5.monotonic = 10;
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> sleeper.sleepUntil(5));
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void maximumDeadlineMeansUntilInterrupted() {
    solo5.maxStep = 1;
    Thread sleeping = Thread.currentThread();
    Thread waker =
        new Thread(
            () -> {
              while (solo5.yields < 1000) {
                Thread.onSpinWait();
              }
              sleeping.interrupt();
            });
    waker.setDaemon(true);
    waker.start();
    assertThrows(InterruptedException.class, () -> sleeper.sleepUntil(-1));
    assertTrue(solo5.yields >= 1000);
  }
}
