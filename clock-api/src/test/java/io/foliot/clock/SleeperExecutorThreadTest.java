package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A {@link SleeperExecutor} with its own thread, on other sleepers. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@SuppressWarnings(
    "FutureReturnValueIgnored") // Futures that nobody asks are part of what is tested.
class SleeperExecutorThreadTest {
  private static final long FAR = 10_000;

  private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
  private final Sleeper real = new PortableClockProvider().sleeper();
  private final SleeperExecutor executor = SleeperExecutor.on(real, this::thread);

  private Thread thread(Runnable task) {
    Thread made = new Thread(task);
    made.setDaemon(true);
    threads.add(made);
    return made;
  }

  @AfterEach
  void end() throws InterruptedException {
    executor.shutdownNow();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void runsNeverEarlyAndInOrder() throws Exception {
    BlockingQueue<String> log = new LinkedBlockingQueue<>();
    long start = real.clock().elapsedNanos();
    ScheduledFuture<?> b = executor.schedule(() -> log.add("b"), 20, TimeUnit.MILLISECONDS);
    ScheduledFuture<?> a = executor.schedule(() -> log.add("a"), 10, TimeUnit.MILLISECONDS);
    boolean isAFirst = a.compareTo(b) < 0; // unless this thread was held up between the two
    ScheduledFuture<Long> last =
        executor.schedule(() -> real.clock().elapsedNanos(), 30, TimeUnit.MILLISECONDS);
    assertTrue(last.get() - start >= 30_000_000);
    a.get();
    b.get();
    assertEquals(
        isAFirst ? Arrays.asList("a", "b") : Arrays.asList("b", "a"), new ArrayList<>(log));
    assertEquals(1, threads.size());
  }

  @Test
  void earlierTaskEndsTheSleepForALaterOne() throws Exception {
    executor.schedule(() -> "far", FAR, TimeUnit.DAYS);
    assertEquals("near", executor.schedule(() -> "near", 1, TimeUnit.MILLISECONDS).get());
    assertEquals("at once", executor.submit(() -> "at once").get());
  }

  @Test
  void fixedRateRepeats() throws Exception {
    CountDownLatch runs = new CountDownLatch(5);
    ScheduledFuture<?> future =
        executor.scheduleAtFixedRate(runs::countDown, 0, 1, TimeUnit.MILLISECONDS);
    runs.await();
    assertTrue(future.cancel(false));
  }

  @Test
  void cancelInterruptsTheRunningTaskAndNothingElse() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Future<?> future =
        executor.submit(
            () -> {
              started.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException expected) {
                interrupted.countDown();
              }
            });
    started.await();
    assertTrue(future.cancel(true));
    interrupted.await();
    assertFalse(executor.submit(() -> Thread.currentThread().isInterrupted()).get());
  }

  @Test
  void waitingTimesOut() throws Exception {
    Future<?> far = executor.schedule(() -> "far", FAR, TimeUnit.DAYS);
    assertThrows(TimeoutException.class, () -> far.get(3, TimeUnit.MILLISECONDS));
    assertFalse(executor.awaitTermination(3, TimeUnit.MILLISECONDS));
  }

  @Test
  void threadEndsAfterShutdownWhenNothingIsLeft() throws Exception {
    Future<String> last = executor.schedule(() -> "last", 5, TimeUnit.MILLISECONDS);
    executor.schedule(() -> "never", FAR, TimeUnit.DAYS).cancel(false);
    executor.shutdown();
    assertTrue(executor.awaitTermination(FAR, TimeUnit.DAYS));
    assertEquals("last", last.get());
    threads.get(0).join();
  }

  @Test
  void shutdownNowEndsTheSleep() throws Exception {
    executor.schedule(() -> "far", FAR, TimeUnit.DAYS);
    assertEquals(1, executor.shutdownNow().size());
    threads.get(0).join();
    assertTrue(executor.isTerminated());
  }

  @Test
  void noThreadIsMadeBeforeTheFirstTask() {
    assertTrue(threads.isEmpty());
  }

  /** The executor follows the sleeper's clock: here, a hidden manual clock. */
  @Test
  void followsAClockThatIsNotRealTime() throws Exception {
    ManualClock clock = new ManualClock();
    Sleeper hidden =
        new Sleeper() {
          @Override
          public MonotonicClock clock() {
            return clock;
          }

          @Override
          public void sleepUntil(long deadlineNanos) throws InterruptedException {
            clock.sleepUntil(deadlineNanos);
          }
        };
    SleeperExecutor onHidden = SleeperExecutor.on(hidden, this::thread);
    try {
      Future<String> future = onHidden.schedule(() -> "an hour later", 1, TimeUnit.HOURS);
      clock.awaitSleepers(1, Duration.ofSeconds(30));
      clock.advance(Duration.ofMinutes(59));
      assertFalse(future.isDone());
      clock.advance(Duration.ofMinutes(1));
      assertEquals("an hour later", future.get());
    } finally {
      onHidden.shutdownNow();
    }
  }
}
