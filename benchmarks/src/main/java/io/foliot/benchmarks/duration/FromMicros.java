package io.foliot.benchmarks.duration;

import io.foliot.duration.Nanos;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One conversion of microseconds to nanoseconds. */
@State(Scope.Thread)
public class FromMicros {
  private long micros = 12_345L;

  @Benchmark
  public long baselineTimeUnit() {
    return TimeUnit.MICROSECONDS.toNanos(micros);
  }

  @Benchmark
  public long nanos() {
    return Nanos.ofMicros(micros);
  }
}
