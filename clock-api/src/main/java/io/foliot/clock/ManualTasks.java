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
 * Who waits on a {@link ManualClock}: threads that sleep, and tasks. Time passes through here, so
 * that it stops where something is due.
 */
final class ManualTasks extends TaskQueue {
  private final VirtualTime time;

  /** Threads asleep whose deadline has not come. */
  private final List<ManualSleep> sleeps = new ArrayList<>();

  private boolean advanceOnSleep;

  /** The one thread that runs tasks at present, or null. */
  private Thread runner;

  ManualTasks(VirtualTime time) {
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
  void open(SleeperExecutor executor) {
    // Whoever lets time pass runs the tasks.
  }

  @Override
  void changed() {
    lock.notifyAll();
  }

  // Time

  /**
   * Lets time pass in one step if no task would run meanwhile. Lock held.
   *
   * @return whether it has passed
   */
  boolean passAtOnce(Duration length) {
    if (length.isZero()) {
      return true;
    }
    boolean runsTasks = runner == null && !time.isSuspended();
    if (runsTasks && hasDue(Nanos.saturatingPlus(time.elapsed(), length.toUnsignedNanos()))) {
      return false;
    }
    time.pass(length);
    wakeSleepers();
    return true;
  }

  /** Lets time pass, and runs each task at its time. Lock not held. */
  void advance(Duration length) {
    long left = length.toUnsignedNanos();
    synchronized (lock) {
      time.requireRoomFor(length);
    }
    boolean over = false;
    while (!over) {
      synchronized (lock) {
        long step = Nanos.min(left, untilNextTask());
        over = step == left;
        time.pass(Duration.ofUnsignedNanos(step));
        wakeSleepers();
        left -= step;
      }
      runDue(false);
    }
  }

  /** Lets time pass until a reading, if that is still to come and time counts. Lock not held. */
  void advanceTo(long reading) {
    boolean over = false;
    while (!over) {
      synchronized (lock) {
        if (time.standsStill()) {
          return;
        }
        long left = Nanos.saturatingMinus(reading, time.elapsed());
        time.requireRoomFor(Duration.ofUnsignedNanos(left));
        long step = Nanos.min(left, untilNextTask());
        over = step == left;
        time.pass(Duration.ofUnsignedNanos(step));
        wakeSleepers();
      }
      runDue(false);
    }
  }

  /** How far time may pass before a task is due that this thread would run. Lock held. */
  private long untilNextTask() {
    return runner != null || time.isSuspended() || nextDue() == Nanos.MAX
        ? Nanos.MAX
        : Nanos.saturatingMinus(nextDue(), time.elapsed());
  }

  /**
   * Runs what is due, unless another thread runs tasks. Lock not held.
   *
   * @param nested whether a task that waits for another one may run it
   * @return whether a task has run
   */
  boolean runDue(boolean nested) {
    Thread me = Thread.currentThread();
    boolean outermost;
    synchronized (lock) {
      outermost = runner == null;
      if (!outermost && !(nested && me.equals(runner))) {
        return false;
      }
      runner = me;
    }
    boolean any = false;
    while (true) {
      ScheduledTask<?> due;
      synchronized (lock) {
        due = time.isSuspended() ? null : takeDue(time.elapsed());
        if (due == null) {
          runner = outermost ? null : me;
          return any;
        }
      }
      due.run();
      any = true;
    }
  }

  // Sleep

  void advanceOnSleep(boolean wanted) {
    synchronized (lock) {
      advanceOnSleep = wanted;
      lock.notifyAll();
    }
  }

  /** Whether a thread that sleeps lets the time pass itself. Lock held. */
  private boolean sleepingPasses() {
    return !time.isSuspended() && (advanceOnSleep || Thread.currentThread().equals(runner));
  }

  /** Waits for whatever changes next; callers look again in a loop. Lock held. */
  @SuppressWarnings("WaitNotInLoop")
  private void doze(ManualSleep sleep) throws InterruptedException {
    if (!sleeps.contains(sleep)) {
      sleeps.add(sleep);
      lock.notifyAll();
    }
    lock.wait();
  }

  private void wakeUp(ManualSleep sleep) {
    synchronized (lock) {
      sleeps.remove(sleep);
    }
  }

  void sleepUntil(long deadlineNanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    ManualSleep sleep = new ManualSleep(deadlineNanos);
    synchronized (lock) {
      if (sleep.isDue(time.elapsed())) {
        return;
      }
    }
    try {
      while (true) {
        synchronized (lock) {
          if (sleep.over || (!time.isSuspended() && sleep.isDue(time.elapsed()))) {
            return;
          }
          if (deadlineNanos == Nanos.MAX || !sleepingPasses()) {
            doze(sleep);
            continue;
          }
        }
        advanceTo(deadlineNanos);
      }
    } finally {
      wakeUp(sleep);
    }
  }

  @Override
  boolean await(BooleanSupplier over, long deadlineNanos) throws InterruptedException {
    ManualSleep sleep = new ManualSleep(deadlineNanos);
    try {
      while (true) {
        boolean ranOne = !over.getAsBoolean() && runDue(true);
        long until;
        synchronized (lock) {
          if (over.getAsBoolean()) {
            return true;
          }
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          if (ranOne || (runner == null && hasDue(time.elapsed()))) {
            continue;
          }
          if (sleep.isDue(time.elapsed())) {
            return false;
          }
          until = Nanos.min(deadlineNanos, nextDue());
          // What is due here is being run by another thread.
          if (until == Nanos.MAX || hasDue(time.elapsed()) || !sleepingPasses()) {
            doze(sleep);
            continue;
          }
        }
        advanceTo(until);
      }
    } finally {
      wakeUp(sleep);
    }
  }

  int sleepers() {
    synchronized (lock) {
      return sleeps.size();
    }
  }

  void awaitSleepers(int count, Duration patience) throws InterruptedException, TimeoutException {
    Deadline deadline = Deadline.after(patience, NanoTimeClock.INSTANCE);
    synchronized (lock) {
      while (sleeps.size() < count) {
        long left = deadline.remainingNanos();
        if (left == 0) {
          throw new TimeoutException(
              "expected "
                  + count
                  + " threads asleep on this clock, saw "
                  + sleeps.size()
                  + " after "
                  + patience);
        }
        // Rounded up, because wait(0) would wait for ever.
        lock.wait(Nanos.toMillis(left) + 1);
      }
    }
  }

  /** The earliest deadline of a sleep or time of a task. */
  OptionalLong nextWakeNanos() {
    synchronized (lock) {
      long earliest = nextDue();
      boolean any = !isEmpty();
      for (ManualSleep sleep : sleeps) {
        earliest = Nanos.min(earliest, sleep.deadline);
        any = true;
      }
      return any ? OptionalLong.of(earliest) : OptionalLong.empty();
    }
  }

  /** Lock held. */
  void wakeSleepers() {
    if (time.isSuspended()) {
      return;
    }
    for (Iterator<ManualSleep> i = sleeps.iterator(); i.hasNext(); ) {
      ManualSleep sleep = i.next();
      if (sleep.isDue(time.elapsed())) {
        sleep.over = true;
        i.remove();
      }
    }
    lock.notifyAll();
  }
}
