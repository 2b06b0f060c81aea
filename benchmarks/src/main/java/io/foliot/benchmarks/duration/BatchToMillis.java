package io.foliot.benchmarks.duration;

import io.foliot.duration.Nanos;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Nanoseconds to milliseconds, 1024 at a time; per element. */
@State(Scope.Thread)
@OperationsPerInvocation(Batch.SIZE)
public class BatchToMillis {
  private final long[] nanos = Batch.values(1L << 60);
  private final long[] millis = new long[Batch.SIZE];

  @Benchmark
  public long[] baselineTimeUnit() {
    for (int i = 0; i < Batch.SIZE; i++) {
      millis[i] = TimeUnit.NANOSECONDS.toMillis(nanos[i]);
    }
    return millis;
  }

  @Benchmark
  public long[] nanos() {
    for (int i = 0; i < Batch.SIZE; i++) {
      millis[i] = Nanos.toMillis(nanos[i]);
    }
    return millis;
  }

  @Benchmark
  public long[] divideUnsigned() {
    for (int i = 0; i < Batch.SIZE; i++) {
      millis[i] = Long.divideUnsigned(nanos[i], 1_000_000L);
    }
    return millis;
  }
}
