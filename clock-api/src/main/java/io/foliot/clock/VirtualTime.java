package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.util.Objects;

/** What a {@link ManualClock} shows, and how time changes it; guarded by that clock's lock. */
final class VirtualTime {
  private final SuspendBehavior suspendBehavior;
  private long elapsed;
  private PosixTime wall;
  private Slew slew = Slew.NONE;
  private boolean suspended;

  VirtualTime(long elapsedNanos, PosixTime wall, SuspendBehavior suspendBehavior) {
    if (suspendBehavior == SuspendBehavior.UNKNOWN) {
      throw new IllegalArgumentException("suspendBehavior is UNKNOWN, expected COUNTS or STOPS");
    }
    this.elapsed = elapsedNanos;
    this.wall = Objects.requireNonNull(wall, "wall");
    this.suspendBehavior = Objects.requireNonNull(suspendBehavior, "suspendBehavior");
  }

  long elapsed() {
    return elapsed;
  }

  PosixTime wall() {
    return wall;
  }

  SuspendBehavior suspendBehavior() {
    return suspendBehavior;
  }

  boolean isSuspended() {
    return suspended;
  }

  /** Whether the monotonic reading stays where it is, however much time passes. */
  boolean standsStill() {
    return suspended && suspendBehavior == SuspendBehavior.STOPS;
  }

  void suspend(boolean wanted) {
    if (suspended == wanted) {
      throw new IllegalStateException(
          "the clock is " + (wanted ? "already" : "not") + " suspended");
    }
    suspended = wanted;
  }

  /** Throws ArithmeticException if so much time would leave a range. */
  void requireRoomFor(Duration time) {
    after(time);
  }

  /** Throws ArithmeticException, and changes nothing, if that leaves a range. */
  void pass(Duration time) {
    VirtualTime later = after(time);
    elapsed = later.elapsed;
    wall = later.wall;
    slew = later.slew;
  }

  private VirtualTime after(Duration time) {
    long newElapsed = standsStill() ? elapsed : Nanos.plus(elapsed, time.toUnsignedNanos());
    // The kernel slews by its own timer, which is stopped in suspend.
    Slew newSlew = suspended ? slew : slew.after(time);
    PosixTime newWall = shifted(wall.plus(time), newSlew.gained() - slew.gained());
    VirtualTime later = new VirtualTime(newElapsed, newWall, suspendBehavior);
    later.slew = newSlew;
    return later;
  }

  /** A slew under way ends. */
  void setWall(PosixTime time) {
    wall = Objects.requireNonNull(time, "time");
    slew = Slew.NONE;
  }

  void stepWall(long nanos) {
    wall = shifted(wall, nanos);
  }

  void slewWall(Slew newSlew) {
    slew = newSlew;
  }

  private static PosixTime shifted(PosixTime time, long nanos) {
    return nanos < 0
        ? time.minus(Duration.ofUnsignedNanos(-nanos))
        : time.plus(Duration.ofNanos(nanos));
  }

  /** Both readings. */
  @Override
  public String toString() {
    return "manual clock at "
        + Duration.ofUnsignedNanos(elapsed)
        + ", "
        + wall
        + (suspended ? ", suspended" : "");
  }
}
