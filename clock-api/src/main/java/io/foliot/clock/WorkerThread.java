package io.foliot.clock;

import io.foliot.duration.Nanos;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;

/** Tasks that one thread runs, which sleeps on a sleeper between them. */
final class WorkerThread extends TaskQueue {
  /** A clock need not follow real time: who waits for a result looks at it again so often. */
  private static final long LOOK_AGAIN_NANOS = 100_000_000;

  private final Sleeper sleeper;
  private final ThreadFactory threads;
  private SleeperExecutor executor;
  private Thread worker;

  /** The reading that the worker sleeps for; meaningless while it does not. */
  private long wakeAt;

  private boolean asleep;

  WorkerThread(Sleeper sleeper, ThreadFactory threads) {
    super(new Object());
    this.sleeper = sleeper;
    this.threads = threads;
  }

  @Override
  long now() {
    return sleeper.clock().elapsedNanos();
  }

  @Override
  void open(SleeperExecutor user) {
    if (worker == null) {
      executor = user;
      Thread made =
          Objects.requireNonNull(threads.newThread(this::work), "the thread factory gave null");
      made.start();
      worker = made;
    }
  }

  @Override
  void changed() {
    lock.notifyAll();
    if (asleep && (isOver() || Nanos.compare(nextDue(), wakeAt) != 0)) {
      asleep = false;
      worker.interrupt();
    }
  }

  private boolean isOver() {
    return isEmpty() && executor.isShutdown();
  }

  private void work() {
    while (true) {
      ScheduledTask<?> due;
      synchronized (lock) {
        // An interrupt was meant for a task that has ended or for the sleep.
        asleep = false;
        Thread.interrupted();
        if (isOver()) {
          return;
        }
        due = takeDue(now());
        if (due == null) {
          wakeAt = nextDue();
          asleep = true;
        }
      }
      if (due != null) {
        due.run();
      } else {
        try {
          sleeper.sleepUntil(wakeAt);
        } catch (InterruptedException somethingChanged) {
          // Looks again.
        }
      }
    }
  }

  @Override
  boolean await(BooleanSupplier over, long deadlineNanos) throws InterruptedException {
    Deadline deadline = Deadline.at(deadlineNanos, sleeper.clock());
    synchronized (lock) {
      while (!over.getAsBoolean()) {
        if (deadline.isNever()) {
          lock.wait();
          continue;
        }
        long left = deadline.remainingNanos();
        if (left == 0) {
          return false;
        }
        // Rounded up, because wait(0) would wait for ever.
        lock.wait(Nanos.toMillis(Nanos.min(left, LOOK_AGAIN_NANOS)) + 1);
      }
      return true;
    }
  }
}
