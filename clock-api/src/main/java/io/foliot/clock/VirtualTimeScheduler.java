package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Advances the time of a {@link ManualClock}, in steps that end where a task is due, runs tasks in
 * the advancing thread and wakes sleeping threads.
 */
final class VirtualTimeScheduler extends TaskScheduler {
  /** A thread that waits for a deadline. */
  private static final class Waiter {
    final long deadline;
    boolean woken;

    Waiter(long deadline) {
      this.deadline = deadline;
    }

    boolean isDue(long elapsed) {
      return deadline != Nanos.MAX && Nanos.compare(elapsed, deadline) >= 0;
    }
  }

  private final VirtualTime time;
  private final List<Waiter> waiters = new ArrayList<>();
  private boolean advanceOnSleep;

  /** The thread that runs tasks, or null. */
  private Thread runner;

  VirtualTimeScheduler(VirtualTime time) {
    super(new Object());
    this.time = time;
  }

  @Override
  long now() {
    synchronized (lock) {
      return time.elapsed();
    }
  }

  @Override
  void start(SleeperExecutor executor) {
    // The thread that advances the time runs the tasks.
  }

  @Override
  void changed() {
    lock.notifyAll();
  }

  // Advancing

  /**
   * Advances the time in one step, unless a task would fall due. Lock held.
   *
   * @return whether the time has advanced
   */
  boolean tryAdvance(Duration length) {
    if (length.isZero()) {
      return true;
    }
    boolean runsTasks = runner == null && !time.isSuspended();
    if (runsTasks && hasDue(Nanos.saturatingPlus(time.elapsed(), length.toUnsignedNanos()))) {
      return false;
    }
    time.advance(length);
    wakeWaiters();
    return true;
  }

  /** Advances the time and runs each task at its due time. Lock not held. */
  void advance(Duration length) {
    long left = length.toUnsignedNanos();
    synchronized (lock) {
      time.checkAdvance(length);
    }
    boolean done = false;
    while (!done) {
      synchronized (lock) {
        long step = Nanos.min(left, untilNextTask());
        done = step == left;
        time.advance(Duration.ofUnsignedNanos(step));
        wakeWaiters();
        left -= step;
      }
      runDue(false);
    }
  }

  /**
   * Advances the time to a reading, unless it has passed or the clock is stopped. Lock not held.
   */
  void advanceTo(long reading) {
    boolean done = false;
    while (!done) {
      synchronized (lock) {
        if (time.isStopped()) {
          return;
        }
        long left = Nanos.saturatingMinus(reading, time.elapsed());
        time.checkAdvance(Duration.ofUnsignedNanos(left));
        long step = Nanos.min(left, untilNextTask());
        done = step == left;
        time.advance(Duration.ofUnsignedNanos(step));
        wakeWaiters();
      }
      runDue(false);
    }
  }

  /** {@return the time until a task is due that this thread would run} Lock held. */
  private long untilNextTask() {
    return runner != null || time.isSuspended() || nextDue() == Nanos.MAX
        ? Nanos.MAX
        : Nanos.saturatingMinus(nextDue(), time.elapsed());
  }

  /**
   * Runs due tasks, unless another thread runs tasks. Lock not held.
   *
   * @param reentrant whether a running task may run others
   * @return whether a task has run
   */
  boolean runDue(boolean reentrant) {
    Thread me = Thread.currentThread();
    boolean outermost;
    synchronized (lock) {
      outermost = runner == null;
      if (!outermost && !(reentrant && me.equals(runner))) {
        return false;
      }
      runner = me;
    }
    boolean any = false;
    while (true) {
      ScheduledTask<?> due;
      synchronized (lock) {
        due = time.isSuspended() ? null : pollDue(time.elapsed());
        if (due == null) {
          runner = outermost ? null : me;
          return any;
        }
      }
      due.run();
      any = true;
    }
  }

  // Waiting

  void advanceOnSleep(boolean enabled) {
    synchronized (lock) {
      advanceOnSleep = enabled;
      lock.notifyAll();
    }
  }

  /** {@return whether this thread advances the time instead of waiting} Lock held. */
  private boolean advancesOnSleep() {
    return !time.isSuspended() && (advanceOnSleep || Thread.currentThread().equals(runner));
  }

  /** Waits for a notification; callers loop. Lock held. */
  @SuppressWarnings("WaitNotInLoop")
  private void awaitChange(Waiter waiter) throws InterruptedException {
    if (!waiters.contains(waiter)) {
      waiters.add(waiter);
      lock.notifyAll();
    }
    lock.wait();
  }

  private void remove(Waiter waiter) {
    synchronized (lock) {
      waiters.remove(waiter);
    }
  }

  void sleepUntil(long deadlineNanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Waiter waiter = new Waiter(deadlineNanos);
    synchronized (lock) {
      if (waiter.isDue(time.elapsed())) {
        return;
      }
    }
    try {
      while (true) {
        synchronized (lock) {
          if (waiter.woken || (!time.isSuspended() && waiter.isDue(time.elapsed()))) {
            return;
          }
          if (deadlineNanos == Nanos.MAX || !advancesOnSleep()) {
            awaitChange(waiter);
            continue;
          }
        }
        advanceTo(deadlineNanos);
      }
    } finally {
      remove(waiter);
    }
  }

  @Override
  boolean await(BooleanSupplier condition, long deadlineNanos) throws InterruptedException {
    Waiter waiter = new Waiter(deadlineNanos);
    try {
      while (true) {
        boolean ranTask = !condition.getAsBoolean() && runDue(true);
        long until;
        synchronized (lock) {
          if (condition.getAsBoolean()) {
            return true;
          }
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          if (ranTask || (runner == null && hasDue(time.elapsed()))) {
            continue;
          }
          if (waiter.isDue(time.elapsed())) {
            return false;
          }
          until = Nanos.min(deadlineNanos, nextDue());
          // A task that is due at this point is run by another thread.
          if (until == Nanos.MAX || hasDue(time.elapsed()) || !advancesOnSleep()) {
            awaitChange(waiter);
            continue;
          }
        }
        advanceTo(until);
      }
    } finally {
      remove(waiter);
    }
  }

  int sleepers() {
    synchronized (lock) {
      return waiters.size();
    }
  }

  void awaitSleepers(int count, Duration timeout) throws InterruptedException, TimeoutException {
    Deadline deadline = Deadline.after(timeout, NanoTimeClock.INSTANCE);
    synchronized (lock) {
      while (waiters.size() < count) {
        long left = deadline.remainingNanos();
        if (left == 0) {
          throw new TimeoutException(
              "expected "
                  + count
                  + " threads asleep on this clock within "
                  + timeout
                  + ", got "
                  + waiters.size());
        }
        // Rounded up: wait(0) waits for ever.
        lock.wait(Nanos.toMillis(left) + 1);
      }
    }
  }

  OptionalLong nextWakeNanos() {
    synchronized (lock) {
      long earliest = nextDue();
      boolean any = !isEmpty();
      for (Waiter waiter : waiters) {
        earliest = Nanos.min(earliest, waiter.deadline);
        any = true;
      }
      return any ? OptionalLong.of(earliest) : OptionalLong.empty();
    }
  }

  /** Lock held. */
  void wakeWaiters() {
    if (time.isSuspended()) {
      return;
    }
    for (Iterator<Waiter> i = waiters.iterator(); i.hasNext(); ) {
      Waiter waiter = i.next();
      if (waiter.isDue(time.elapsed())) {
        waiter.woken = true;
        i.remove();
      }
    }
    lock.notifyAll();
  }
}
