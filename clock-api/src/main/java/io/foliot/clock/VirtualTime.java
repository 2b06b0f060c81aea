package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.util.Objects;

/** The readings of a {@link ManualClock}, guarded by its lock. */
final class VirtualTime {
  /** A change of the wall clock's rate. Computes the gain from the progress, so it is exact. */
  private static final class Slew {
    static final Slew NONE = new Slew(0, 0, 0);

    private static final long MILLION = 1_000_000;
    private static final int MAX_PARTS_PER_MILLION = 500_000;

    private final int partsPerMillion;
    private final long length;
    private final long progress;

    private Slew(int partsPerMillion, long length, long progress) {
      this.partsPerMillion = partsPerMillion;
      this.length = length;
      this.progress = progress;
    }

    static Slew of(int partsPerMillion, long length) {
      if (partsPerMillion < -MAX_PARTS_PER_MILLION || partsPerMillion > MAX_PARTS_PER_MILLION) {
        throw new IllegalArgumentException(
            "partsPerMillion must be -500000 to 500000, got " + partsPerMillion);
      }
      return new Slew(partsPerMillion, length, 0);
    }

    Slew after(Duration time) {
      return new Slew(
          partsPerMillion,
          length,
          Nanos.min(length, Nanos.saturatingPlus(progress, time.toUnsignedNanos())));
    }

    /** {@return nanoseconds gained so far, negative if lost} */
    long gained() {
      return progress / MILLION * partsPerMillion + progress % MILLION * partsPerMillion / MILLION;
    }
  }

  private final SuspendBehavior suspendBehavior;
  private long elapsed;
  private PosixTime wall;
  private Slew slew = Slew.NONE;
  private boolean suspended;

  VirtualTime(long elapsedNanos, PosixTime wall, SuspendBehavior suspendBehavior) {
    if (suspendBehavior == SuspendBehavior.UNKNOWN) {
      throw new IllegalArgumentException("suspendBehavior must be COUNTS or STOPS, got UNKNOWN");
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

  /** {@return whether the monotonic reading stands still} */
  boolean isStopped() {
    return suspended && suspendBehavior == SuspendBehavior.STOPS;
  }

  void suspend() {
    if (suspended) {
      throw new IllegalStateException("the clock is suspended; call resume() before suspend()");
    }
    suspended = true;
  }

  void resume() {
    if (!suspended) {
      throw new IllegalStateException("the clock is not suspended; call suspend() before resume()");
    }
    suspended = false;
  }

  /** Throws ArithmeticException if {@link #advance} would. */
  void checkAdvance(Duration time) {
    after(time);
  }

  /** Throws ArithmeticException, and changes nothing, if a reading would leave its range. */
  void advance(Duration time) {
    VirtualTime later = after(time);
    elapsed = later.elapsed;
    wall = later.wall;
    slew = later.slew;
  }

  private VirtualTime after(Duration time) {
    long newElapsed = isStopped() ? elapsed : Nanos.plus(elapsed, time.toUnsignedNanos());
    // The kernel's timer, which slews the clock, is stopped in suspend.
    Slew newSlew = suspended ? slew : slew.after(time);
    PosixTime newWall = shifted(wall.plus(time), newSlew.gained() - slew.gained());
    VirtualTime later = new VirtualTime(newElapsed, newWall, suspendBehavior);
    later.slew = newSlew;
    return later;
  }

  /** Sets the wall clock and ends a slew. */
  void setWall(PosixTime time) {
    wall = Objects.requireNonNull(time, "time");
    slew = Slew.NONE;
  }

  void stepWall(long nanos) {
    wall = shifted(wall, nanos);
  }

  void slewWall(int partsPerMillion, Duration length) {
    slew = Slew.of(partsPerMillion, length.toNanos());
  }

  private static PosixTime shifted(PosixTime time, long nanos) {
    return nanos < 0
        ? time.minus(Duration.ofUnsignedNanos(-nanos))
        : time.plus(Duration.ofNanos(nanos));
  }

  @Override
  public String toString() {
    return "manual clock at "
        + Duration.ofUnsignedNanos(elapsed)
        + ", "
        + wall
        + (suspended ? ", suspended" : "");
  }
}
