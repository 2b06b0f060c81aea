package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A task of a {@link SleeperExecutor}, and its result. */
final class ScheduledTask<V> implements RunnableScheduledFuture<V> {
  private enum State {
    PENDING,
    SUCCESS,
    FAILED,
    CANCELLED
  }

  private final SleeperExecutor executor;
  private final TaskScheduler scheduler;
  private final Callable<V> callable;

  /** Nanoseconds: positive for a fixed rate, negative for a fixed delay, 0 for a single run. */
  private final long period;

  private long due;
  private long sequence;
  private State state = State.PENDING;
  private V result;
  private Throwable failure;

  /** The thread that runs the task, or null. */
  private Thread runner;

  /** Whether this task has interrupted that thread. */
  private boolean interrupted;

  /** Whether the executor counts the task as unfinished. */
  boolean unfinished;

  ScheduledTask(
      SleeperExecutor executor,
      TaskScheduler scheduler,
      Callable<V> callable,
      long due,
      long period) {
    this.executor = executor;
    this.scheduler = scheduler;
    this.callable = callable;
    this.due = due;
    this.period = period;
  }

  SleeperExecutor executor() {
    return executor;
  }

  long due() {
    return due;
  }

  void sequence(long sequence) {
    this.sequence = sequence;
  }

  @Override
  public void run() {
    ScheduledTask<?> outer;
    synchronized (scheduler.lock) {
      if (state != State.PENDING || runner != null) {
        return;
      }
      runner = Thread.currentThread();
      outer = executor.setRunning(this);
      // Still queued if a caller runs a task that schedule() or shutdownNow() returned.
      scheduler.remove(this);
    }
    V value = null;
    Throwable thrown = null;
    try {
      value = callable.call();
    } catch (Throwable anything) {
      thrown = anything;
    }
    long now = scheduler.now();
    synchronized (scheduler.lock) {
      runner = null;
      ScheduledTask<?> ignored = executor.setRunning(outer);
      if (interrupted) {
        // The interrupt was for this task, not for what the thread does next.
        interrupted = false;
        Thread.interrupted();
      }
      complete(value, thrown, now);
      scheduler.changed();
    }
  }

  private void complete(V value, Throwable thrown, long now) {
    if (state == State.PENDING) {
      if (thrown != null) {
        failure = thrown;
        state = State.FAILED;
      } else if (period == 0) {
        result = value;
        state = State.SUCCESS;
      } else if (executor.isShutdown()) {
        state = State.CANCELLED;
      } else {
        due = period > 0 ? Nanos.saturatingPlus(due, period) : Nanos.saturatingPlus(now, -period);
        scheduler.add(this);
        return;
      }
    }
    executor.finished(this);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    synchronized (scheduler.lock) {
      if (state != State.PENDING) {
        return false;
      }
      state = State.CANCELLED;
      if (runner == null) {
        scheduler.remove(this);
        executor.finished(this);
      } else if (mayInterruptIfRunning) {
        interrupt();
      }
      scheduler.changed();
      return true;
    }
  }

  /** Interrupts the thread that runs the task, if any. Lock held. */
  void interrupt() {
    if (runner != null) {
      interrupted = true;
      runner.interrupt();
    }
  }

  @Override
  public boolean isCancelled() {
    synchronized (scheduler.lock) {
      return state == State.CANCELLED;
    }
  }

  @Override
  public boolean isDone() {
    synchronized (scheduler.lock) {
      return state != State.PENDING;
    }
  }

  @Override
  public boolean isPeriodic() {
    return period != 0;
  }

  @Override
  public V get() throws InterruptedException, ExecutionException {
    scheduler.await(this::isDone, Nanos.MAX);
    return report();
  }

  @Override
  public V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!scheduler.await(this::isDone, executor.deadline(timeout, unit))) {
      throw new TimeoutException("no result within " + timeout + " " + unit + ": " + this);
    }
    return report();
  }

  private V report() throws ExecutionException {
    synchronized (scheduler.lock) {
      if (state == State.CANCELLED) {
        throw new CancellationException();
      }
      if (state == State.FAILED) {
        throw new ExecutionException(failure);
      }
      return result;
    }
  }

  @Override
  public long getDelay(TimeUnit unit) {
    long now = scheduler.now();
    synchronized (scheduler.lock) {
      long left = Nanos.saturatingMinus(due, now);
      long late = Nanos.saturatingMinus(now, due);
      return unit.convert(late == 0 ? signed(left) : -signed(late), TimeUnit.NANOSECONDS);
    }
  }

  private static long signed(long nanos) {
    return nanos < 0 ? Long.MAX_VALUE : nanos;
  }

  /** Orders by due time, then by submission. */
  @Override
  public int compareTo(Delayed other) {
    if (other instanceof ScheduledTask && ((ScheduledTask<?>) other).scheduler.equals(scheduler)) {
      ScheduledTask<?> that = (ScheduledTask<?>) other;
      int byTime = Nanos.compare(due, that.due);
      return byTime == 0 ? Long.compare(sequence, that.sequence) : byTime;
    }
    return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
  }

  @Override
  public String toString() {
    synchronized (scheduler.lock) {
      return "task due at "
          + Duration.ofUnsignedNanos(due)
          + (state != State.PENDING ? ", " + state : runner != null ? ", running" : ", waiting");
    }
  }
}
