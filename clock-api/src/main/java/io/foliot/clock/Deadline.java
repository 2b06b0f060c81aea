package io.foliot.clock;

import com.fasterxml.jackson.annotation.JsonValue;
import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import io.foliot.duration.SignedDuration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A moment on a {@link MonotonicClock} by which something should have happened.
 *
 * <pre>{@code
 * Deadline deadline = Deadline.after(timeout, clock);
 * while (!done() && !deadline.hasPassed()) {
 *   poll();
 * }
 * }</pre>
 *
 * <p>A deadline is kept as an absolute reading, so that nothing is lost when work is done in
 * pieces. It never overflows: a timeout that reaches beyond the clock's range is {@linkplain #never
 * never}. Each deadline belongs to one clock, and deadlines of different clocks cannot be compared:
 * {@link #compareTo}, {@link #isBefore} and {@link #earlier} refuse them.
 *
 * <p>Immutable and safe for use by several threads. {@link #hasPassed()} and {@link
 * #remainingNanos()} allocate nothing.
 */
public final class Deadline implements Comparable<Deadline> {
  /** The reading that stands for never. */
  private static final long NEVER = Nanos.MAX;

  private final MonotonicClock clock;
  private final long reading;

  private Deadline(MonotonicClock clock, long reading) {
    this.clock = Objects.requireNonNull(clock, "clock");
    this.reading = reading;
  }

  /**
   * The deadline a certain time from now.
   *
   * @param timeout how long from now; where that is beyond the clock's range, the deadline is never
   * @param clock the clock to measure with
   * @return the deadline; with a timeout of zero it has passed already
   */
  public static Deadline after(Duration timeout, MonotonicClock clock) {
    return new Deadline(
        clock, Nanos.saturatingPlus(clock.elapsedNanos(), timeout.toUnsignedNanos()));
  }

  /**
   * The deadline at a certain reading.
   *
   * @param elapsedNanos a reading of the clock, unsigned nanoseconds; 2<sup>64</sup>-1 is never
   * @param clock the clock to measure with
   * @return the deadline
   */
  public static Deadline at(long elapsedNanos, MonotonicClock clock) {
    return new Deadline(clock, elapsedNanos);
  }

  /**
   * The deadline that never passes.
   *
   * @param clock the clock to measure with
   * @return the deadline
   */
  public static Deadline never(MonotonicClock clock) {
    return new Deadline(clock, NEVER);
  }

  /**
   * The clock that this deadline belongs to.
   *
   * @return the clock
   */
  public MonotonicClock clock() {
    return clock;
  }

  /**
   * The deadline as a reading of its clock, for {@link Sleeper#sleepUntil}.
   *
   * @return unsigned nanoseconds; 2<sup>64</sup>-1 for never
   */
  public long elapsedNanos() {
    return reading;
  }

  /**
   * Whether this deadline never passes.
   *
   * @return true for never
   */
  public boolean isNever() {
    return reading == NEVER;
  }

  /**
   * Whether the clock has reached the deadline.
   *
   * @return true from the deadline on; always false for never
   */
  public boolean hasPassed() {
    return reading != NEVER && Nanos.compare(clock.elapsedNanos(), reading) >= 0;
  }

  /**
   * The time until the deadline.
   *
   * @return zero once it has passed; {@link Duration#MAX} for never
   */
  public Duration remaining() {
    return Duration.ofUnsignedNanos(remainingNanos());
  }

  /**
   * The time until the deadline, for methods of {@code java.util.concurrent} that take a timeout.
   *
   * <pre>{@code
   * queue.poll(deadline.remaining(MILLISECONDS), MILLISECONDS);
   * future.get(deadline.remaining(NANOSECONDS), NANOSECONDS);
   * condition.awaitNanos(deadline.remaining(NANOSECONDS));
   * }</pre>
   *
   * @param unit the unit to count in
   * @return 0 once it has passed; else at least 1, rounded up, so that a wait of that length does
   *     not end before the deadline; {@link Long#MAX_VALUE} for never and for times beyond it
   */
  public long remaining(TimeUnit unit) {
    long nanos = remainingNanos();
    if (nanos < 0) {
      // 292 years or more: for ever, to whoever takes a signed number of nanoseconds.
      return Long.MAX_VALUE;
    }
    // Not unit.convert: in JDK 17 that initialises java.time, which runs floating point.
    long size = unit.toNanos(1);
    return nanos / size + (nanos % size == 0 ? 0 : 1);
  }

  /**
   * The time until the deadline, as an unsigned number. Where a signed one is expected, never would
   * be -1 and read as "now": use {@link #remaining(TimeUnit)} there.
   *
   * @return unsigned nanoseconds: 0 once it has passed, 2<sup>64</sup>-1 for never
   */
  public long remainingNanos() {
    return reading == NEVER ? NEVER : Nanos.saturatingMinus(reading, clock.elapsedNanos());
  }

  /**
   * The time since the deadline passed.
   *
   * @return how late it is; zero before the deadline, and for never
   */
  public Duration overdue() {
    return reading == NEVER
        ? Duration.ZERO
        : Duration.ofUnsignedNanos(Nanos.saturatingMinus(clock.elapsedNanos(), reading));
  }

  /**
   * The deadline minus now: the time until it with a plus, the time since it with a minus.
   *
   * @return positive before the deadline, negative after it; {@link SignedDuration#MAX} for never
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
   * @throws InterruptedException if the thread is interrupted before or while it sleeps
   * @throws IllegalArgumentException if the sleeper waits on another clock
   */
  public void await(Sleeper sleeper) throws InterruptedException {
    requireSame(sleeper.clock());
    sleeper.sleepUntil(reading);
  }

  /**
   * Whether this deadline comes before another one of the same clock.
   *
   * @param other the other deadline
   * @return true if this one is earlier
   * @throws IllegalArgumentException if the other belongs to another clock
   */
  public boolean isBefore(Deadline other) {
    return compareTo(other) < 0;
  }

  /**
   * The earlier one of two deadlines of the same clock.
   *
   * @param other the other deadline
   * @return whichever passes first; this one if they are equal
   * @throws IllegalArgumentException if the other belongs to another clock
   */
  public Deadline earlier(Deadline other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /**
   * Orders by time; never comes last.
   *
   * @throws IllegalArgumentException if the other belongs to another clock
   */
  @Override
  public int compareTo(Deadline other) {
    requireSame(other.clock);
    return Nanos.compare(reading, other.reading);
  }

  private void requireSame(MonotonicClock other) {
    if (!clock.equals(other)) {
      throw new IllegalArgumentException(
          "expected the clock of this deadline, "
              + clock
              + ", got "
              + other
              + ": readings of different clocks cannot be compared");
    }
  }

  /** Whether the other one is a deadline of the same clock at the same reading. */
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

  /** Such as {@code "deadline at 5s of CLOCK"}; reads no clock. Jackson writes this text. */
  @JsonValue
  @Override
  public String toString() {
    return "deadline "
        + (reading == NEVER ? "never" : "at " + Duration.ofUnsignedNanos(reading))
        + " of "
        + clock;
  }
}
