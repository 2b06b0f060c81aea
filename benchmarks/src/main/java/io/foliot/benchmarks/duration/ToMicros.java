package io.foliot.benchmarks.duration;

import io.foliot.duration.Nanos;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One conversion of nanoseconds to microseconds. */
@State(Scope.Thread)
public class ToMicros {
  private long nanos = 123_456_789_012_345_678L;

  @Benchmark
  public long baselineTimeUnit() {
    return TimeUnit.NANOSECONDS.toMicros(nanos);
  }

  @Benchmark
  public long nanos() {
    return Nanos.toMicros(nanos);
  }
}
