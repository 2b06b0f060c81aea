package io.foliot.simulation.model;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.xen.SharedInfoLayout;
import io.foliot.clock.xen.XenClocks;
import io.foliot.simulation.Rng;
import java.math.BigInteger;

/**
 * A guest of Xen on ARM: one virtual count for all virtual CPUs, without a {@code vcpu_time_info},
 * and the wall clock of {@code shared_info}.
 */
final class ArmMachine extends Machine {
  /** A larger step back is another host. */
  private static final long MAX_CORRECTION = 4 * MILLI;

  final Oracle oracle;
  final Oracle wallOracle;
  private final SharedMemory page = new SharedMemory(this);
  private final WallClockWords words = new WallClockWords(page, SharedInfoLayout.ARM);
  private final Ramp counter;
  private long wallBase;
  private MonotonicClock clock;
  private PosixClock wall;

  ArmMachine(Rng random, StringBuilder trace, long hertz) {
    super(random, null, trace);
    this.counter = new Ramp(counter(random, hertz), hertz);
    this.oracle = new Oracle(this, thread -> truth(), false, 0);
    this.wallOracle = new Oracle(this, thread -> wallBase + truth(), true, 0);
  }

  /** The guest has just started, or has been up for a day. */
  private static long counter(Rng random, long hertz) {
    return random.oneIn(2) ? 0 : hertz * 86_400;
  }

  void open() {
    clock = XenClocks.genericTimer(this::ticks, counter.perSecond());
    words.requireRefusalBeforeFirstWrite(clock);
    setWallClock(1_764_374_400L * SECOND);
    page.finish();
    wall = XenClocks.posix(page, SharedInfoLayout.ARM, clock);
    oracle.opened();
    note("opened: the generic timer at " + counter.perSecond() + " Hz");
  }

  void read(int thread) {
    oracle.begin(thread);
    long nanos = clock.elapsedNanos();
    oracle.end(thread, nanos);
  }

  void readWall(int thread) {
    wallOracle.begin(thread);
    long nanos = wall.epochNanos();
    wallOracle.end(thread, nanos);
  }

  private long ticks() {
    takeTime();
    return counter.at(now);
  }

  /** Returns exact system time, rounded down. */
  private long truth() {
    return BigInteger.valueOf(counter.at(now))
        .multiply(BigInteger.valueOf(SECOND))
        .divide(BigInteger.valueOf(counter.perSecond()))
        .longValueExact();
  }

  @Override
  long resolution() {
    return 1 + SECOND / counter.perSecond();
  }

  @Override
  public void pass() {
    super.pass();
    if (page.isBeingWritten() && random.oneIn(3)) {
      observe();
      page.step();
      observe();
    }
  }

  private void observe() {
    oracle.observe();
    wallOracle.observe();
  }

  @Override
  void event() {
    switch (random.below(4)) {
      case 0 -> setCounter(random.signed(90 * MILLI));
      case 1 -> setCounter(random.signed(DAY));
      default -> {
        // Dom0 sets the time, also beyond 2106.
        setWallClock(random.magnitude(8_000_000_000L * SECOND));
        note("wall clock is set");
      }
    }
  }

  /** Restores the guest with another count. */
  private void setCounter(long nanos) {
    long ticks = nanos / 1000 * counter.perSecond() / 1_000_000;
    if (counter.at(now) + ticks < 0) {
      return;
    }
    note("counter set ahead by " + nanos + " ns");
    page.finish();
    observe();
    long before = truth();
    counter.step(now, ticks);
    long back = before - truth();
    wallOracle.observe();
    if (back > 0) {
      oracle.changed();
      oracle.disturbed(Math.min(back, MAX_CORRECTION), 0, 1);
    } else {
      oracle.observe();
    }
  }

  private void setWallClock(long base) {
    words.write(
        base,
        () -> {
          observe();
          wallBase = base;
          observe();
        });
  }
}
