package io.foliot.simulation.model;

import java.util.function.IntToLongFunction;

/**
 * Checks the readings of a clock. It knows the true time and the events, but not how the clock
 * works.
 *
 * <p>A monotonic clock shows the true time plus an offset, which grows when the true time is set
 * back. The offset is constant while the clock is settled; after an event it is determined anew,
 * within bounds.
 */
final class Oracle {
  /** Documented maximum interval between samples, nanoseconds. */
  static final long LINE = 4_000_000;

  /** A clock has settled after being read for this long since the last event. */
  private static final long SETTLE = 20_000_000;

  /** A longer gap between readings counts as this much time, because the clock takes no sample. */
  private static final long ACTIVE = 1_000_000;

  /** A wider sample is an event. */
  private static final long NARROW = 5_000;

  private static final long NONE = Long.MIN_VALUE / 2;
  static final int THREADS = 4;

  private final Machine machine;
  private final IntToLongFunction truth;
  private final boolean wall;
  private final long tolerance;

  private final Reading[] readers = new Reading[THREADS];

  /** The highest reading so far. */
  private long highestReturned = NONE;

  /** The true time when the last reading ended. */
  private long truthBefore;

  /** Upper bound of all readings, including those in progress. */
  private long highestPossible = NONE;

  /** Bounds of the offset of the clock. */
  private long leastOffset;

  private long mostOffset;

  /** Error allowed by the events since the clock was settled. */
  private long allowance;

  /** By how much the reference was set back and ahead since the clock was settled. */
  private long stepsBack;

  private long stepsAhead;
  private int slower = 1;

  private boolean settled = true;
  private long disturbedAt;

  /** The true time at the last reading. */
  private long lastTruth;

  /** For how long the clock has been read since the last event. */
  private long active;

  long readings;
  long settledReadings;

  /**
   * Creates an oracle.
   *
   * @param truth the true time for a thread
   * @param wall whether readings follow the true time when it is set back
   * @param tolerance allowed error while the clock is settled, nanoseconds
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
    highestPossible = truthBefore;
    disturbed(LINE, 0, 1);
  }

  /** Records the true time for all readings in progress; called before and after each change. */
  void observe() {
    for (Reading reading : readers) {
      if (reading.inProgress) {
        observe(reading);
      }
    }
  }

  private void observe(Reading reading) {
    long truth = truth(reading.thread);
    reading.least = Math.min(reading.least, truth);
    reading.most = Math.max(reading.most, truth);
    reading.leastOffset = Math.min(reading.leastOffset, leastOffset);
    reading.mostOffset = Math.max(reading.mostOffset, mostOffset);
    reading.allowance = Math.max(reading.allowance, allowance);
    reading.stepsBack = Math.max(reading.stepsBack, stepsBack);
    reading.stepsAhead = Math.max(reading.stepsAhead, stepsAhead);
    highestPossible = Math.max(highestPossible, reading.most + mostOffset);
  }

  /** Records a step of the reference, which a monotonic clock adds to its offset. */
  void changed() {
    observe();
    if (!wall && Math.max(highestPossible, highestReturned) != NONE) {
      mostOffset = Math.max(mostOffset, Math.max(highestPossible, highestReturned) - leastTruth());
    }
  }

  /**
   * Records an event that the clock detects later.
   *
   * @param nanos allowed error until then
   * @param step by how much the reference was set ahead
   * @param times factor by which the clock takes longer to settle
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

  /** Records that the counter was set back, perhaps into the line of a reading in progress. */
  void counterWentBack() {
    for (Reading reading : readers) {
      reading.mark -= LINE;
      reading.least = Math.min(reading.least, reading.truthBefore - LINE);
    }
  }

  /**
   * Records a jump of the counter into the current line, which the clock cannot detect.
   *
   * @param back by how much readings may go back
   * @param lag by how much readings may be late until the line ends
   */
  void hidden(long back, long lag) {
    stepsAhead += lag;
    allowStepBack(back);
    observe();
  }

  /** Allows readings to go back once. */
  void allowStepBack(long nanos) {
    highestReturned -= nanos;
    for (Reading reading : readers) {
      reading.mark -= nanos;
      reading.back += nanos;
    }
  }

  /** Records a sample; a wide one is an event. */
  void sampled(long width) {
    if (width > NARROW) {
      disturbed(width, 0, 1);
    }
  }

  void begin(int thread) {
    Reading reading = readers[thread];
    reading.begin(machine.now, highestReturned, truthBefore);
    observe(reading);
  }

  void end(int thread, long nanos) {
    Reading reading = readers[thread];
    observe(reading);
    reading.inProgress = false;
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
    highestReturned = Math.max(highestReturned, nanos - reading.back);
    settle(reading, nanos);
  }

  private void checkMonotonic(Reading reading, long nanos) {
    if (nanos < reading.mark) {
      throw broken("went back by " + (reading.mark - nanos), reading, nanos);
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
      // The clock detects nothing while time stands still.
      active += Math.max(0, Math.min(ACTIVE, truthBefore - lastTruth));
      lastTruth = truthBefore;
      mayBeSettled = active >= SETTLE * slower;
    }
    if (mayBeSettled) {
      observe();
      settled = true;
      allowance = 0;
      stepsBack = 0;
      stepsAhead = 0;
      slower = 1;
      if (!wall) {
        leastOffset = nanos - reading.most;
        mostOffset = nanos - reading.least;
        highestPossible = nanos;
      }
      observe();
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

  /** A reading in progress, with bounds of everything that it may depend on. */
  private static final class Reading {
    final int thread;
    boolean inProgress;
    long began;

    /** The highest reading before it began. */
    long mark;

    /** The true time when the last reading ended before this one began. */
    long truthBefore;

    /** By how much the counter was set back during the reading. */
    long back;

    /** Bounds of the true time. */
    long least;

    long most;

    /** Bounds of the offset. */
    long leastOffset;

    long mostOffset;
    long allowance;
    long stepsBack;
    long stepsAhead;

    Reading(int thread) {
      this.thread = thread;
    }

    void begin(long now, long highestReturned, long truth) {
      truthBefore = truth;
      inProgress = true;
      began = now;
      mark = highestReturned;
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
          + " ns the true time was "
          + least
          + " to "
          + most
          + ", offset "
          + leastOffset
          + " to "
          + mostOffset
          + ", allowance "
          + allowance
          + ", mark "
          + mark;
    }
  }
}
