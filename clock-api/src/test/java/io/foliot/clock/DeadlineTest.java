package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);
  private static final BigInteger NEVER = TWO_64.subtract(BigInteger.ONE);

  private final ManualClock clock = new ManualClock();

  private static BigInteger unsigned(long value) {
    return value < 0 ? BigInteger.valueOf(value).add(TWO_64) : BigInteger.valueOf(value);
  }

  @Test
  void passesAtItsReading() {
    Deadline deadline = Deadline.after(Duration.ofMillis(5), clock);
    assertFalse(deadline.hasPassed());
    assertEquals(Duration.ofMillis(5), deadline.remaining());
    assertEquals(Duration.ZERO, deadline.overdue());
    clock.advance(Duration.ofNanos(4_999_999));
    assertFalse(deadline.hasPassed());
    assertEquals(1, deadline.remainingNanos());
    clock.advance(Duration.ofNanos(1));
    assertTrue(deadline.hasPassed());
    assertEquals(Duration.ZERO, deadline.remaining());
    assertEquals(Duration.ZERO, deadline.overdue());
    clock.advance(Duration.ofSeconds(2));
    assertTrue(deadline.hasPassed());
    assertEquals(0, deadline.remainingNanos());
    assertEquals(Duration.ofSeconds(2), deadline.overdue());
  }

  @Property
  void agreesWithUnsignedArithmetic(@ForAll long now, @ForAll long timeout, @ForAll long later) {
    ManualClock manual = new ManualClock(now, PosixTime.EPOCH, SuspendBehavior.STOPS);
    Deadline deadline = Deadline.after(Duration.ofUnsignedNanos(timeout), manual);
    BigInteger expected = unsigned(now).add(unsigned(timeout)).min(NEVER);
    assertEquals(expected, unsigned(deadline.elapsedNanos()));
    assertEquals(deadline, Deadline.at(deadline.elapsedNanos(), manual));
    if (unsigned(later).compareTo(unsigned(now)) >= 0) {
      manual.advanceTo(later);
    }
    BigInteger reading = unsigned(manual.elapsedNanos());
    boolean never = expected.equals(NEVER);
    assertEquals(never, deadline.isNever());
    assertEquals(!never && reading.compareTo(expected) >= 0, deadline.hasPassed());
    BigInteger left = never ? NEVER : expected.subtract(reading).max(BigInteger.ZERO);
    assertEquals(left, unsigned(deadline.remainingNanos()));
    assertEquals(deadline.remainingNanos(), deadline.remaining().toUnsignedNanos());
    BigInteger late = never ? BigInteger.ZERO : reading.subtract(expected).max(BigInteger.ZERO);
    assertEquals(late, unsigned(deadline.overdue().toUnsignedNanos()));
  }

  @Test
  void neverNeverPasses() {
    Deadline never = Deadline.never(clock);
    assertTrue(never.isNever());
    assertEquals(never, Deadline.after(Duration.MAX, clock));
    clock.advance(Duration.ofNanos(1));
    assertEquals(never, Deadline.after(Duration.MAX, clock));
    clock.advanceTo(-1L);
    assertFalse(never.hasPassed());
    assertEquals(Duration.MAX, never.remaining());
    assertEquals(Duration.ZERO, never.overdue());
    assertFalse(Deadline.after(Duration.ofDays(1), clock).hasPassed());
    assertFalse(Deadline.at(-2L, clock).isNever());
  }

  @Test
  void zeroTimeoutHasPassed() {
    assertTrue(Deadline.after(Duration.ZERO, clock).hasPassed());
  }

  @Test
  void ordersByTime() {
    Deadline soon = Deadline.at(5, clock);
    Deadline far = Deadline.at(Long.MIN_VALUE, clock);
    Deadline never = Deadline.never(clock);
    assertTrue(soon.isBefore(far));
    assertTrue(far.isBefore(never));
    assertFalse(far.isBefore(soon));
    assertFalse(soon.isBefore(Deadline.at(5, clock)));
    assertEquals(0, soon.compareTo(Deadline.at(5, clock)));
    assertSame(soon, soon.earlier(far));
    assertSame(soon, far.earlier(soon));
    assertSame(soon, soon.earlier(Deadline.at(5, clock)));
  }

  @Test
  void deadlinesOfOtherClocksAreRefused() {
    ManualClock other = new ManualClock();
    Deadline here = Deadline.at(5, clock);
    Deadline there = Deadline.at(5, other);
    String message =
        "deadline is on clock '"
            + clock
            + "', not on '"
            + other
            + "'; use one clock for deadlines and sleepers that belong together";
    assertEquals(message, refusal(() -> here.compareTo(there)));
    assertEquals(message, refusal(() -> here.isBefore(there)));
    assertEquals(message, refusal(() -> here.earlier(there)));
    assertEquals(message, refusal(() -> here.await(other)));
    assertNotEquals(here, there);
  }

  private static String refusal(org.junit.jupiter.api.function.Executable refused) {
    return assertThrows(IllegalArgumentException.class, refused).getMessage();
  }

  @Test
  void awaitSleepsUntilTheDeadline() throws InterruptedException {
    clock.advanceOnSleep(true);
    Deadline deadline = Deadline.after(Duration.ofHours(3), clock);
    deadline.await(clock);
    assertTrue(deadline.hasPassed());
    assertEquals(Duration.ofHours(3), clock.elapsed());
  }

  @Test
  void equalityAndText() {
    Deadline deadline = Deadline.at(5, clock);
    assertEquals(deadline, Deadline.at(5, clock));
    assertEquals(deadline.hashCode(), Deadline.at(5, clock).hashCode());
    assertNotEquals(deadline.hashCode(), Deadline.at(6, clock).hashCode());
    assertNotEquals(deadline.hashCode(), Deadline.at(5, new ManualClock()).hashCode());
    assertNotEquals(
        Deadline.at(5, clock).hashCode(), Deadline.at(5 + (1L << 32), clock).hashCode());
    assertNotEquals(deadline, Deadline.at(6, clock));
    assertFalse(deadline.equals((Object) "deadline"));
    assertSame(clock, deadline.clock());
    assertEquals("deadline at 5ns of " + clock, deadline.toString());
    assertEquals("deadline never of " + clock, Deadline.never(clock).toString());
  }

  @Test
  void refusesNullClock() {
    assertThrows(NullPointerException.class, () -> Deadline.at(5, null));
    assertThrows(NullPointerException.class, () -> Deadline.never(null));
  }
}
