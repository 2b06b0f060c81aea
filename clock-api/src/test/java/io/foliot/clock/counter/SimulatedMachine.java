package io.foliot.clock.counter;

/**
 * A machine with a cycle counter and a kernel clock, in which everything that happens is decided by
 * the test. Reading takes ten nanoseconds.
 */
final class SimulatedMachine {
  private static final long SECOND = 1_000_000_000;
  private static final long READING = 10;

  private final boolean wallClock;

  /** True time, in nanoseconds, since the machine was made. */
  private long now;

  /** Frequency of the counter, ticks per second. */
  private long frequency;

  /** True time and ticks when the frequency was last changed. */
  private long since;

  private long ticksThen = 5_000_000_000_000L;

  /** Rate of the kernel's clock relative to true time, in parts per billion, and its last tie. */
  private long kernelPpb;

  private long kernelSince;
  private long kernelThen = 1_000_000_000_000L;

  private boolean trusted = true;
  private boolean erratic;
  private long readsBeforeStep;
  private long stepNanos;

  SimulatedMachine(long frequency, boolean wallClock) {
    this.frequency = frequency;
    this.wallClock = wallClock;
  }

  SteeredClock steered() {
    return wallClock
        ? SteeredClock.wall(this::counter, this::sample, this::kernel, () -> trusted)
        : SteeredClock.monotonic(this::counter, this::sample, this::kernel, () -> trusted);
  }

  /** The kernel's clock now, without reading it. */
  long kernelNow() {
    return kernelAt(now);
  }

  /** How far a reading is ahead of the kernel's clock at the same moment. */
  long error(SteeredClock clock) {
    Line line = clock.line();
    long ticks = counter();
    long kernelNow = kernelAt(now);
    return clock.nanos(line, ticks - line.start()) - kernelNow;
  }

  long counter() {
    now += READING;
    if (erratic) {
      setFrequency(1 + ((now * 0x9E3779B97F4A7C15L) >>> 33));
    }
    return ticksAt(now);
  }

  long kernel() {
    now += READING;
    if (--readsBeforeStep == 0) {
      step(stepNanos);
    }
    return kernelAt(now);
  }

  private Sample sample(long enough) {
    long before = counter();
    long nanos = kernel();
    long after = counter();
    return new Sample(before + (after - before) / 2, nanos, after - before);
  }

  private long ticksAt(long time) {
    long elapsed = time - since;
    return ticksThen + elapsed / SECOND * frequency + elapsed % SECOND * frequency / SECOND;
  }

  private long kernelAt(long time) {
    long elapsed = time - kernelSince;
    return kernelThen
        + elapsed
        + elapsed / SECOND * kernelPpb
        + elapsed % SECOND * kernelPpb / SECOND;
  }

  /** Time passes and nobody reads. */
  void pass(long nanos) {
    now += nanos;
  }

  /** The machine sleeps: the counter goes on or not, and the kernel's clock stands still. */
  void suspend(long nanos, boolean counterRuns) {
    long ticks = ticksAt(now);
    long kernelNow = kernelAt(now);
    now += nanos;
    if (!counterRuns) {
      setCounter(ticks);
    }
    kernelThen = kernelNow;
    kernelSince = now;
  }

  /** The counter takes a new value, as after a restore or on another machine. */
  void setCounter(long ticks) {
    ticksThen = ticks;
    since = now;
  }

  /** The counter loses what it counted in a time, as after a restore from a snapshot. */
  void setCounterBack(long nanos) {
    setCounter(ticksAt(now) - nanos / SECOND * frequency - nanos % SECOND * frequency / SECOND);
  }

  /** The counter runs at another rate from now on, as on another machine. */
  void setFrequency(long hertz) {
    setCounter(ticksAt(now));
    frequency = hertz;
  }

  /** The kernel's clock is set. */
  void step(long nanos) {
    kernelThen = kernelAt(now) + nanos;
    kernelSince = now;
  }

  /** The kernel's clock runs faster or slower from now on. */
  void slew(long partsPerBillion) {
    step(0);
    kernelPpb = partsPerBillion;
  }

  /** The kernel finds the counter unreliable. */
  void distrust() {
    trusted = false;
  }

  /** The kernel's clock is set just before it is read for the given time from now. */
  void stepAfterReads(long reads, long nanos) {
    readsBeforeStep = reads;
    stepNanos = nanos;
  }

  /** The counter runs at a different rate from one reading to the next. */
  void makeCounterErratic() {
    erratic = true;
  }
}
