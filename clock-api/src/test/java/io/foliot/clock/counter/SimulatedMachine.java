package io.foliot.clock.counter;

/**
 * A simulated machine with a cycle counter and a kernel clock, under full control of the test. A
 * reading takes ten nanoseconds.
 */
final class SimulatedMachine {
  private static final long SECOND = 1_000_000_000;
  private static final long READING = 10;

  private final boolean wallClock;

  /** True time in nanoseconds since the creation of the machine. */
  private long now;

  /** Frequency of the counter, ticks per second. */
  private long frequency;

  /** True time and ticks when the frequency was last changed. */
  private long since;

  private long ticksThen = 5_000_000_000_000L;

  /** Rate of the kernel's clock relative to true time in parts per billion, and its last change. */
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

  /** {@return the kernel's clock, without the time of a reading} */
  long kernelNow() {
    return kernelAt(now);
  }

  /** {@return a reading minus the kernel's clock at the same time} */
  long error(SteeredClock clock) {
    LinearSegment segment = clock.segment();
    long ticks = counter();
    long kernelNow = kernelAt(now);
    return clock.nanos(segment, ticks - segment.start()) - kernelNow;
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

  /** Lets time pass. */
  void pass(long nanos) {
    now += nanos;
  }

  /** Suspends the machine: the kernel's clock stands still, the counter may run. */
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

  /** Sets the counter, as a restore or a migration does. */
  void setCounter(long ticks) {
    ticksThen = ticks;
    since = now;
  }

  /** Sets the counter back, as a restore from a snapshot does. */
  void setCounterBack(long nanos) {
    setCounter(ticksAt(now) - nanos / SECOND * frequency - nanos % SECOND * frequency / SECOND);
  }

  /** Changes the rate of the counter, as a migration does. */
  void setFrequency(long hertz) {
    setCounter(ticksAt(now));
    frequency = hertz;
  }

  /** Steps the kernel's clock. */
  void step(long nanos) {
    kernelThen = kernelAt(now) + nanos;
    kernelSince = now;
  }

  /** Slews the kernel's clock. */
  void slew(long partsPerBillion) {
    step(0);
    kernelPpb = partsPerBillion;
  }

  /** Makes the kernel distrust the counter. */
  void distrust() {
    trusted = false;
  }

  /** Steps the kernel's clock just before a later reading of it. */
  void stepAfterReads(long reads, long nanos) {
    readsBeforeStep = reads;
    stepNanos = nanos;
  }

  /** Makes the rate of the counter change with every reading. */
  void makeCounterErratic() {
    erratic = true;
  }
}
