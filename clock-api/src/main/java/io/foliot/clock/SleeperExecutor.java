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
 * A {@link ScheduledExecutorService} whose time is that of a {@link Sleeper}'s clock, for code that
 * is written against {@code java.util.concurrent}. All delays, periods and timeouts are measured on
 * that clock.
 *
 * <pre>{@code
 * ManualClock clock = new ManualClock();
 * ScheduledExecutorService executor = SleeperExecutor.on(clock);
 * executor.schedule(cache::expire, 1, TimeUnit.HOURS);
 * clock.advance(Duration.ofHours(2)); // expire() has run
 * }</pre>
 *
 * <p>Tasks run one at a time, in the order of their due times; those due at the same time in the
 * order in which they were submitted. Fixed rate, fixed delay, cancellation and shutdown are as in
 * {@link java.util.concurrent.ScheduledThreadPoolExecutor}: a task that throws is not repeated, and
 * its exception is in its future; {@link #shutdown()} cancels periodic tasks and lets delayed ones
 * run. A cancelled task leaves the queue at once. A delay that reaches beyond the clock's range is
 * never over.
 *
 * <h2>On a {@link ManualClock}</h2>
 *
 * <p>There is no thread and no real time. The thread that lets time pass ({@link
 * ManualClock#advance} and all others that do) runs each task when the clock shows its due time,
 * and goes on with the time only then: every due time is met once, in order, before {@code advance}
 * returns. A task that is due at once waits for the next {@code advance}, be it by {@link
 * io.foliot.duration.Duration#ZERO}, or until somebody waits for a result: {@code get()}, {@code
 * invokeAll}, {@code invokeAny} and {@code awaitTermination} run what is due in their own thread,
 * and then wait as a sleep does, until time passes or by letting it pass ({@link
 * ManualClock#advanceOnSleep}).
 *
 * <p>A task that sleeps on the clock, or advances it, lets the time pass; what falls due meanwhile
 * runs after it. While one thread runs tasks, another that lets time pass does not wait for them,
 * and they may run late. In {@linkplain ManualClock#suspend() suspend} nothing runs. Several
 * executors on one clock share this order.
 *
 * <h2>On any other sleeper</h2>
 *
 * <p>One thread, made with the first task, runs the tasks and sleeps on the sleeper between them; a
 * task that is due earlier interrupts that sleep. It ends after shutdown, when nothing is left. An
 * executor that is never shut down keeps its thread, and a JVM whose other threads have ended keeps
 * running, unless the thread factory makes daemon threads.
 *
 * <p>Safe for use by several threads.
 */
public final class SleeperExecutor implements ScheduledExecutorService {
  private final TaskQueue queue;
  private boolean shutdown;

  /** Tasks that wait or run. */
  private int unfinished;

  /** The task that runs at present, or null. */
  private ScheduledTask<?> running;

  private SleeperExecutor(TaskQueue queue) {
    this.queue = queue;
  }

  /**
   * An executor, with a thread of its own unless the sleeper is a {@link ManualClock}.
   *
   * @param sleeper what to wait with
   * @return a running executor
   */
  public static SleeperExecutor on(Sleeper sleeper) {
    return on(sleeper, task -> new Thread(task, "sleeper-executor"));
  }

  /**
   * An executor whose thread comes from a factory.
   *
   * @param sleeper what to wait with
   * @param threads makes the thread; not used if the sleeper is a {@link ManualClock}
   * @return a running executor
   */
  public static SleeperExecutor on(Sleeper sleeper, ThreadFactory threads) {
    Objects.requireNonNull(sleeper, "sleeper");
    Objects.requireNonNull(threads, "threads");
    return new SleeperExecutor(
        sleeper instanceof ManualClock
            ? ((ManualClock) sleeper).tasks()
            : new WorkerThread(sleeper, threads));
  }

  // Scheduling

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return schedule(calling(task, null), delay, unit);
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
    return add(task, deadline(delay, unit), 0);
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long initialDelay, long period, TimeUnit unit) {
    return add(calling(task, null), deadline(initialDelay, unit), positive("period", period, unit));
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long initialDelay, long delay, TimeUnit unit) {
    return add(calling(task, null), deadline(initialDelay, unit), -positive("delay", delay, unit));
  }

  @Override
  public void execute(Runnable task) {
    // The task keeps what it throws; nobody asks for it, as with the pools of the JDK.
    Future<?> ignored = schedule(task, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public Future<?> submit(Runnable task) {
    return schedule(task, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public <T> Future<T> submit(Runnable task, T result) {
    return schedule(calling(task, result), 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public <T> Future<T> submit(Callable<T> task) {
    return schedule(task, 0, TimeUnit.NANOSECONDS);
  }

  private <V> ScheduledTask<V> add(Callable<V> call, long due, long period) {
    ScheduledTask<V> task =
        new ScheduledTask<>(this, queue, Objects.requireNonNull(call, "task"), due, period);
    synchronized (queue.lock) {
      if (shutdown) {
        throw new RejectedExecutionException("the executor is shut down");
      }
      queue.open(this);
      unfinished++;
      task.counted = true;
      queue.add(task);
    }
    return task;
  }

  private static <V> Callable<V> calling(Runnable task, V result) {
    Objects.requireNonNull(task, "task");
    return () -> {
      task.run();
      return result;
    };
  }

  private static long positive(String name, long time, TimeUnit unit) {
    if (time <= 0) {
      throw new IllegalArgumentException(name + " is " + time + ", expected a positive number");
    }
    return unit.toNanos(time);
  }

  /** The reading after so much time from now; at once if it is not positive. */
  long deadline(long timeout, TimeUnit unit) {
    return Nanos.saturatingPlus(queue.now(), Math.max(0, unit.toNanos(timeout)));
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
        futures.add(add(task, queue.now(), 0));
      }
      for (ScheduledTask<T> future : futures) {
        if (!queue.await(future::isDone, deadline)) {
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

  /** One after the other: since one task runs at a time, none would be faster all at once. */
  private <T> T invokeAnyUntil(Collection<? extends Callable<T>> tasks, long deadline)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("tasks is empty, expected at least one task");
    }
    ExecutionException last = null;
    for (Callable<T> task : tasks) {
      ScheduledTask<T> future = add(task, queue.now(), 0);
      try {
        if (!queue.await(future::isDone, deadline)) {
          throw new TimeoutException("no task has succeeded in time");
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

  // The end

  @Override
  public void shutdown() {
    synchronized (queue.lock) {
      shutdown = true;
      for (ScheduledTask<?> task : queue.removeAll(this)) {
        if (task.isPeriodic()) {
          task.cancel(false);
        } else {
          queue.add(task);
        }
      }
      queue.changed();
    }
  }

  /**
   * {@inheritDoc} As in the JDK, the tasks returned are not cancelled; they are {@link
   * java.util.concurrent.RunnableScheduledFuture}s.
   */
  @Override
  public List<Runnable> shutdownNow() {
    synchronized (queue.lock) {
      shutdown = true;
      List<ScheduledTask<?>> left = queue.removeAll(this);
      for (ScheduledTask<?> task : left) {
        finished(task);
      }
      if (running != null) {
        running.interrupt();
      }
      queue.changed();
      return new ArrayList<>(left);
    }
  }

  @Override
  public boolean isShutdown() {
    synchronized (queue.lock) {
      return shutdown;
    }
  }

  @Override
  public boolean isTerminated() {
    synchronized (queue.lock) {
      return shutdown && unfinished == 0;
    }
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return queue.await(this::isTerminated, deadline(timeout, unit));
  }

  /**
   * Notes which task runs. Lock held.
   *
   * @param task the task, or null if none does
   * @return the one that ran until now: a task that waits for another one may run it itself
   */
  ScheduledTask<?> running(ScheduledTask<?> task) {
    ScheduledTask<?> outer = running;
    running = task;
    return outer;
  }

  /** A task will not run any more. Lock held. */
  void finished(ScheduledTask<?> task) {
    if (task.counted) {
      task.counted = false;
      unfinished--;
    }
  }

  /** How many tasks wait or run, and whether it is shut down. */
  @Override
  public String toString() {
    synchronized (queue.lock) {
      return "executor with "
          + unfinished
          + " unfinished tasks"
          + (shutdown ? unfinished == 0 ? ", terminated" : ", shut down" : "");
    }
  }
}
