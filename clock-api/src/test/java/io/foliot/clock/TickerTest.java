package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.foliot.duration.Duration;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TickerTest {
  private static final Duration PERIOD = Duration.ofMillis(10);

  private final ManualClock clock = new ManualClock();

  private Ticker ticker() {
    clock.advanceOnSleep(true);
    return Ticker.every(PERIOD, clock);
  }

  @Test
  void ticksDoNotDrift() throws InterruptedException {
    Ticker ticker = ticker();
    for (int i = 1; i <= 5; i++) {
      assertEquals(0, ticker.await());
      assertEquals(PERIOD.times(i), clock.elapsed());
      assertEquals(i, ticker.ticks());
      assertEquals(PERIOD.times(i + 1).toNanos(), ticker.nextNanos());
      clock.advance(Duration.ofMillis(3));
    }
  }

  @Test
  void lateTicksAreSkippedAndCounted() throws InterruptedException {
    Ticker ticker = ticker();
    ticker.await();
    clock.advance(Duration.ofMillis(34));
    assertEquals(2, ticker.await());
    assertEquals(Duration.ofMillis(44), clock.elapsed());
    assertEquals(4, ticker.ticks());
    assertEquals(0, ticker.await());
    assertEquals(Duration.ofMillis(50), clock.elapsed());
  }

  @Test
  void tickThatIsJustDueIsNotMissed() throws InterruptedException {
    Ticker ticker = ticker();
    ticker.await();
    clock.advance(PERIOD);
    assertEquals(0, ticker.await());
    clock.advance(PERIOD.times(2));
    assertEquals(1, ticker.await());
    assertEquals(PERIOD.times(5).toNanos(), ticker.nextNanos());
  }

  @Property
  void gridIsFixed(
      @ForAll long now,
      @ForAll @LongRange(min = 1) long period,
      @ForAll @LongRange(min = 0) long work)
      throws InterruptedException {
    ManualClock manual = new ManualClock(now, PosixTime.EPOCH, SuspendBehavior.STOPS);
    manual.advanceOnSleep(true);
    Ticker ticker = Ticker.startingAt(now, Duration.ofNanos(period), manual);
    BigInteger room = unsigned(-1L).subtract(unsigned(now));
    long passed = room.min(BigInteger.valueOf(work)).longValue();
    manual.advance(Duration.ofUnsignedNanos(passed));
    if (now == -1L) {
      return;
    }
    long missed = ticker.await();
    assertEquals(passed / period, missed);
    assertEquals(missed + 1, ticker.ticks());
    BigInteger next =
        unsigned(now)
            .add(BigInteger.valueOf(period).multiply(unsigned(missed).add(BigInteger.ONE)))
            .min(unsigned(-1L));
    assertEquals(next, unsigned(ticker.nextNanos()));
  }

  private static BigInteger unsigned(long value) {
    return new BigInteger(Long.toUnsignedString(value));
  }

  @Test
  void startsAtGivenReading() throws InterruptedException {
    clock.advanceOnSleep(true);
    Ticker ticker = Ticker.startingAt(Duration.ofMillis(3).toNanos(), PERIOD, clock);
    assertEquals(0, ticker.await());
    assertEquals(Duration.ofMillis(3), clock.elapsed());
    assertEquals(0, ticker.await());
    assertEquals(Duration.ofMillis(13), clock.elapsed());
  }

  @Test
  void interruptedTickCanBeWaitedForAgain() throws InterruptedException {
    Ticker ticker = ticker();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, ticker::await);
    assertEquals(0, ticker.ticks());
    assertEquals(0, ticker.await());
    assertEquals(1, ticker.ticks());
  }

  @Test
  void periodOfZeroIsRefused() {
    String message = "period must be at least 1 ns, got 0";
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Ticker.every(Duration.ZERO, clock))
            .getMessage());
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class, () -> Ticker.startingAt(0, Duration.ZERO, clock))
            .getMessage());
  }

  @Test
  void text() {
    assertEquals("every " + PERIOD + ", next at " + PERIOD, Ticker.every(PERIOD, clock).toString());
  }
}
