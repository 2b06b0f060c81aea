package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that sleep on a {@link ManualClock}. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManualClockSleepTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualClock clock = new ManualClock();
  private final List<Thread> threads = new ArrayList<>();

  @AfterEach
  void endThreads() throws InterruptedException {
    for (Thread thread : threads) {
      thread.interrupt();
      thread.join();
    }
  }

  /** Starts a thread that sleeps and counts down the latch when it wakes at its deadline. */
  private CountDownLatch sleeper(long deadline) {
    CountDownLatch woken = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              try {
                clock.sleepUntil(deadline);
                woken.countDown();
              } catch (InterruptedException endOfTest) {
                Thread.currentThread().interrupt();
              }
            });
    threads.add(thread);
    thread.start();
    return woken;
  }

  private static void expectWoken(CountDownLatch woken) throws InterruptedException {
    assertTrue(woken.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS), "still asleep");
  }

  @Test
  void advanceWakesAtDeadline() throws Exception {
    CountDownLatch first = sleeper(10);
    CountDownLatch second = sleeper(20);
    clock.awaitSleepers(2, TIMEOUT);
    assertEquals(2, clock.sleepers());
    assertEquals(OptionalLong.of(10), clock.nextWakeNanos());
    clock.advance(Duration.ofNanos(9));
    assertEquals(2, clock.sleepers());
    clock.advance(Duration.ofNanos(1));
    assertEquals(1, clock.sleepers());
    assertEquals(OptionalLong.of(20), clock.nextWakeNanos());
    expectWoken(first);
    assertEquals(1, second.getCount());
    clock.advanceTo(20);
    expectWoken(second);
    assertEquals(0, clock.sleepers());
    assertEquals(OptionalLong.empty(), clock.nextWakeNanos());
  }

  @Test
  void nextWakeIsEarliestUnsigned() throws Exception {
    sleeper(Long.MIN_VALUE);
    clock.awaitSleepers(1, TIMEOUT);
    sleeper(7);
    clock.awaitSleepers(2, TIMEOUT);
    sleeper(-1L);
    clock.awaitSleepers(3, TIMEOUT);
    assertEquals(OptionalLong.of(7), clock.nextWakeNanos());
  }

  @Test
  void noThreadWakesInSuspend() throws Exception {
    ManualClock boot = new ManualClock(0, PosixTime.EPOCH, SuspendBehavior.COUNTS);
    CountDownLatch woken = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              try {
                boot.sleep(SECOND);
                woken.countDown();
              } catch (InterruptedException endOfTest) {
                Thread.currentThread().interrupt();
              }
            });
    threads.add(thread);
    thread.start();
    boot.awaitSleepers(1, TIMEOUT);
    boot.suspend();
    boot.advance(Duration.ofHours(1));
    assertEquals(1, boot.sleepers());
    assertEquals(1, woken.getCount());
    boot.resume();
    expectWoken(woken);
  }

  @Test
  void interruptedSleeperIsForgotten() throws Exception {
    sleeper(10);
    clock.awaitSleepers(1, TIMEOUT);
    threads.get(0).interrupt();
    threads.get(0).join();
    assertEquals(0, clock.sleepers());
  }

  @Test
  void autoAdvanceWakesSleepers() throws Exception {
    CountDownLatch woken = sleeper(10);
    clock.awaitSleepers(1, TIMEOUT);
    clock.autoAdvance(Duration.ofNanos(10));
    clock.elapsedNanos();
    expectWoken(woken);
  }

  @Test
  void sleepingMayAdvanceTheClock() throws Exception {
    clock.advanceOnSleep(true);
    clock.sleep(SECOND);
    assertEquals(SECOND, clock.elapsed());
    clock.sleepUntil(5);
    assertEquals(SECOND, clock.elapsed());
    // A sleep until never, and one in suspend, wait for another thread.
    sleeper(-1L);
    clock.awaitSleepers(1, TIMEOUT);
    assertEquals(SECOND, clock.elapsed());
    clock.suspend();
    sleeper(Duration.ofSeconds(2).toNanos());
    clock.awaitSleepers(2, TIMEOUT);
    assertEquals(SECOND, clock.elapsed());
    clock.advanceOnSleep(false);
    clock.resume();
    sleeper(Duration.ofSeconds(3).toNanos());
    clock.awaitSleepers(3, TIMEOUT);
    assertEquals(SECOND, clock.elapsed());
  }

  @Test
  void awaitSleepersTimesOut() {
    assertEquals(
        "expected 1 threads asleep on this clock within 20ms, got 0",
        assertThrows(TimeoutException.class, () -> clock.awaitSleepers(1, Duration.ofMillis(20)))
            .getMessage());
    assertThrows(TimeoutException.class, () -> clock.awaitSleepers(1, Duration.ZERO));
  }

  @Test
  void awaitSleepersReturnsAtOnceIfSatisfied() throws Exception {
    clock.awaitSleepers(0, Duration.ZERO);
    assertEquals(0, clock.sleepers());
  }

  @Test
  void advancingSleeperSleepsThroughSuspend() throws Exception {
    for (SuspendBehavior behavior :
        new SuspendBehavior[] {SuspendBehavior.STOPS, SuspendBehavior.COUNTS}) {
      ManualClock clock = new ManualClock(0, PosixTime.EPOCH, behavior);
      clock.advanceOnSleep(true);
      clock.suspend();
      Thread sleeper = new Thread(() -> sleepAnHour(clock));
      sleeper.start();
      clock.awaitSleepers(1, Duration.ofSeconds(30));
      clock.advance(Duration.ofMinutes(10));
      assertEquals(1, clock.sleepers());
      clock.resume();
      sleeper.join();
      assertEquals(Duration.ofHours(1), clock.elapsed());
    }
  }

  @Test
  void advanceOnSleepWakesSleepingThread() throws Exception {
    ManualClock clock = new ManualClock();
    Thread sleeper = new Thread(() -> sleepAnHour(clock));
    sleeper.start();
    clock.awaitSleepers(1, Duration.ofSeconds(30));
    clock.advanceOnSleep(true);
    sleeper.join();
    assertEquals(Duration.ofHours(1), clock.elapsed());
  }

  private static void sleepAnHour(ManualClock clock) {
    try {
      clock.sleepUntil(Duration.ofHours(1).toNanos());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
