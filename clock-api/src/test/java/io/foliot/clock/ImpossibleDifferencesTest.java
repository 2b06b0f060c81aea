package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a clock that violates its contract and goes back, differences are 0, not 584 years. */
class ImpossibleDifferencesTest {
  /** A clock that the test sets. */
  private static final class SetClock implements MonotonicClock, Sleeper {
    long reading = 1_000;

    @Override
    public long elapsedNanos() {
      return reading;
    }

    @Override
    public OptionalLong periodPicos() {
      return OptionalLong.empty();
    }

    @Override
    public SuspendBehavior suspendBehavior() {
      return SuspendBehavior.UNKNOWN;
    }

    @Override
    public MonotonicClock clock() {
      return this;
    }

    /** Wakes a nanosecond early. */
    @Override
    public void sleepUntil(long deadlineNanos) {
      reading = deadlineNanos - 1;
    }
  }

  private final SetClock clock = new SetClock();

  @Test
  void stopwatchShowsZero() {
    Stopwatch watch = Stopwatch.started(clock);
    clock.reading--;
    assertEquals(Duration.ZERO, watch.elapsed());
    assertEquals(Duration.ZERO, watch.lap());
    assertEquals(Duration.ZERO, watch.stop());
  }

  @Test
  void lapsAddUpToTheTotal() {
    Stopwatch watch = Stopwatch.started(clock);
    clock.reading += 10;
    assertEquals(10, watch.lapNanos());
    clock.reading -= 1;
    assertEquals(0, watch.lapNanos());
    clock.reading += 5;
    assertEquals(4, watch.lapNanos());
    assertEquals(14, watch.elapsedNanos());
  }

  @Test
  void tickerMissesNothing() throws InterruptedException {
    Ticker ticker = Ticker.every(Duration.ofNanos(10), clock);
    assertEquals(0, ticker.await());
    assertEquals(1_020, ticker.nextNanos());
    assertEquals(1, ticker.ticks());
  }

  @Test
  void deadlineIsNeitherOverdueNorPassed() {
    Deadline deadline = Deadline.after(Duration.ofNanos(5), clock);
    clock.reading--;
    assertFalse(deadline.hasPassed());
    assertEquals(Duration.ZERO, deadline.overdue());
    assertEquals(6, deadline.remainingNanos());
    clock.reading = 1_006;
    assertEquals(Duration.ZERO, deadline.remaining());
    assertEquals(0, deadline.remaining(TimeUnit.NANOSECONDS));
  }

  @Test
  void faultsBeginAtZeroOnClockSetBack() {
    MonotonicClock faulty = Faults.none().step(Duration.ofHours(1), 1_000_000).in(clock);
    clock.reading--;
    assertEquals(999, faulty.elapsedNanos());
  }

  /** Timeouts for java.util.concurrent do not end early, and never is the maximum. */
  @Property
  void remainingIsRoundedUp(@ForAll long now, @ForAll long end, @ForAll TimeUnit unit) {
    clock.reading = now;
    Deadline deadline = Deadline.at(end, clock);
    BigInteger left = unsigned(end).subtract(unsigned(now)).max(BigInteger.ZERO);
    BigInteger nanos = BigInteger.valueOf(unit.toNanos(1));
    BigInteger expected =
        deadline.isNever() || left.bitLength() > 63
            ? BigInteger.valueOf(Long.MAX_VALUE)
            : left.add(nanos).subtract(BigInteger.ONE).divide(nanos);
    assertEquals(expected, BigInteger.valueOf(deadline.remaining(unit)));
  }

  private static BigInteger unsigned(long value) {
    return new BigInteger(Long.toUnsignedString(value));
  }

  /** With the unsigned number, -1, each of these calls would return at once. */
  @Test
  @Timeout(60)
  void neverIsMaxValueForTheJdk() throws Exception {
    Deadline never = Deadline.never(clock);
    assertEquals(Nanos.MAX, never.remainingNanos());
    CompletableFuture<String> future = new CompletableFuture<>();
    ArrayBlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
    Thread other =
        new Thread(
            () -> {
              try {
                TimeUnit.MILLISECONDS.sleep(20);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              future.complete("done");
              assertTrue(queue.offer("done"));
            });
    other.start();
    assertEquals("done", future.get(never.remaining(TimeUnit.NANOSECONDS), TimeUnit.NANOSECONDS));
    assertEquals("done", queue.poll(never.remaining(TimeUnit.DAYS), TimeUnit.DAYS));
    other.join();
  }
}
