package io.foliot.benchmarks.duration;

import io.foliot.duration.Nanos;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One conversion of milliseconds to nanoseconds. */
@State(Scope.Thread)
public class FromMillis {
  private long millis = 12_345L;

  @Benchmark
  public long baselineTimeUnit() {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Benchmark
  public long nanos() {
    return Nanos.ofMillis(millis);
  }
}
