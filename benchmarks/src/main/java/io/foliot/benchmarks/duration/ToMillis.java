package io.foliot.benchmarks.duration;

import io.foliot.duration.Nanos;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One conversion of nanoseconds to milliseconds. */
@State(Scope.Thread)
public class ToMillis {
  private long nanos = 123_456_789_012_345_678L;

  @Benchmark
  public long baselineTimeUnit() {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }

  @Benchmark
  public long nanos() {
    return Nanos.toMillis(nanos);
  }
}
