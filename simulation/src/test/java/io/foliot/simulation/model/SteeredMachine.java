package io.foliot.simulation.model;

import io.foliot.clock.counter.Sample;
import io.foliot.clock.counter.SteeredClock;
import io.foliot.simulation.Rng;
import io.foliot.simulation.Schedule;
import java.util.List;

/** A machine with a cycle counter, a kernel clock, and a clock steered by both. */
final class SteeredMachine extends Machine {
  private static final int TRIES = 12;

  /** Error from a slew of 1000 ppm during a line and from the estimated rate, nanoseconds. */
  private static final long RATE_ERROR = 20_000;

  private static final int MOST_GIGAHERTZ = 8;
  private static final int MOST_PPB = 500_000;

  final Oracle oracle;
  private final boolean wall;
  private final Ramp counter;
  private final Ramp reference;
  private boolean trusted = true;
  private boolean mayLoseTrust;

  /** The last reading of the counter, and its time. */
  private long seenTicks;

  private long seenAt;

  /** Whether the counter has jumped without the clock noticing yet. */
  private boolean jumped;

  private long ticksBeforeJump;
  private long timeBeforeJump;
  private boolean settledBeforeJump;
  private SteeredClock clock;

  SteeredMachine(Rng random, List<Runnable> script, StringBuilder trace, boolean wall, long hertz) {
    super(random, script, trace);
    this.wall = wall;
    this.counter = new Ramp(5_000_000_000_000L, hertz);
    this.reference = new Ramp(wall ? 1_764_374_400L * SECOND : 100 * SECOND, SECOND);
    this.oracle = new Oracle(this, thread -> reference.at(now), wall, RATE_ERROR);
    this.mayLoseTrust = random != null && random.oneIn(4);
  }

  /** Opens the clock. Time passes in big steps during calibration. */
  void open() {
    clock =
        wall
            ? SteeredClock.wall(this::ticks, this::sample, this::kernel, this::isTrusted)
            : SteeredClock.monotonic(this::ticks, this::sample, this::kernel, this::isTrusted);
    oracle.opened();
    note("opened at " + counter.perSecond() + " Hz");
  }

  /** Reads the clock and checks the reading. */
  void read(int thread) {
    oracle.begin(thread);
    long nanos = clock.nanos();
    oracle.end(thread, nanos);
  }

  @Override
  long resolution() {
    return nanosOf(4);
  }

  /** {@return ticks in nanoseconds, rounded up} */
  private long nanosOf(long ticks) {
    return counter.nanos(ticks);
  }

  private long ticks() {
    takeTime();
    seenTicks = counter.at(now);
    seenAt = now;
    if (jumped) {
      noticeHiddenJump(seenTicks);
    }
    return seenTicks;
  }

  private long kernel() {
    takeTime();
    return reference.at(now);
  }

  private boolean isTrusted() {
    return trusted;
  }

  private Sample sample(long enough) {
    if (clock == null) {
      // Calibration takes samples until a millisecond has passed.
      now += 100 * MICRO;
    }
    Sample best = null;
    for (int i = 0; i < TRIES && (best == null || best.width() > enough); i++) {
      Schedule.point();
      long before = ticks();
      Schedule.point();
      long nanos = kernel();
      Schedule.point();
      long width = ticks() - before;
      if (width >= 0 && (best == null || width < best.width())) {
        best = new Sample(before + (width >>> 1), nanos, width);
      }
    }
    if (best != null && clock != null) {
      oracle.sampled(nanosOf(best.width()));
      if (isTraced()) {
        note("sample " + best);
      }
    }
    return best;
  }

  @Override
  void event() {
    switch (random.below(mayLoseTrust ? 10 : 9)) {
      case 0 -> slew(random.below(2 * MOST_PPB + 1) - MOST_PPB);
      case 1 -> stepReference(random.signed(20 * MILLI));
      case 2 -> stepReference(random.signed(10 * DAY));
      case 3 -> setBack(counterUnits(random.magnitude(90 * MILLI)));
      case 4 -> setBack(counterUnits(random.signed(10 * DAY)));
      case 5 -> changeFrequency(random.below(3_000) + 1_000);
      case 6 -> suspend(random.magnitude(DAY), random.oneIn(2));
      case 7 -> {
        setBack(counterUnits(random.signed(10 * DAY)));
        stepReference(random.signed(10 * DAY));
        changeFrequency(random.below(1_000) + 1_500);
      }
      case 8 -> now += random.magnitude(5 * SECOND);
      default -> loseTrust();
    }
  }

  /** Makes the counter jump and lose its trust. */
  void loseTrust() {
    note("trust is lost");
    trusted = false;
    setBack(-counterUnits(HOUR));
  }

  private long counterUnits(long nanos) {
    long hertz = counter.perSecond();
    return nanos / SECOND * hertz
        + nanos % SECOND * (hertz / SECOND)
        + nanos % SECOND * (hertz % SECOND) / SECOND;
  }

  /** Changes the rate of the kernel's clock. */
  void slew(long partsPerBillion) {
    note("slewed by " + partsPerBillion + " ppb");
    reference.setRate(now, SECOND + partsPerBillion);
  }

  /** Steps the kernel's clock. */
  void stepReference(long nanos) {
    if (reference.at(now) + nanos < DAY / 24) {
      return;
    }
    note("reference stepped by " + nanos);
    oracle.observe();
    reference.step(now, nanos);
    oracle.changed();
    oracle.disturbed(Oracle.LINE, nanos, 1);
  }

  /** Sets the counter back, or ahead if negative, without notice. */
  void setBack(long ticks) {
    long after = counter.at(now) - ticks;
    if (after < 0) {
      return;
    }
    note("counter set back by " + ticks);
    counterJumps();
    counter.set(now, after);
    oracle.disturbed(Oracle.LINE, 0, 1);
    if (ticks > 0) {
      oracle.counterWentBack();
    }
  }

  /** From now on, elapsed ticks do not tell elapsed time. */
  private void counterJumps() {
    jumped = true;
    ticksBeforeJump = seenTicks;
    timeBeforeJump = seenAt;
    settledBeforeJump = oracle.isSettled();
  }

  /**
   * Detects a jump into the range of the current line, which no clock can tell from the next
   * reading.
   */
  private void noticeHiddenJump(long ticks) {
    long passed = ticks - ticksBeforeJump;
    long line = Oracle.LINE + 100 * MICRO;
    long lineTicks = settledBeforeJump ? counterUnits(line) : line * MOST_GIGAHERTZ;
    if (Math.abs(passed) > lineTicks) {
      return;
    }
    jumped = false;
    long back = Math.max(0, -passed);
    oracle.hidden(
        settledBeforeJump ? Math.min(nanosOf(back + back / 4 + 2), Oracle.LINE) : Oracle.LINE,
        now - timeBeforeJump + nanosOf(back + back / 4));
  }

  /** Changes the frequency of the counter by a factor in units of 1/2000. */
  void changeFrequency(int ofTwoThousand) {
    long hertz = counter.perSecond() / 2000 * ofTwoThousand;
    if (hertz < 500_000 || hertz > MOST_GIGAHERTZ * SECOND) {
      return;
    }
    note("frequency " + hertz);
    counterJumps();
    counter.setRate(now, hertz);
    int slower = 1 + 2000 / ofTwoThousand;
    oracle.disturbed(slower * Oracle.LINE, 0, slower);
  }

  /** Suspends the machine, with or without the counter. */
  void suspend(long nanos, boolean counterRuns) {
    note("suspended for " + nanos + (counterRuns ? "" : ", the counter too"));
    long before = reference.at(now);
    long ticks = counter.at(now);
    now += nanos;
    if (!wall) {
      reference.set(now, before);
    }
    if (!counterRuns) {
      counterJumps();
      counter.set(now, ticks);
    }
    oracle.changed();
    oracle.disturbed(Oracle.LINE, reference.at(now) - before, 1);
  }
}
