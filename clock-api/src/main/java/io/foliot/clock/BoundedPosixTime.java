package io.foliot.clock;

import com.fasterxml.jackson.annotation.JsonValue;
import io.foliot.duration.Duration;
import java.util.Objects;

/**
 * A time together with the earliest and the latest that it can truly be.
 *
 * <p>Always {@code earliest <= now <= latest}. Where nothing is known about the error, the bounds
 * are {@link PosixTime#MIN} and {@link PosixTime#MAX}: see {@link #isBounded()}.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class BoundedPosixTime {
  private final PosixTime earliest;
  private final PosixTime now;
  private final PosixTime latest;
  private final SyncState syncState;

  private BoundedPosixTime(
      PosixTime earliest, PosixTime now, PosixTime latest, SyncState syncState) {
    this.earliest = Objects.requireNonNull(earliest, "earliest");
    this.now = Objects.requireNonNull(now, "now");
    this.latest = Objects.requireNonNull(latest, "latest");
    this.syncState = Objects.requireNonNull(syncState, "syncState");
    if (now.isBefore(earliest) || now.isAfter(latest)) {
      throw new IllegalArgumentException(
          "now is " + now + ", expected from earliest, " + earliest + ", to latest, " + latest);
    }
  }

  /**
   * A time between given bounds.
   *
   * @param earliest the earliest that it can truly be
   * @param now what the clock shows
   * @param latest the latest that it can truly be
   * @param syncState whether the clock is synchronised
   * @return the reading
   * @throws IllegalArgumentException if {@code now} is outside the bounds
   */
  public static BoundedPosixTime of(
      PosixTime earliest, PosixTime now, PosixTime latest, SyncState syncState) {
    return new BoundedPosixTime(earliest, now, latest, syncState);
  }

  /**
   * A time that is wrong by at most so much in either direction.
   *
   * @param now what the clock shows
   * @param maxError its largest possible error; bounds beyond the years 0000 to 9999 become {@link
   *     PosixTime#MIN} and {@link PosixTime#MAX}
   * @param syncState whether the clock is synchronised
   * @return the reading
   */
  public static BoundedPosixTime of(PosixTime now, Duration maxError, SyncState syncState) {
    return new BoundedPosixTime(
        now.saturatingMinus(maxError), now, now.saturatingPlus(maxError), syncState);
  }

  /**
   * A time whose error is not known: from {@link PosixTime#MIN} to {@link PosixTime#MAX}.
   *
   * @param now what the clock shows
   * @param syncState whether the clock is synchronised
   * @return the reading
   */
  public static BoundedPosixTime unbounded(PosixTime now, SyncState syncState) {
    return new BoundedPosixTime(PosixTime.MIN, now, PosixTime.MAX, syncState);
  }

  /**
   * The earliest that it can truly be.
   *
   * @return not after {@link #now()}
   */
  public PosixTime earliest() {
    return earliest;
  }

  /**
   * What the clock shows.
   *
   * @return a time within the bounds
   */
  public PosixTime now() {
    return now;
  }

  /**
   * The latest that it can truly be.
   *
   * @return not before {@link #now()}
   */
  public PosixTime latest() {
    return latest;
  }

  /**
   * Whether the clock is synchronised.
   *
   * @return the state when this was read
   */
  public SyncState syncState() {
    return syncState;
  }

  /**
   * Whether anything is known about the error.
   *
   * @return false if the bounds are all of time
   */
  public boolean isBounded() {
    return !earliest.equals(PosixTime.MIN) || !latest.equals(PosixTime.MAX);
  }

  /**
   * Whether this was certainly read before another, on whichever machines: what TrueTime calls
   * "after" and "before".
   *
   * @param other the other reading
   * @return true if this one's latest is before the other's earliest; false if that is not certain
   */
  public boolean isCertainlyBefore(BoundedPosixTime other) {
    return latest.isBefore(other.earliest);
  }

  /**
   * Whether this was certainly read after another.
   *
   * @param other the other reading
   * @return true if this one's earliest is after the other's latest; false if that is not certain
   */
  public boolean isCertainlyAfter(BoundedPosixTime other) {
    return other.isCertainlyBefore(this);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof BoundedPosixTime)) {
      return false;
    }
    BoundedPosixTime that = (BoundedPosixTime) other;
    return earliest.equals(that.earliest)
        && now.equals(that.now)
        && latest.equals(that.latest)
        && syncState == that.syncState;
  }

  @Override
  public int hashCode() {
    return ((earliest.hashCode() * 31 + now.hashCode()) * 31 + latest.hashCode()) * 31
        + syncState.hashCode();
  }

  /**
   * Such as {@code 2026-11-22T08:57:00Z in [2026-11-22T08:56:59Z, 2026-11-22T08:57:01Z]}, and the
   * state. Jackson writes this text, and reads none.
   */
  @JsonValue
  @Override
  public String toString() {
    return now + " in [" + earliest + ", " + latest + "] " + syncState;
  }
}
