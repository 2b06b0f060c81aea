package io.foliot.simulation.model;

/**
 * What the readings of a steered clock may be. It knows the reference and the events, and nothing
 * of how the clock works.
 *
 * <p>A monotonic clock shows the reference plus an offset, which grows when the reference is set
 * back. While things are settled the offset stays; after an event it is found anew, within bounds.
 */
final class SteeredOracle {
  /** The longest interval between samples that the clock claims, nanoseconds. */
  static final long LINE = 4_000_000;

  /** After an event, and so much time in which it is read, the clock is right again. */
  private static final long SETTLE = 20_000_000;

  /** A clock that nobody reads for longer than this finds out nothing meanwhile. */
  private static final long ACTIVE = 1_000_000;

  /** What 1000 ppm of slew do in a line, and the estimate of the rate. */
  private static final long TOLERANCE = 70_000;

  private static final long WALL_TOLERANCE = 50_000 + TOLERANCE;

  private static final long NONE = Long.MIN_VALUE / 2;
  private static final int THREADS = 4;

  private final SteeredMachine machine;
  private final boolean wall;

  private final Reading[] readers = new Reading[THREADS];

  /** The highest reading handed out. */
  private long handed = NONE;

  /** The reference when a reading ended last. */
  private long truthBefore;

  /** The highest that any reading could be, also of those that have not ended. */
  private long reached = NONE;

  /** Bounds of what the clock adds to the reference. */
  private long leastOffset;

  private long mostOffset;

  /** What the events since things were settled allow for. */
  private long allowance;

  /** By how much the reference was set back and ahead since then. */
  private long stepsBack;

  private long stepsAhead;
  private int slower = 1;

  private boolean settled = true;
  private long disturbedAt;

  /** When the clock was last read, and for how long it has been since the last event. */
  private long lastRead;

  private long active;

  long readings;
  long settledReadings;

  SteeredOracle(SteeredMachine machine, boolean wall) {
    this.machine = machine;
    this.wall = wall;
    for (int i = 0; i < THREADS; i++) {
      readers[i] = new Reading();
    }
  }

  void opened() {
    truthBefore = machine.truth();
    disturbed(LINE, 0, 1);
  }

  /** Notes what is true now, before and after something changes it. */
  void look() {
    for (Reading reading : readers) {
      if (reading.goesOn) {
        look(reading);
      }
    }
  }

  private void look(Reading reading) {
    long truth = machine.truth();
    reading.least = Math.min(reading.least, truth);
    reading.most = Math.max(reading.most, truth);
    reading.leastOffset = Math.min(reading.leastOffset, leastOffset);
    reading.mostOffset = Math.max(reading.mostOffset, mostOffset);
    reading.allowance = Math.max(reading.allowance, allowance);
    reading.stepsBack = Math.max(reading.stepsBack, stepsBack);
    reading.stepsAhead = Math.max(reading.stepsAhead, stepsAhead);
    reached = Math.max(reached, reading.most + mostOffset);
  }

  /** Notes what is true after the reference was set: a clock that may not go back adds the rest. */
  void changed() {
    look();
    if (!wall && handed != NONE) {
      mostOffset = Math.max(mostOffset, Math.max(reached, handed) - machine.truth());
    }
  }

  /**
   * Something happened that the clock finds out later.
   *
   * @param nanos by how much readings may be off until then
   * @param step by how much the reference was set ahead
   * @param times by how much longer the clock takes to find out
   */
  void disturbed(long nanos, long step, int times) {
    settled = false;
    active = 0;
    disturbedAt = machine.now;
    lastRead = machine.now;
    allowance += nanos;
    stepsBack += Math.max(0, -step);
    stepsAhead += Math.max(0, step);
    slower = Math.max(slower, times);
  }

  boolean isSettled() {
    return settled;
  }

  /** The counter was set back. A reading that goes on may have a line that covers where it is. */
  void counterWentBack() {
    for (Reading reading : readers) {
      reading.floor -= LINE;
      reading.least = Math.min(reading.least, reading.truthBefore - LINE);
    }
  }

  /**
   * The counter shows ticks of the current line, although they are not the next ones.
   *
   * @param back by how much readings may go back
   * @param lag by how much they may be late, until the line ends
   */
  void hidden(long back, long lag) {
    handed -= back;
    stepsAhead += lag;
    for (Reading reading : readers) {
      reading.floor -= back;
      reading.back += back;
    }
    look();
  }

  /** A sample was taken; a wide one is off by as much. */
  void sampled(long width) {
    if (width > TOLERANCE / 8) {
      disturbed(width, 0, 1);
    }
  }

  void begin(int thread) {
    Reading reading = readers[thread];
    reading.begin(machine.now, handed, truthBefore);
    look(reading);
  }

  void end(int thread, long nanos) {
    Reading reading = readers[thread];
    look(reading);
    reading.goesOn = false;
    truthBefore = machine.truth();
    readings++;
    if (machine.isTraced()) {
      machine.note("thread " + thread + " read " + nanos + ", off by " + (nanos - machine.truth()));
    }
    if (wall) {
      checkWall(reading, nanos);
    } else {
      checkMonotonic(reading, nanos);
    }
    handed = Math.max(handed, nanos - reading.back);
    settle(reading, nanos);
  }

  private void checkMonotonic(Reading reading, long nanos) {
    if (nanos < reading.floor) {
      throw broken("went back by " + (reading.floor - nanos), reading, nanos);
    }
    long tolerance = TOLERANCE + reading.allowance + machine.nanosOf(4);
    long lowest = reading.least + reading.leastOffset - tolerance - reading.stepsAhead;
    long highest = reading.most + reading.mostOffset + tolerance;
    if (nanos < lowest) {
      throw broken("is below the bound by " + (lowest - nanos), reading, nanos);
    }
    if (nanos > highest) {
      throw broken("is above the bound by " + (nanos - highest), reading, nanos);
    }
  }

  private void checkWall(Reading reading, long nanos) {
    long tolerance = WALL_TOLERANCE + reading.allowance + machine.nanosOf(4);
    long lowest = reading.least - reading.stepsAhead - tolerance;
    long highest = reading.most + reading.stepsBack + tolerance;
    if (nanos < lowest) {
      throw broken("is below the bound by " + (lowest - nanos), reading, nanos);
    }
    if (nanos > highest) {
      throw broken("is above the bound by " + (nanos - highest), reading, nanos);
    }
  }

  private void settle(Reading reading, long nanos) {
    if (settled) {
      settledReadings++;
      return;
    }
    if (reading.began >= disturbedAt) {
      active += Math.min(ACTIVE, machine.now - lastRead);
      lastRead = machine.now;
    }
    if (active >= SETTLE * slower && lastRead == machine.now) {
      look();
      settled = true;
      allowance = 0;
      stepsBack = 0;
      stepsAhead = 0;
      slower = 1;
      if (!wall) {
        leastOffset = nanos - reading.most;
        mostOffset = nanos - reading.least;
        reached = nanos;
      }
      look();
    }
  }

  private AssertionError broken(String what, Reading reading, long nanos) {
    return new AssertionError(
        "at "
            + machine.now
            + " ns: reading "
            + nanos
            + " "
            + what
            + " ns; "
            + reading
            + (settled ? ", settled" : ", disturbed at " + disturbedAt + " ns"));
  }

  /** A reading that goes on, and what was true meanwhile. */
  private static final class Reading {
    boolean goesOn;
    long began;

    /** The highest reading that was handed out when it began. */
    long floor;

    /** The reference when a reading had ended before this one began. */
    long truthBefore;

    /** By how much the counter was set back meanwhile. */
    long back;

    /** Bounds of the reference. */
    long least;

    long most;

    /** Bounds of everything else that matters. */
    long leastOffset;

    long mostOffset;
    long allowance;
    long stepsBack;
    long stepsAhead;

    void begin(long now, long handed, long truth) {
      truthBefore = truth;
      goesOn = true;
      began = now;
      floor = handed;
      back = 0;
      least = Long.MAX_VALUE;
      most = Long.MIN_VALUE;
      leastOffset = Long.MAX_VALUE;
      mostOffset = Long.MIN_VALUE;
      allowance = 0;
      stepsBack = 0;
      stepsAhead = 0;
    }

    @Override
    public String toString() {
      return "since "
          + began
          + " ns the reference was "
          + least
          + " to "
          + most
          + ", offset "
          + leastOffset
          + " to "
          + mostOffset
          + ", allowance "
          + allowance
          + ", floor "
          + floor;
    }
  }
}
