package io.foliot.simulation.model;

import java.util.function.IntToLongFunction;

/**
 * What the readings of a clock may be. It knows the truth and the events, and nothing of how the
 * clock works.
 *
 * <p>A monotonic clock shows the truth plus an offset, which grows when the truth is set back.
 * While things are settled the offset stays; after an event it is found anew, within bounds.
 */
final class Oracle {
  /** The longest interval between samples that the clock claims, nanoseconds. */
  static final long LINE = 4_000_000;

  /** After an event, and so much time in which it is read, the clock is right again. */
  private static final long SETTLE = 20_000_000;

  /** A clock that nobody reads for longer than this finds out nothing meanwhile. */
  private static final long ACTIVE = 1_000_000;

  /** A sample that is wider than this is an event. */
  private static final long NARROW = 5_000;

  private static final long NONE = Long.MIN_VALUE / 2;
  static final int THREADS = 4;

  private final Machine machine;
  private final IntToLongFunction truth;
  private final boolean wall;
  private final long tolerance;

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

  /** The truth at the last reading, and for how long the clock has been read since the event. */
  private long lastTruth;

  private long active;

  long readings;
  long settledReadings;

  /**
   * An oracle.
   *
   * @param truth what a clock without an offset shows a thread that reads it in no time
   * @param wall whether readings follow the truth wherever it goes
   * @param tolerance by how much readings may be off while all is settled, nanoseconds
   */
  Oracle(Machine machine, IntToLongFunction truth, boolean wall, long tolerance) {
    this.machine = machine;
    this.truth = truth;
    this.wall = wall;
    this.tolerance = tolerance;
    for (int i = 0; i < THREADS; i++) {
      readers[i] = new Reading(i);
    }
  }

  void opened() {
    truthBefore = truth(0);
    reached = truthBefore;
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
    long truth = truth(reading.thread);
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
    if (!wall && Math.max(reached, handed) != NONE) {
      mostOffset = Math.max(mostOffset, Math.max(reached, handed) - leastTruth());
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
    lastTruth = truth(0);
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
    stepsAhead += lag;
    mayGoBack(back);
    look();
  }

  /** Readings may go back by so many nanoseconds, once. */
  void mayGoBack(long nanos) {
    handed -= nanos;
    for (Reading reading : readers) {
      reading.floor -= nanos;
      reading.back += nanos;
    }
  }

  /** A sample was taken; a wide one is off by as much. */
  void sampled(long width) {
    if (width > NARROW) {
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
    truthBefore = truth(thread);
    readings++;
    if (machine.isTraced()) {
      machine.note("thread " + thread + " read " + nanos + ", off by " + (nanos - truth(thread)));
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
    long tolerance = this.tolerance + reading.allowance + machine.resolution();
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
    long tolerance = this.tolerance + reading.allowance + machine.resolution();
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
    boolean mayBeSettled = false;
    if (reading.began >= disturbedAt) {
      // Nothing is found out while time stands still.
      active += Math.max(0, Math.min(ACTIVE, truthBefore - lastTruth));
      lastTruth = truthBefore;
      mayBeSettled = active >= SETTLE * slower;
    }
    if (mayBeSettled) {
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

  private long truth(int thread) {
    return truth.applyAsLong(thread);
  }

  private long leastTruth() {
    long least = truth(0);
    for (int i = 1; i < THREADS; i++) {
      least = Math.min(least, truth(i));
    }
    return least;
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
    final int thread;
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

    Reading(int thread) {
      this.thread = thread;
    }

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
      return "thread "
          + thread
          + ": since "
          + began
          + " ns the truth was "
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
