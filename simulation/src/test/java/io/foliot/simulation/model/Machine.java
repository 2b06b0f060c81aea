package io.foliot.simulation.model;

import io.foliot.simulation.RandomChoices;
import io.foliot.simulation.Rng;
import io.foliot.simulation.Schedule;
import io.foliot.simulation.World;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A machine in which time passes on its own: a few nanoseconds with each access to shared state,
 * and any time where a thread loses the processor. Events are random or follow a script.
 */
abstract class Machine implements World {
  static final long MICRO = 1_000;
  static final long MILLI = 1_000_000;
  static final long SECOND = 1_000 * MILLI;
  static final long HOUR = 3600 * SECOND;
  static final long DAY = 24 * HOUR;

  /** Null if the machine follows a script. */
  final Rng random;

  private final StringBuilder trace;
  private final List<Runnable> script;
  private int scripted;
  private int quiet;

  /** Maximum time between two readings of a thread in the current phase. */
  private long pace = 100 * MICRO;

  /** True time. */
  long now;

  /** Maximum time that passes at once. */
  long longestLeap = Long.MAX_VALUE;

  Machine(Rng random, List<Runnable> script, StringBuilder trace) {
    this.random = random;
    this.script = script;
    this.trace = trace;
  }

  /** Causes a random event. */
  abstract void event();

  /** {@return the resolution of readings in nanoseconds; smaller errors are ignored} */
  abstract long resolution();

  final void note(String what) {
    if (trace != null) {
      trace.append(now).append(" ns: ").append(what).append('\n');
    }
  }

  final boolean isTraced() {
    return trace != null;
  }

  /** Lets the time of one load pass. */
  final void takeTime() {
    now += random == null ? 10 : 1 + random.below(30);
  }

  /** Lets time pass at once. */
  final void leap(long nanos) {
    now += Math.min(nanos, longestLeap);
  }

  @Override
  public void pass() {
    if (random == null) {
      return;
    }
    if (random.oneIn(500)) {
      // A thread loses the processor.
      leap(random.magnitude(random.oneIn(40) ? 10 * SECOND : 5 * MILLI));
    }
    if (--quiet <= 0) {
      quiet = untilNextEvent();
      event();
    }
  }

  /** Points until the next event: some events follow each other closely, most do not. */
  private int untilNextEvent() {
    return 1 + random.below(random.oneIn(4) ? 30 : 4000);
  }

  /**
   * Runs two to four threads that read the clock and do other things, in random order.
   *
   * @param readings of each thread
   * @param reading one reading by the thread with the given index
   * @return the number of points at which a thread could have been stopped
   */
  final long run(int readings, IntConsumer reading) {
    Runnable[] threads = new Runnable[2 + random.below(3)];
    for (int i = 0; i < threads.length; i++) {
      int thread = i;
      threads[i] =
          () -> {
            for (int read = 0; read < readings; read++) {
              otherThings();
              reading.accept(thread);
            }
          };
    }
    return Schedule.run(new RandomChoices(random, 20), this, threads);
  }

  /** Lets time pass between two readings of a thread. */
  private void otherThings() {
    if (random.oneIn(300)) {
      pace = random.magnitude(random.oneIn(10) ? 10 * SECOND : 3 * MILLI);
    }
    leap(random.magnitude(random.oneIn(20_000) ? 30 * DAY : pace));
  }

  @Override
  public boolean isPending() {
    return script != null && scripted < script.size();
  }

  @Override
  public void happen() {
    script.get(scripted++).run();
  }
}
