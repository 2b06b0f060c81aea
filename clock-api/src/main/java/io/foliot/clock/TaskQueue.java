package io.foliot.clock;

import io.foliot.duration.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Tasks that wait for their time on one clock. Whoever runs them takes them from here, and puts
 * periodic ones back. All fields, here and in {@link ScheduledTask} and {@link SleeperExecutor},
 * are guarded by {@link #lock}.
 */
abstract class TaskQueue {
  final Object lock;
  private final PriorityQueue<ScheduledTask<?>> waiting = new PriorityQueue<>();
  private long added;

  TaskQueue(Object lock) {
    this.lock = lock;
  }

  /** The clock's reading, in unsigned nanoseconds. */
  abstract long now();

  /** Makes sure that somebody will run what is added. Lock held. */
  abstract void open(SleeperExecutor executor);

  /** A task was added, has ended or was removed, or an executor was shut down. Lock held. */
  abstract void changed();

  /**
   * Waits until a condition holds or the clock shows the deadline. Lock not held.
   *
   * @param over the condition, asked with the lock held
   * @param deadlineNanos reading of the clock, or {@link Nanos#MAX} for never
   * @return whether the condition holds
   * @throws InterruptedException if the thread is interrupted before it does
   */
  abstract boolean await(BooleanSupplier over, long deadlineNanos) throws InterruptedException;

  /** Tasks of equal time run in the order in which they were added. Lock held. */
  final void add(ScheduledTask<?> task) {
    task.queued(added++);
    waiting.add(task);
    changed();
  }

  final void remove(ScheduledTask<?> task) {
    waiting.remove(task);
  }

  /** The tasks of one executor, in the order of their time; they are taken out. Lock held. */
  final List<ScheduledTask<?>> removeAll(SleeperExecutor executor) {
    List<ScheduledTask<?>> removed = new ArrayList<>();
    List<ScheduledTask<?>> kept = new ArrayList<>();
    while (!waiting.isEmpty()) {
      ScheduledTask<?> task = waiting.poll();
      (task.executor() == executor ? removed : kept).add(task);
    }
    waiting.addAll(kept);
    return removed;
  }

  final boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** When the next task is due: a reading, or {@link Nanos#MAX} if there is none. Lock held. */
  final long nextDue() {
    ScheduledTask<?> next = waiting.peek();
    return next == null ? Nanos.MAX : next.due();
  }

  final boolean hasDue(long now) {
    long due = nextDue();
    return due != Nanos.MAX && Nanos.compare(due, now) <= 0;
  }

  /** Takes out the first task that is due, or gives null. Lock held. */
  final ScheduledTask<?> takeDue(long now) {
    return hasDue(now) ? waiting.poll() : null;
  }
}
