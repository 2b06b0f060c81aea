package io.foliot.clock;

import io.foliot.duration.Nanos;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;

/** Runs the tasks of one executor in one thread, which sleeps on a sleeper between them. */
final class SingleThreadScheduler extends TaskScheduler {
  /** Interval at which waiting threads read the clock, which need not follow real time. */
  private static final long POLL_INTERVAL_NANOS = 100_000_000;

  private final Sleeper sleeper;
  private final ThreadFactory threadFactory;
  private SleeperExecutor executor;
  private Thread worker;

  /** The worker's deadline; meaningless unless it is asleep. */
  private long wakeAt;

  private boolean asleep;

  SingleThreadScheduler(Sleeper sleeper, ThreadFactory threadFactory) {
    super(new Object());
    this.sleeper = sleeper;
    this.threadFactory = threadFactory;
  }

  @Override
  long now() {
    return sleeper.clock().elapsedNanos();
  }

  @Override
  void start(SleeperExecutor user) {
    if (worker == null) {
      executor = user;
      Thread thread =
          Objects.requireNonNull(
              threadFactory.newThread(this::work), "the thread factory returned null");
      thread.start();
      worker = thread;
    }
  }

  @Override
  void changed() {
    lock.notifyAll();
    if (asleep && (isTerminating() || Nanos.compare(nextDue(), wakeAt) != 0)) {
      asleep = false;
      worker.interrupt();
    }
  }

  private boolean isTerminating() {
    return isEmpty() && executor.isShutdown();
  }

  private void work() {
    while (true) {
      ScheduledTask<?> due;
      synchronized (lock) {
        // An interrupt here was meant for the sleep or for a task that has ended.
        asleep = false;
        Thread.interrupted();
        if (isTerminating()) {
          return;
        }
        due = pollDue(now());
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
        } catch (InterruptedException changed) {
          // Look at the queue again.
        }
      }
    }
  }

  @Override
  boolean await(BooleanSupplier condition, long deadlineNanos) throws InterruptedException {
    Deadline deadline = Deadline.at(deadlineNanos, sleeper.clock());
    synchronized (lock) {
      while (!condition.getAsBoolean()) {
        if (deadline.isNever()) {
          lock.wait();
          continue;
        }
        long left = deadline.remainingNanos();
        if (left == 0) {
          return false;
        }
        // Rounded up: wait(0) waits for ever.
        lock.wait(Nanos.toMillis(Nanos.min(left, POLL_INTERVAL_NANOS)) + 1);
      }
      return true;
    }
  }
}
