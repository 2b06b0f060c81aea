package io.foliot.simulation.model;

import io.foliot.clock.counter.FreeRunningClock;
import io.foliot.duration.TickRate;
import io.foliot.simulation.Rng;
import java.math.BigInteger;

/** A board with a timer that wraps around and a clock on it. */
final class CounterMachine extends Machine {
  /** By how many nanoseconds a reading may be below the exact time. */
  private static final long ROUNDING = 2;

  /** By how many ticks one processor's counter may lag behind another's. */
  private static final long MOST_LAG = 300;

  final Oracle oracle;
  private final int bits;
  private final Ramp counter;
  private long origin;
  private FreeRunningClock clock;

  CounterMachine(Rng random, StringBuilder trace, int bits, long hertz) {
    super(random, null, trace);
    this.bits = bits;
    this.counter = new Ramp(random.next() >>> 2, hertz);
    // Two stops and a pause together take less than a quarter of a wrap.
    this.longestLeap = bits == 64 ? 30 * DAY : Math.max(1, counter.nanos(1L << (bits - 4)));
    this.oracle = new Oracle(this, thread -> elapsed(), false, ROUNDING);
  }

  void open() {
    clock = new FreeRunningClock(bits, TickRate.ofHertz(counter.perSecond()), this::ticks);
    origin = counter.at(now);
    note("opened: " + bits + " bits at " + counter.perSecond() + " Hz");
  }

  void read(int thread) {
    oracle.begin(thread);
    long nanos = clock.elapsedNanos();
    oracle.end(thread, nanos);
  }

  private long ticks() {
    takeTime();
    long ticks = counter.at(now);
    if (clock != null && random.oneIn(3_000)) {
      // The counter of another processor.
      long lag = random.magnitude(MOST_LAG);
      ticks -= lag;
      oracle.disturbed(counter.nanos(lag) + 1, 0, 1);
      oracle.allowStepBack(counter.nanos(lag) + 1);
    }
    // Bits above the width of the counter are garbage.
    return bits == 64 ? ticks : (ticks & (-1L >>> (64 - bits))) | (random.next() << bits);
  }

  /** Returns the exact time, rounded down. */
  private long elapsed() {
    return BigInteger.valueOf(counter.at(now) - origin)
        .multiply(BigInteger.valueOf(SECOND))
        .divide(BigInteger.valueOf(counter.perSecond()))
        .longValueExact();
  }

  @Override
  long resolution() {
    return 0;
  }

  @Override
  void event() {
    // As in a main loop.
    clock.extend();
  }
}
