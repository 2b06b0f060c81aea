package io.foliot.benchmarks.duration;

import io.foliot.duration.Nanos;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One conversion of days to nanoseconds. */
@State(Scope.Thread)
public class FromDays {
  private long days = 12_345L;

  @Benchmark
  public long baselineTimeUnit() {
    return TimeUnit.DAYS.toNanos(days);
  }

  @Benchmark
  public long nanos() {
    return Nanos.ofDays(days);
  }
}
