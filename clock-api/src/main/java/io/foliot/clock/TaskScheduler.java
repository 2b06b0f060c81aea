package io.foliot.clock;

import io.foliot.duration.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * A queue of tasks ordered by their due times on one clock. Subclasses run them. {@link #lock}
 * guards all fields of this class, {@link ScheduledTask} and {@link SleeperExecutor}.
 */
abstract class TaskScheduler {
  final Object lock;
  private final PriorityQueue<ScheduledTask<?>> queue = new PriorityQueue<>();
  private long sequence;

  TaskScheduler(Object lock) {
    this.lock = lock;
  }

  /** {@return the clock's reading} */
  abstract long now();

  /** Prepares to run the tasks of an executor. Lock held. */
  abstract void start(SleeperExecutor executor);

  /** A task was added, ended or was removed, or an executor was shut down. Lock held. */
  abstract void changed();

  /**
   * Waits for a condition. Lock not held.
   *
   * @param condition tested with the lock held
   * @param deadlineNanos reading of the clock, or {@link Nanos#MAX} for never
   * @return whether the condition became true before the deadline
   */
  abstract boolean await(BooleanSupplier condition, long deadlineNanos) throws InterruptedException;

  /** Adds a task behind those with the same due time. Lock held. */
  final void add(ScheduledTask<?> task) {
    task.sequence(sequence++);
    queue.add(task);
    changed();
  }

  /** Lock held. */
  final void remove(ScheduledTask<?> task) {
    queue.remove(task);
  }

  /** Removes and returns the tasks of one executor in due order. Lock held. */
  final List<ScheduledTask<?>> removeAll(SleeperExecutor executor) {
    List<ScheduledTask<?>> removed = new ArrayList<>();
    List<ScheduledTask<?>> kept = new ArrayList<>();
    while (!queue.isEmpty()) {
      ScheduledTask<?> task = queue.poll();
      (task.executor() == executor ? removed : kept).add(task);
    }
    queue.addAll(kept);
    return removed;
  }

  /** Lock held. */
  final boolean isEmpty() {
    return queue.isEmpty();
  }

  /** {@return the due time of the next task, or {@link Nanos#MAX}} Lock held. */
  final long nextDue() {
    ScheduledTask<?> next = queue.peek();
    return next == null ? Nanos.MAX : next.due();
  }

  /** Lock held. */
  final boolean hasDue(long now) {
    long due = nextDue();
    return due != Nanos.MAX && Nanos.compare(due, now) <= 0;
  }

  /** Removes and returns the next task if it is due, or returns null. Lock held. */
  final ScheduledTask<?> pollDue(long now) {
    return hasDue(now) ? queue.poll() : null;
  }
}
