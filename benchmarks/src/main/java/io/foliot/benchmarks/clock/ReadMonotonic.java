package io.foliot.benchmarks.clock;

import io.foliot.clock.Deadline;
import io.foliot.clock.Faults;
import io.foliot.clock.ManualClock;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PortableClockProvider;
import io.foliot.clock.Stopwatch;
import io.foliot.duration.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One reading of the monotonic clock: directly, and through an interface with three loaded
 * implementations, so that the call is megamorphic.
 */
@State(Scope.Thread)
public class ReadMonotonic {
  private static final int WARM_UP = 30_000;

  private MonotonicClock clock;
  private Deadline deadline;
  private Stopwatch stopwatch;

  @Setup
  public void setUp() {
    MonotonicClock portable = new PortableClockProvider().monotonic();
    MonotonicClock[] seen = {portable, new ManualClock(), Faults.none().in(portable)};
    long sum = 0;
    for (int i = 0; i < WARM_UP; i++) {
      clock = seen[i % seen.length];
      deadline = Deadline.after(Duration.ofHours(10), clock);
      stopwatch = Stopwatch.started(clock);
      sum += interfaceCall();
      sum += hasPassed() ? 1 : 0;
      sum += remainingNanos();
      sum += stopwatchNanos();
      sum += elapsed();
    }
    if (sum == 0) {
      throw new IllegalStateException("the clocks stand still");
    }
    clock = portable;
    deadline = Deadline.after(Duration.ofHours(10), clock);
    stopwatch = Stopwatch.started(clock);
  }

  @Benchmark
  public long baselineNanoTime() {
    return System.nanoTime();
  }

  @Benchmark
  public long interfaceCall() {
    return clock.elapsedNanos();
  }

  /** A duration that does not escape. */
  @Benchmark
  public long elapsed() {
    return clock.elapsed().toUnsignedNanos();
  }

  @Benchmark
  public boolean hasPassed() {
    return deadline.hasPassed();
  }

  @Benchmark
  public long remainingNanos() {
    return deadline.remainingNanos();
  }

  @Benchmark
  public long stopwatchNanos() {
    return stopwatch.elapsedNanos();
  }
}
