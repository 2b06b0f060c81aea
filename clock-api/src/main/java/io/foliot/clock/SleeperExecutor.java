package io.foliot.clock;

import io.foliot.duration.Nanos;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A {@link ScheduledExecutorService} on the clock of a {@link Sleeper}, which measures all delays,
 * periods and timeouts.
 *
 * <pre>{@code
 * ManualClock clock = new ManualClock();
 * ScheduledExecutorService executor = SleeperExecutor.on(clock);
 * executor.schedule(cache::expire, 1, TimeUnit.HOURS);
 * clock.advance(Duration.ofHours(2)); // expire() has run
 * }</pre>
 *
 * <p>Tasks run one at a time, in the order of their due times and, for equal due times, of their
 * submission. Fixed rate, fixed delay, cancellation and shutdown work as in {@link
 * java.util.concurrent.ScheduledThreadPoolExecutor}: a task that throws is not repeated, and its
 * future holds the exception; {@link #shutdown()} cancels periodic tasks and lets delayed ones run.
 * A cancelled task leaves the queue at once. A delay beyond the clock's range never ends.
 *
 * <h2>On a {@link ManualClock}</h2>
 *
 * <p>There is no thread and no real time. The thread that advances the clock, with {@link
 * ManualClock#advance} or any other method that does, runs each task when the clock reads its due
 * time: every due time is met once, in order, before {@code advance} returns. A task without delay
 * runs at the next {@code advance}, possibly by {@link io.foliot.duration.Duration#ZERO}, or when a
 * thread waits for a result: {@code get()}, {@code invokeAll}, {@code invokeAny} and {@code
 * awaitTermination} run due tasks in their own thread and then wait as a sleep does, or advance the
 * time themselves ({@link ManualClock#advanceOnSleep}).
 *
 * <p>A task that sleeps on the clock advances it; tasks that fall due meanwhile run after it. While
 * one thread runs tasks, another thread that advances the clock does not wait for them, and they
 * may run late. Nothing runs in {@linkplain ManualClock#suspend() suspend}. All executors on one
 * clock share one order of tasks.
 *
 * <h2>On any other sleeper</h2>
 *
 * <p>One thread, created with the first task, runs the tasks and sleeps on the sleeper between
 * them; an earlier task interrupts its sleep. It ends after shutdown, when no task is left. An
 * executor that is never shut down keeps its thread, which keeps the JVM running unless the thread
 * factory creates daemon threads.
 *
 * <p>Thread-safe.
 */
public final class SleeperExecutor implements ScheduledExecutorService {
  private final TaskScheduler scheduler;
  private boolean shutdown;

  /** Number of tasks that are waiting or running. */
  private int unfinished;

  /** The running task, or null. */
  private ScheduledTask<?> running;

  private SleeperExecutor(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Creates an executor, with a thread of its own unless the sleeper is a {@link ManualClock}.
   *
   * @param sleeper the sleeper to wait with
   * @return the executor
   */
  public static SleeperExecutor on(Sleeper sleeper) {
    return on(sleeper, task -> new Thread(task, "sleeper-executor"));
  }

  /**
   * Creates an executor whose thread comes from a factory.
   *
   * @param sleeper the sleeper to wait with
   * @param threadFactory creates the thread; unused if the sleeper is a {@link ManualClock}
   * @return the executor
   */
  public static SleeperExecutor on(Sleeper sleeper, ThreadFactory threadFactory) {
    Objects.requireNonNull(sleeper, "sleeper");
    Objects.requireNonNull(threadFactory, "threadFactory");
    return new SleeperExecutor(
        sleeper instanceof ManualClock
            ? ((ManualClock) sleeper).scheduler()
            : new SingleThreadScheduler(sleeper, threadFactory));
  }

  // Scheduling

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return schedule(callable(task, null), delay, unit);
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
    return add(task, deadline(delay, unit), 0);
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long initialDelay, long period, TimeUnit unit) {
    return add(
        callable(task, null), deadline(initialDelay, unit), positive("period", period, unit));
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long initialDelay, long delay, TimeUnit unit) {
    return add(callable(task, null), deadline(initialDelay, unit), -positive("delay", delay, unit));
  }

  @Override
  public void execute(Runnable task) {
    // An exception stays in the future, which is discarded.
    Future<?> ignored = schedule(task, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public Future<?> submit(Runnable task) {
    return schedule(task, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public <T> Future<T> submit(Runnable task, T result) {
    return schedule(callable(task, result), 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public <T> Future<T> submit(Callable<T> task) {
    return schedule(task, 0, TimeUnit.NANOSECONDS);
  }

  private <V> ScheduledTask<V> add(Callable<V> callable, long due, long period) {
    ScheduledTask<V> task =
        new ScheduledTask<>(this, scheduler, Objects.requireNonNull(callable, "task"), due, period);
    synchronized (scheduler.lock) {
      if (shutdown) {
        throw new RejectedExecutionException("the executor is shut down and accepts no tasks");
      }
      scheduler.start(this);
      unfinished++;
      task.unfinished = true;
      scheduler.add(task);
    }
    return task;
  }

  private static <V> Callable<V> callable(Runnable task, V result) {
    Objects.requireNonNull(task, "task");
    return () -> {
      task.run();
      return result;
    };
  }

  private static long positive(String name, long time, TimeUnit unit) {
    if (time <= 0) {
      throw new IllegalArgumentException(name + " must be positive, got " + time);
    }
    return unit.toNanos(time);
  }

  /** {@return the reading after a timeout from now; now if it is not positive} */
  long deadline(long timeout, TimeUnit unit) {
    return Nanos.saturatingPlus(scheduler.now(), Math.max(0, unit.toNanos(timeout)));
  }

  // Results of several tasks

  @Override
  public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks)
      throws InterruptedException {
    return invokeAllUntil(tasks, Nanos.MAX);
  }

  @Override
  public <T> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException {
    return invokeAllUntil(tasks, deadline(timeout, unit));
  }

  private <T> List<Future<T>> invokeAllUntil(Collection<? extends Callable<T>> tasks, long deadline)
      throws InterruptedException {
    List<ScheduledTask<T>> futures = new ArrayList<>();
    try {
      for (Callable<T> task : tasks) {
        futures.add(add(task, scheduler.now(), 0));
      }
      for (ScheduledTask<T> future : futures) {
        if (!scheduler.await(future::isDone, deadline)) {
          break;
        }
      }
      return new ArrayList<>(futures);
    } finally {
      for (ScheduledTask<T> future : futures) {
        future.cancel(true);
      }
    }
  }

  @Override
  public <T> T invokeAny(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    try {
      return invokeAnyUntil(tasks, Nanos.MAX);
    } catch (TimeoutException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return invokeAnyUntil(tasks, deadline(timeout, unit));
  }

  /** Submits one task after the other: they run one at a time anyway. */
  private <T> T invokeAnyUntil(Collection<? extends Callable<T>> tasks, long deadline)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("tasks must not be empty");
    }
    ExecutionException last = null;
    for (Callable<T> task : tasks) {
      ScheduledTask<T> future = add(task, scheduler.now(), 0);
      try {
        if (!scheduler.await(future::isDone, deadline)) {
          throw new TimeoutException("no task succeeded within the timeout");
        }
        return future.get();
      } catch (ExecutionException failed) {
        last = failed;
      } catch (CancellationException cancelled) {
        last = new ExecutionException(cancelled);
      } finally {
        future.cancel(true);
      }
    }
    throw last;
  }

  // Shutdown

  @Override
  public void shutdown() {
    synchronized (scheduler.lock) {
      shutdown = true;
      for (ScheduledTask<?> task : scheduler.removeAll(this)) {
        if (task.isPeriodic()) {
          task.cancel(false);
        } else {
          scheduler.add(task);
        }
      }
      scheduler.changed();
    }
  }

  /**
   * {@inheritDoc} As in the JDK, the returned tasks are {@link
   * java.util.concurrent.RunnableScheduledFuture}s and not cancelled.
   */
  @Override
  public List<Runnable> shutdownNow() {
    synchronized (scheduler.lock) {
      shutdown = true;
      List<ScheduledTask<?>> left = scheduler.removeAll(this);
      for (ScheduledTask<?> task : left) {
        finished(task);
      }
      if (running != null) {
        running.interrupt();
      }
      scheduler.changed();
      return new ArrayList<>(left);
    }
  }

  @Override
  public boolean isShutdown() {
    synchronized (scheduler.lock) {
      return shutdown;
    }
  }

  @Override
  public boolean isTerminated() {
    synchronized (scheduler.lock) {
      return shutdown && unfinished == 0;
    }
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return scheduler.await(this::isTerminated, deadline(timeout, unit));
  }

  /**
   * Sets the running task. Lock held.
   *
   * @param task the task, or null
   * @return the previous one: a task that waits for another may run it
   */
  ScheduledTask<?> setRunning(ScheduledTask<?> task) {
    ScheduledTask<?> outer = running;
    running = task;
    return outer;
  }

  /** Notes that a task will not run again. Lock held. */
  void finished(ScheduledTask<?> task) {
    if (task.unfinished) {
      task.unfinished = false;
      unfinished--;
    }
  }

  /** {@return the number of unfinished tasks and whether the executor is shut down} */
  @Override
  public String toString() {
    synchronized (scheduler.lock) {
      return "executor with "
          + unfinished
          + " unfinished tasks"
          + (shutdown ? unfinished == 0 ? ", terminated" : ", shut down" : "");
    }
  }
}
