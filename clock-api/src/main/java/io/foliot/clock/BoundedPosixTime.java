package io.foliot.clock;

import com.fasterxml.jackson.annotation.JsonValue;
import io.foliot.duration.Duration;
import java.util.Objects;

/**
 * A reading of a wall clock with bounds that contain the true time.
 *
 * <p>Always {@code earliest <= now <= latest}. If the error is unknown, the bounds are {@link
 * PosixTime#MIN} and {@link PosixTime#MAX}; see {@link #isBounded()}.
 *
 * <p>Immutable and thread-safe.
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
          "now must be within the bounds, " + earliest + " to " + latest + ", got " + now);
    }
  }

  /**
   * Creates a reading with given bounds.
   *
   * @param earliest the earliest possible true time
   * @param now what the clock shows
   * @param latest the latest possible true time
   * @param syncState whether the clock is synchronised
   * @return the reading
   * @throws IllegalArgumentException if {@code now} is outside the bounds
   */
  public static BoundedPosixTime of(
      PosixTime earliest, PosixTime now, PosixTime latest, SyncState syncState) {
    return new BoundedPosixTime(earliest, now, latest, syncState);
  }

  /**
   * Creates a reading with a maximum error in either direction. Bounds saturate at {@link
   * PosixTime#MIN} and {@link PosixTime#MAX}.
   *
   * @param now what the clock shows
   * @param maxError the maximum error
   * @param syncState whether the clock is synchronised
   * @return the reading
   */
  public static BoundedPosixTime of(PosixTime now, Duration maxError, SyncState syncState) {
    return new BoundedPosixTime(
        now.saturatingMinus(maxError), now, now.saturatingPlus(maxError), syncState);
  }

  /**
   * Creates a reading with an unknown error, bounded by {@link PosixTime#MIN} and {@link
   * PosixTime#MAX}.
   *
   * @param now what the clock shows
   * @param syncState whether the clock is synchronised
   * @return the reading
   */
  public static BoundedPosixTime unbounded(PosixTime now, SyncState syncState) {
    return new BoundedPosixTime(PosixTime.MIN, now, PosixTime.MAX, syncState);
  }

  /** {@return the earliest possible true time, not after {@link #now()}} */
  public PosixTime earliest() {
    return earliest;
  }

  /** {@return what the clock shows} */
  public PosixTime now() {
    return now;
  }

  /** {@return the latest possible true time, not before {@link #now()}} */
  public PosixTime latest() {
    return latest;
  }

  /** {@return whether the clock was synchronised when it was read} */
  public SyncState syncState() {
    return syncState;
  }

  /** {@return whether the error is known: false if the bounds are {@code MIN} and {@code MAX}} */
  public boolean isBounded() {
    return !earliest.equals(PosixTime.MIN) || !latest.equals(PosixTime.MAX);
  }

  /**
   * {@return whether this was certainly read before another, on whichever machine: whether its
   * latest time is before the other's earliest}
   *
   * @param other the other reading
   */
  public boolean isCertainlyBefore(BoundedPosixTime other) {
    return latest.isBefore(other.earliest);
  }

  /**
   * {@return whether this was certainly read after another: whether its earliest time is after the
   * other's latest}
   *
   * @param other the other reading
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
   * {@return text such as {@code 2026-11-22T08:57:00Z in [2026-11-22T08:56:59Z,
   * 2026-11-22T08:57:01Z] SYNCHRONIZED}} Jackson writes this text and reads none.
   */
  @JsonValue
  @Override
  public String toString() {
    return now + " in [" + earliest + ", " + latest + "] " + syncState;
  }
}
