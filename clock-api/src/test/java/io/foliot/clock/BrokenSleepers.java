package io.foliot.clock;

import io.foliot.clock.conformance.SleeperConformance;
import io.foliot.duration.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Sleepers, each with one fault. */
final class BrokenSleepers {
  private static final MonotonicClock CLOCK = new PortableClockProvider().monotonic();

  private BrokenSleepers() {}

  static List<BrokenClock> all() {
    return Arrays.asList(
        broken("clockIsFixed", "makes a clock on every call", new NewClock()),
        broken("clockIsFixed", "has no clock", new NoClock()),
        broken("neverWakesEarly", "sleeps half the time", new Half()),
        broken("neverWakesEarly", "rounds down to milliseconds", new WholeMillis()),
        broken("neverWakesEarlyFromShortSleeps", "parks and is 1 us early", new MicrosecondEarly())
            .hidingFromInterpreters(),
        broken("threadsSleepIndependently", "lets one thread sleep at a time", new OneAtATime()),
        broken("sleepsTheFullTime", "its clock runs 1000 times as fast", new FastClock()),
        broken("passedDeadlineReturns", "waits for the counter to wrap", new Wraps()),
        broken("distantDeadlinesDoNotReturn", "compares deadlines as signed", new Signed()),
        broken("interruptionEndsTheSleep", "sleeps on", new SleepsOn()),
        broken("interruptionEndsTheSleep", "returns when interrupted", new Returns()),
        broken("interruptionEndsTheSleep", "leaves the status set", new LeavesStatus()),
        broken("interruptedThreadDoesNotSleep", "clears the status first", new ClearsFirst()),
        broken(
            "interruptionPrecedesPassedDeadline",
            "looks at the deadline first",
            new DeadlineFirst()),
        broken("unparkDoesNotEndTheSleep", "parks once", new ParksOnce()));
  }

  private static BrokenClock broken(String rule, String fault, Sleeper sleeper) {
    return new BrokenClock(
        rule,
        fault,
        new SleeperConformance() {
          @Override
          protected Sleeper sleeper() {
            return sleeper;
          }

          @Override
          protected Duration timeout() {
            return Duration.ofMillis(400);
          }
        });
  }

  /** A correct sleeper, whose subclasses have faults. */
  private abstract static class Good implements Sleeper {
    @Override
    public MonotonicClock clock() {
      return CLOCK;
    }

    @Override
    public void sleepUntil(long deadlineNanos) throws InterruptedException {
      Sleeper.parking(CLOCK).sleepUntil(deadlineNanos);
    }
  }

  private static final class NewClock extends Good {
    @Override
    public MonotonicClock clock() {
      return Faults.none().in(CLOCK);
    }
  }

  private static final class NoClock extends Good {
    @Override
    public MonotonicClock clock() {
      return null;
    }
  }

  private static final class Half extends Good {
    @Override
    public void sleepUntil(long deadlineNanos) throws InterruptedException {
      long now = CLOCK.elapsedNanos();
      super.sleepUntil(now + (deadlineNanos - now) / 2);
    }
  }

  private static final class MicrosecondEarly extends Good {
    @Override
    public void sleepUntil(long deadlineNanos) throws InterruptedException {
      super.sleepUntil(Math.max(0, deadlineNanos - 1_000));
    }
  }

  private static final class OneAtATime extends Good {
    private final ReentrantLock lock = new ReentrantLock();

    @Override
    public void sleepUntil(long deadlineNanos) throws InterruptedException {
      lock.lockInterruptibly();
      try {
        super.sleepUntil(deadlineNanos);
      } finally {
        lock.unlock();
      }
    }
  }

  private static final class WholeMillis extends Good {
    @Override
    public void sleepUntil(long deadlineNanos) throws InterruptedException {
      super.sleepUntil(deadlineNanos - (deadlineNanos - CLOCK.elapsedNanos()) % 1_000_000);
    }
  }

  private static final class FastClock extends Good {
    private final MonotonicClock fast =
        new MonotonicClock() {
          @Override
          public long elapsedNanos() {
            return 1_000 * CLOCK.elapsedNanos();
          }

          @Override
          public OptionalLong periodPicos() {
            return CLOCK.periodPicos();
          }

          @Override
          public SuspendBehavior suspendBehavior() {
            return CLOCK.suspendBehavior();
          }
        };

    @Override
    public MonotonicClock clock() {
      return fast;
    }

    @Override
    public void sleepUntil(long deadlineNanos) throws InterruptedException {
      super.sleepUntil(deadlineNanos / 1_000);
    }
  }

  private static final class Wraps extends Good {
    @Override
    public void sleepUntil(long deadlineNanos) throws InterruptedException {
      if (deadlineNanos == 0) {
        super.sleepUntil(-1);
      }
      super.sleepUntil(deadlineNanos);
    }
  }

  private static final class Signed extends Good {
    @Override
    public void sleepUntil(long deadlineNanos) throws InterruptedException {
      if (deadlineNanos > CLOCK.elapsedNanos()) {
        super.sleepUntil(deadlineNanos);
      }
    }
  }

  private static final class SleepsOn extends Good {
    @Override
    public void sleepUntil(long deadlineNanos) throws InterruptedException {
      try {
        super.sleepUntil(deadlineNanos);
      } catch (InterruptedException interruption) {
        TimeUnit.SECONDS.sleep(2);
      }
    }
  }

  private static final class Returns extends Good {
    @Override
    public void sleepUntil(long deadlineNanos) {
      try {
        super.sleepUntil(deadlineNanos);
      } catch (InterruptedException interruption) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final class LeavesStatus extends Good {
    @Override
    public void sleepUntil(long deadlineNanos) throws InterruptedException {
      try {
        super.sleepUntil(deadlineNanos);
      } catch (InterruptedException interruption) {
        Thread.currentThread().interrupt();
        throw interruption;
      }
    }
  }

  private static final class ClearsFirst extends Good {
    @Override
    public void sleepUntil(long deadlineNanos) throws InterruptedException {
      Thread.interrupted();
      super.sleepUntil(deadlineNanos);
    }
  }

  private static final class DeadlineFirst extends Good {
    @Override
    public void sleepUntil(long deadlineNanos) throws InterruptedException {
      if (Long.compareUnsigned(CLOCK.elapsedNanos(), deadlineNanos) < 0) {
        super.sleepUntil(deadlineNanos);
      }
    }
  }

  private static final class ParksOnce extends Good {
    @Override
    public void sleepUntil(long deadlineNanos) throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.parkNanos(deadlineNanos - CLOCK.elapsedNanos());
    }
  }
}
