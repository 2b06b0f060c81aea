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
    /** Waits or runs. */
    OPEN,
    DONE,
    FAILED,
    CANCELLED
  }

  private final SleeperExecutor executor;
  private final TaskQueue queue;
  private final Callable<V> call;

  /** Nanoseconds between two runs if positive, from the end of one to the next if negative. */
  private final long period;

  private long due;
  private long order;
  private State state = State.OPEN;
  private V result;
  private Throwable failure;

  /** The thread that runs it at present, or null. */
  private Thread runner;

  /** Whether that thread was interrupted on behalf of this task. */
  private boolean interrupted;

  /** Whether the executor counts it as unfinished. */
  boolean counted;

  ScheduledTask(
      SleeperExecutor executor, TaskQueue queue, Callable<V> call, long due, long period) {
    this.executor = executor;
    this.queue = queue;
    this.call = call;
    this.due = due;
    this.period = period;
  }

  SleeperExecutor executor() {
    return executor;
  }

  long due() {
    return due;
  }

  void queued(long order) {
    this.order = order;
  }

  @Override
  public void run() {
    ScheduledTask<?> outer;
    synchronized (queue.lock) {
      if (state != State.OPEN || runner != null) {
        return;
      }
      runner = Thread.currentThread();
      outer = executor.running(this);
      // Still there if it is run by whoever got it from shutdownNow() or schedule().
      queue.remove(this);
    }
    V value = null;
    Throwable thrown = null;
    try {
      value = call.call();
    } catch (Throwable anything) {
      thrown = anything;
    }
    long now = queue.now();
    synchronized (queue.lock) {
      runner = null;
      ScheduledTask<?> ignored = executor.running(outer);
      if (interrupted) {
        // It was meant for this task, not for what the thread does next.
        interrupted = false;
        Thread.interrupted();
      }
      ended(value, thrown, now);
      queue.changed();
    }
  }

  private void ended(V value, Throwable thrown, long now) {
    if (state == State.OPEN) {
      if (thrown != null) {
        failure = thrown;
        state = State.FAILED;
      } else if (period == 0) {
        result = value;
        state = State.DONE;
      } else if (executor.isShutdown()) {
        state = State.CANCELLED;
      } else {
        due = period > 0 ? Nanos.saturatingPlus(due, period) : Nanos.saturatingPlus(now, -period);
        queue.add(this);
        return;
      }
    }
    executor.finished(this);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    synchronized (queue.lock) {
      if (state != State.OPEN) {
        return false;
      }
      state = State.CANCELLED;
      if (runner == null) {
        queue.remove(this);
        executor.finished(this);
      } else if (mayInterruptIfRunning) {
        interrupt();
      }
      queue.changed();
      return true;
    }
  }

  /** Interrupts the thread that runs it, if one does. Lock held. */
  void interrupt() {
    if (runner != null) {
      interrupted = true;
      runner.interrupt();
    }
  }

  @Override
  public boolean isCancelled() {
    synchronized (queue.lock) {
      return state == State.CANCELLED;
    }
  }

  @Override
  public boolean isDone() {
    synchronized (queue.lock) {
      return state != State.OPEN;
    }
  }

  @Override
  public boolean isPeriodic() {
    return period != 0;
  }

  @Override
  public V get() throws InterruptedException, ExecutionException {
    queue.await(this::isDone, Nanos.MAX);
    return report();
  }

  @Override
  public V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!queue.await(this::isDone, executor.deadline(timeout, unit))) {
      throw new TimeoutException("no result after " + timeout + " " + unit + ": " + this);
    }
    return report();
  }

  private V report() throws ExecutionException {
    synchronized (queue.lock) {
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
    long now = queue.now();
    synchronized (queue.lock) {
      long left = Nanos.saturatingMinus(due, now);
      long late = Nanos.saturatingMinus(now, due);
      return unit.convert(late == 0 ? signed(left) : -signed(late), TimeUnit.NANOSECONDS);
    }
  }

  private static long signed(long nanos) {
    return nanos < 0 ? Long.MAX_VALUE : nanos;
  }

  /** By time; tasks of equal time in the order in which they were added. */
  @Override
  public int compareTo(Delayed other) {
    if (other instanceof ScheduledTask && ((ScheduledTask<?>) other).queue.equals(queue)) {
      ScheduledTask<?> that = (ScheduledTask<?>) other;
      int byTime = Nanos.compare(due, that.due);
      return byTime == 0 ? Long.compare(order, that.order) : byTime;
    }
    return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
  }

  @Override
  public String toString() {
    synchronized (queue.lock) {
      return "task due at "
          + Duration.ofUnsignedNanos(due)
          + (state != State.OPEN ? ", " + state : runner != null ? ", running" : ", waiting");
    }
  }
}
