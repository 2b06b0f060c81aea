package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A {@link SleeperExecutor} on a {@link ManualClock}, entirely in the test's thread. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("FutureReturnValueIgnored") // Unused futures are part of the tests.
class SleeperExecutorTest {
  private final ManualClock clock = new ManualClock();
  private final ScheduledExecutorService executor = SleeperExecutor.on(clock);
  private final List<String> log = new ArrayList<>();

  private Runnable logs(String name) {
    return () -> log.add(name + "@" + clock.elapsedNanos());
  }

  private void advance(long nanos) {
    clock.advance(Duration.ofNanos(nanos));
  }

  private void expect(String... entries) {
    assertEquals(Arrays.asList(entries), log);
  }

  @Test
  void taskDueInAnHourRunsWhenTwoPass() throws Exception {
    List<String> threads = new ArrayList<>();
    ScheduledFuture<String> future =
        executor.schedule(
            () -> {
              threads.add(Thread.currentThread().getName());
              return "at " + clock.elapsed();
            },
            1,
            TimeUnit.HOURS);
    clock.advance(Duration.ofMinutes(59));
    assertFalse(future.isDone());
    assertEquals(60, future.getDelay(TimeUnit.SECONDS));
    clock.advance(Duration.ofHours(2));
    assertTrue(future.isDone());
    assertEquals("at 1h", future.get());
    assertEquals(-(2 * 3600 - 60), future.getDelay(TimeUnit.SECONDS));
    assertEquals(Collections.singletonList(Thread.currentThread().getName()), threads);
    assertEquals(Duration.ofMinutes(179), clock.elapsed());
  }

  @Test
  void tasksRunInTheOrderOfTheirTimes() {
    executor.schedule(logs("c"), 30, TimeUnit.NANOSECONDS);
    executor.schedule(logs("a"), 10, TimeUnit.NANOSECONDS);
    executor.schedule(logs("b1"), 20, TimeUnit.NANOSECONDS);
    SleeperExecutor.on(clock).schedule(logs("b2"), 20, TimeUnit.NANOSECONDS);
    executor.execute(logs("now"));
    executor.schedule(logs("past"), -5, TimeUnit.DAYS);
    expect();
    clock.advance(Duration.ZERO);
    expect("now@0", "past@0");
    advance(100);
    expect("now@0", "past@0", "a@10", "b1@20", "b2@20", "c@30");
  }

  @Test
  void fixedRateMeetsEachDueTimeOnce() {
    executor.scheduleAtFixedRate(logs("r"), 5, 10, TimeUnit.NANOSECONDS);
    advance(24);
    expect("r@5", "r@15");
    advance(1);
    expect("r@5", "r@15", "r@25");
  }

  @Test
  void fixedRateCatchesUpAndFixedDelayDoesNot() {
    executor.scheduleAtFixedRate(
        () -> {
          log.add("rate@" + clock.elapsedNanos());
          if (clock.elapsedNanos() == 10) {
            advance(25);
          }
        },
        10,
        10,
        TimeUnit.NANOSECONDS);
    advance(40);
    expect("rate@10", "rate@35", "rate@35", "rate@40", "rate@50", "rate@60");
    log.clear();
    ManualClock other = new ManualClock();
    SleeperExecutor.on(other)
        .scheduleWithFixedDelay(
            () -> {
              log.add("delay@" + other.elapsedNanos());
              other.advance(Duration.ofNanos(3));
            },
            10,
            10,
            TimeUnit.NANOSECONDS);
    other.advance(Duration.ofNanos(24));
    expect("delay@10", "delay@23");
    assertEquals(Duration.ofNanos(30), other.elapsed());
  }

  @Test
  void aTaskThatThrowsIsNotRepeatedAndKeepsItsException() {
    IllegalStateException failure = new IllegalStateException("out of paper");
    ScheduledFuture<?> future =
        executor.scheduleAtFixedRate(
            () -> {
              log.add("ran");
              throw failure;
            },
            1,
            1,
            TimeUnit.NANOSECONDS);
    advance(10);
    expect("ran");
    ExecutionException thrown = assertThrows(ExecutionException.class, future::get);
    assertSame(failure, thrown.getCause());
    Future<?> error =
        executor.submit(
            () -> {
              throw new StackOverflowError();
            });
    assertThrows(ExecutionException.class, error::get);
  }

  @Test
  void cancelledTaskDoesNotRunAndLeavesTheQueue() {
    ScheduledFuture<?> future = executor.schedule(logs("no"), 10, TimeUnit.NANOSECONDS);
    assertTrue(future.cancel(false));
    assertFalse(future.cancel(true));
    assertTrue(future.isCancelled());
    assertTrue(future.isDone());
    assertFalse(clock.nextWakeNanos().isPresent());
    advance(20);
    expect();
    assertThrows(CancellationException.class, future::get);
  }

  @Test
  void periodicTaskCanCancelItself() {
    List<ScheduledFuture<?>> self = new ArrayList<>();
    self.add(
        executor.scheduleAtFixedRate(
            () -> {
              log.add("ran");
              if (log.size() == 3) {
                self.get(0).cancel(true);
              }
            },
            1,
            1,
            TimeUnit.NANOSECONDS));
    advance(10);
    expect("ran", "ran", "ran");
    assertTrue(self.get(0).isCancelled());
    assertFalse(Thread.currentThread().isInterrupted(), "the interrupt was meant for the task");
  }

  @Test
  void taskAddsTasks() {
    executor.schedule(
        () -> {
          executor.schedule(logs("later"), 5, TimeUnit.NANOSECONDS);
          executor.execute(logs("now"));
        },
        10,
        TimeUnit.NANOSECONDS);
    advance(100);
    expect("now@10", "later@15");
  }

  @Test
  void waitingForAResultRunsWhatIsDue() throws Exception {
    assertEquals(7, executor.submit(() -> 7).get());
    assertEquals("done", executor.submit(logs("a"), "done").get(1, TimeUnit.DAYS));
    assertEquals(
        "inner",
        executor.submit(() -> executor.submit(() -> "inner").get()).get(),
        "a task that waits for another one");
  }

  @Test
  void waitingTimesOutOnTheClock() throws Exception {
    ScheduledFuture<?> future = executor.schedule(logs("x"), 2, TimeUnit.HOURS);
    clock.advanceOnSleep(true);
    TimeoutException timeout =
        assertThrows(TimeoutException.class, () -> future.get(1, TimeUnit.HOURS));
    assertTrue(timeout.getMessage().contains("1 HOURS"), timeout.getMessage());
    assertEquals(Duration.ofHours(1), clock.elapsed());
    future.get();
    assertEquals(Duration.ofHours(2), clock.elapsed());
  }

  @Test
  void advanceWakesWaitingThread() throws Exception {
    ScheduledFuture<String> future = executor.schedule(() -> "late", 2, TimeUnit.HOURS);
    List<String> results = Collections.synchronizedList(new ArrayList<>());
    Thread waiter =
        new Thread(
            () -> {
              try {
                results.add(future.get(3, TimeUnit.HOURS));
              } catch (Exception unexpected) {
                results.add(unexpected.toString());
              }
            });
    waiter.start();
    clock.awaitSleepers(1, Duration.ofSeconds(30));
    clock.advance(Duration.ofHours(2));
    waiter.join();
    assertEquals(Collections.singletonList("late"), results);
    assertEquals(0, clock.sleepers());
  }

  @Test
  void sleepingTaskAdvancesTheClock() {
    executor.schedule(
        () -> {
          clock.sleep(Duration.ofNanos(100));
          return log.add("slept@" + clock.elapsedNanos());
        },
        10,
        TimeUnit.NANOSECONDS);
    executor.schedule(logs("meanwhile"), 50, TimeUnit.NANOSECONDS);
    advance(20);
    expect("slept@110", "meanwhile@110");
  }

  @Test
  void nothingRunsInSuspend() {
    executor.schedule(logs("a"), 10, TimeUnit.NANOSECONDS);
    clock.suspend();
    advance(100);
    clock.resume();
    expect();
    advance(10);
    expect("a@10");
    ManualClock counts = new ManualClock(0, PosixTime.EPOCH, SuspendBehavior.COUNTS);
    SleeperExecutor.on(counts).schedule(logs("b"), 10, TimeUnit.NANOSECONDS);
    counts.suspend();
    counts.advance(Duration.ofNanos(100));
    expect("a@10");
    counts.resume();
    expect("a@10", "b@10");
  }

  @Test
  void readingRunsTasksOnlyIfItAdvances() {
    executor.execute(logs("a"));
    clock.elapsedNanos();
    clock.now();
    expect();
    clock.autoAdvance(Duration.ofNanos(1));
    assertEquals(0, clock.elapsedNanos());
    expect("a@0");
    assertEquals(2, clock.elapsedNanos(), "the task has read the clock as well");
  }

  @Test
  void wallClockIsRightWhenATaskRuns() {
    clock.slewWall(-500_000, Duration.ofNanos(1_000));
    executor.scheduleAtFixedRate(
        () -> log.add(clock.now().toEpochNanos() + ""), 100, 100, TimeUnit.NANOSECONDS);
    advance(250);
    expect("50", "100");
    assertEquals(125, clock.epochNanos());
  }

  @Test
  void advanceThatLeavesTheRangeRunsNothing() {
    advance(1);
    executor.schedule(logs("a"), 10, TimeUnit.NANOSECONDS);
    assertThrows(ArithmeticException.class, () -> clock.advance(Duration.MAX));
    assertEquals(1, clock.elapsedNanos());
    expect();
  }

  @Test
  void delayBeyondTheRangeIsNever() {
    ManualClock late = new ManualClock(-1_000, PosixTime.EPOCH, SuspendBehavior.STOPS);
    ScheduledFuture<?> future =
        SleeperExecutor.on(late).schedule(logs("never"), 1, TimeUnit.MICROSECONDS);
    late.advanceTo(Nanos.MAX);
    assertFalse(future.isDone());
  }

  @Test
  void shutdownCancelsPeriodicTasksAndLetsDelayedOnesRun() throws Exception {
    ScheduledFuture<?> periodic =
        executor.scheduleAtFixedRate(logs("p"), 1, 1, TimeUnit.NANOSECONDS);
    executor.schedule(logs("d"), 10, TimeUnit.NANOSECONDS);
    executor.shutdown();
    assertTrue(executor.isShutdown());
    assertTrue(periodic.isCancelled());
    assertThrows(RejectedExecutionException.class, () -> executor.execute(logs("late")));
    assertFalse(executor.isTerminated());
    clock.advanceOnSleep(true);
    assertFalse(executor.awaitTermination(5, TimeUnit.NANOSECONDS));
    assertTrue(executor.awaitTermination(1, TimeUnit.DAYS));
    expect("d@10");
    assertTrue(executor.isTerminated());
    assertEquals(10, clock.elapsedNanos());
  }

  @Test
  void shutdownInARunningPeriodicTaskEndsIt() {
    ScheduledFuture<?> periodic =
        executor.scheduleAtFixedRate(executor::shutdown, 1, 1, TimeUnit.NANOSECONDS);
    advance(10);
    assertTrue(periodic.isCancelled());
    assertTrue(executor.isTerminated());
  }

  @Test
  void shutdownNowReturnsWaitingTasks() throws Exception {
    ScheduledFuture<?> second = executor.schedule(logs("second"), 20, TimeUnit.NANOSECONDS);
    ScheduledFuture<?> first = executor.schedule(logs("first"), 10, TimeUnit.NANOSECONDS);
    ScheduledExecutorService other = SleeperExecutor.on(clock);
    other.schedule(logs("other"), 15, TimeUnit.NANOSECONDS);
    List<Runnable> left = executor.shutdownNow();
    assertEquals(Arrays.asList(first, second), left);
    assertTrue(executor.isTerminated());
    advance(100);
    expect("other@15");
    left.get(0).run();
    expect("other@15", "first@100");
    assertTrue(executor.isTerminated());
    assertTrue(executor.awaitTermination(0, TimeUnit.SECONDS));
  }

  @Test
  void shutdownNowInterruptsTheRunningTask() {
    executor.execute(
        () -> {
          executor.shutdownNow();
          log.add(Thread.currentThread().isInterrupted() + "");
        });
    advance(0);
    expect("true");
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void invokesAllAndAny() throws Exception {
    List<Future<Integer>> all = executor.invokeAll(Arrays.asList(() -> 1, () -> 2));
    assertEquals(1, all.get(0).get());
    assertEquals(2, all.get(1).get());
    AtomicInteger tries = new AtomicInteger();
    assertEquals(
        "third",
        executor.invokeAny(
            Collections.nCopies(
                5,
                () -> {
                  if (tries.incrementAndGet() < 3) {
                    throw new IllegalStateException();
                  }
                  return "third";
                })));
    assertEquals(3, tries.get());
    assertThrows(
        ExecutionException.class,
        () ->
            executor.invokeAny(
                Collections.singletonList(
                    () -> {
                      throw new IllegalStateException();
                    })));
    assertThrows(IllegalArgumentException.class, () -> executor.invokeAny(Collections.emptyList()));
  }

  @Test
  void refusesInvalidArguments() {
    Runnable nothing = () -> {};
    IllegalArgumentException period =
        assertThrows(
            IllegalArgumentException.class,
            () -> executor.scheduleAtFixedRate(nothing, 0, 0, TimeUnit.SECONDS));
    assertEquals("period must be positive, got 0", period.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> executor.scheduleWithFixedDelay(nothing, 0, -1, TimeUnit.SECONDS));
    assertThrows(NullPointerException.class, () -> executor.execute(null));
    assertThrows(NullPointerException.class, () -> SleeperExecutor.on(null));
  }

  /** Each due time is met once, and no thread waits for ever. */
  @Test
  void twoThreadsAdvanceTheClock() throws Exception {
    int rounds = 2_000;
    AtomicInteger runs = new AtomicInteger();
    executor.scheduleAtFixedRate(runs::incrementAndGet, 1, 1, TimeUnit.NANOSECONDS);
    CountDownLatch start = new CountDownLatch(1);
    Thread[] threads = new Thread[2];
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                try {
                  start.await();
                  for (int i = 0; i < rounds; i++) {
                    advance(1);
                  }
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
      threads[t].start();
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(2L * rounds, clock.elapsedNanos());
    assertEquals(2 * rounds, runs.get());
  }
}
