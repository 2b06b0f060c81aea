package io.foliot.benchmarks.duration;

import io.foliot.duration.Nanos;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One conversion of seconds to nanoseconds. */
@State(Scope.Thread)
public class FromSeconds {
  private long seconds = 12_345L;

  @Benchmark
  public long baselineTimeUnit() {
    return TimeUnit.SECONDS.toNanos(seconds);
  }

  @Benchmark
  public long nanos() {
    return Nanos.ofSeconds(seconds);
  }
}
