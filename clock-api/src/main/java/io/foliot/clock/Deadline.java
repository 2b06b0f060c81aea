package io.foliot.clock;

import com.fasterxml.jackson.annotation.JsonValue;
import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import io.foliot.duration.SignedDuration;
import io.foliot.duration.VisibleText;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A point in time on a {@link MonotonicClock} by which something must happen.
 *
 * <pre>{@code
 * Deadline deadline = Deadline.after(timeout, clock);
 * while (!done() && !deadline.hasPassed()) {
 *   poll();
 * }
 * }</pre>
 *
 * <p>A deadline is an absolute reading, so waiting in several steps does not accumulate errors. It
 * never overflows: a timeout beyond the clock's range is {@linkplain #never never}. Each deadline
 * belongs to one clock; {@link #compareTo}, {@link #isBefore}, {@link #earlier} and {@link #await}
 * throw {@link IllegalArgumentException} if the clocks differ.
 *
 * <p>Immutable and thread-safe. {@link #hasPassed()} and {@link #remainingNanos()} allocate
 * nothing.
 */
public final class Deadline implements Comparable<Deadline> {
  private static final long NEVER = Nanos.MAX;

  private final MonotonicClock clock;
  private final long reading;

  private Deadline(MonotonicClock clock, long reading) {
    this.clock = Objects.requireNonNull(clock, "clock");
    this.reading = reading;
  }

  /**
   * Returns the deadline one timeout from now.
   *
   * @param timeout time from now; zero gives a deadline that has passed
   * @param clock the clock to measure with
   * @return the deadline; never, if it is beyond the clock's range
   */
  public static Deadline after(Duration timeout, MonotonicClock clock) {
    return new Deadline(
        clock, Nanos.saturatingPlus(clock.elapsedNanos(), timeout.toUnsignedNanos()));
  }

  /**
   * Returns the deadline at a reading.
   *
   * @param elapsedNanos a reading in unsigned nanoseconds; 2<sup>64</sup>&minus;1 is never
   * @param clock the clock of the reading
   * @return the deadline
   */
  public static Deadline at(long elapsedNanos, MonotonicClock clock) {
    return new Deadline(clock, elapsedNanos);
  }

  /**
   * Returns the deadline that never passes.
   *
   * @param clock the clock that it belongs to
   * @return the deadline
   */
  public static Deadline never(MonotonicClock clock) {
    return new Deadline(clock, NEVER);
  }

  /** {@return the clock that this deadline belongs to} */
  public MonotonicClock clock() {
    return clock;
  }

  /**
   * {@return the reading at which it passes, for {@link Sleeper#sleepUntil}: unsigned nanoseconds;
   * 2<sup>64</sup>&minus;1 for never}
   */
  public long elapsedNanos() {
    return reading;
  }

  /** {@return whether this deadline never passes} */
  public boolean isNever() {
    return reading == NEVER;
  }

  /** {@return whether the clock has reached the deadline; always false for never} */
  public boolean hasPassed() {
    return reading != NEVER && Nanos.compare(clock.elapsedNanos(), reading) >= 0;
  }

  /**
   * {@return the time until the deadline; zero once it has passed, {@link Duration#MAX} for never}
   */
  public Duration remaining() {
    return Duration.ofUnsignedNanos(remainingNanos());
  }

  /**
   * Returns the time until the deadline as a timeout for {@code java.util.concurrent}.
   *
   * <pre>{@code
   * queue.poll(deadline.remaining(MILLISECONDS), MILLISECONDS);
   * future.get(deadline.remaining(NANOSECONDS), NANOSECONDS);
   * condition.awaitNanos(deadline.remaining(NANOSECONDS));
   * }</pre>
   *
   * @param unit the unit of the result
   * @return the time rounded up, so that a wait of that length does not end before the deadline; 0
   *     once it has passed; {@link Long#MAX_VALUE} for never and from 2<sup>63</sup> ns (292 years)
   */
  public long remaining(TimeUnit unit) {
    long nanos = remainingNanos();
    if (nanos < 0) {
      return Long.MAX_VALUE;
    }
    // Not unit.convert, which initialises java.time in JDK 17, which runs floating point.
    long size = unit.toNanos(1);
    return nanos / size + (nanos % size == 0 ? 0 : 1);
  }

  /**
   * {@return the time until the deadline in unsigned nanoseconds; 0 once it has passed,
   * 2<sup>64</sup>&minus;1 for never} For APIs that expect signed numbers, which would read never
   * as &minus;1, use {@link #remaining(TimeUnit)}.
   */
  public long remainingNanos() {
    return reading == NEVER ? NEVER : Nanos.saturatingMinus(reading, clock.elapsedNanos());
  }

  /** {@return the time since the deadline passed; zero before it and for never} */
  public Duration overdue() {
    return reading == NEVER
        ? Duration.ZERO
        : Duration.ofUnsignedNanos(Nanos.saturatingMinus(clock.elapsedNanos(), reading));
  }

  /**
   * {@return the deadline minus now: positive before the deadline, negative after it, {@link
   * SignedDuration#MAX} for never}
   */
  public SignedDuration signedRemaining() {
    return reading == NEVER
        ? SignedDuration.MAX
        : SignedDuration.ofDifference(reading, clock.elapsedNanos());
  }

  /**
   * Sleeps until the deadline.
   *
   * @param sleeper a sleeper on this deadline's clock
   * @throws InterruptedException if the thread is interrupted before or during the sleep
   * @throws IllegalArgumentException if the sleeper is on another clock
   */
  public void await(Sleeper sleeper) throws InterruptedException {
    requireSame(sleeper.clock());
    sleeper.sleepUntil(reading);
  }

  /**
   * {@return whether this deadline is earlier than another of the same clock}
   *
   * @param other the other deadline
   * @throws IllegalArgumentException if it belongs to another clock
   */
  public boolean isBefore(Deadline other) {
    return compareTo(other) < 0;
  }

  /**
   * {@return the earlier of two deadlines of the same clock; this one if they are equal}
   *
   * @param other the other deadline
   * @throws IllegalArgumentException if it belongs to another clock
   */
  public Deadline earlier(Deadline other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /**
   * Orders by time; never comes last.
   *
   * @throws IllegalArgumentException if the other deadline belongs to another clock
   */
  @Override
  public int compareTo(Deadline other) {
    requireSame(other.clock);
    return Nanos.compare(reading, other.reading);
  }

  private void requireSame(MonotonicClock other) {
    if (!clock.equals(other)) {
      throw new IllegalArgumentException(
          "deadline is on clock '"
              + VisibleText.whole(clock.toString())
              + "', not on '"
              + VisibleText.whole(other.toString())
              + "'; use one clock for deadlines and sleepers that belong together");
    }
  }

  /** {@return whether the other object is a deadline of the same clock at the same reading} */
  @Override
  public boolean equals(Object other) {
    return other instanceof Deadline
        && ((Deadline) other).reading == reading
        && ((Deadline) other).clock.equals(clock);
  }

  @Override
  public int hashCode() {
    return clock.hashCode() * 31 + (int) (reading ^ (reading >>> 32));
  }

  /** {@return text such as {@code "deadline at 5s of CLOCK"}, which Jackson writes} */
  @JsonValue
  @Override
  public String toString() {
    return "deadline "
        + (reading == NEVER ? "never" : "at " + Duration.ofUnsignedNanos(reading))
        + " of "
        + clock;
  }
}
