package io.foliot.benchmarks.duration;

import io.foliot.duration.Nanos;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Milliseconds to nanoseconds, 1024 at a time; per element. */
@State(Scope.Thread)
@OperationsPerInvocation(Batch.SIZE)
public class BatchFromMillis {
  private final long[] millis = Batch.values(1L << 40);
  private final long[] nanos = new long[Batch.SIZE];

  @Benchmark
  public long[] baselineTimeUnit() {
    for (int i = 0; i < Batch.SIZE; i++) {
      nanos[i] = TimeUnit.MILLISECONDS.toNanos(millis[i]);
    }
    return nanos;
  }

  @Benchmark
  public long[] nanosTogether() {
    Nanos.of(millis, TimeUnit.MILLISECONDS, nanos);
    return nanos;
  }

  @Benchmark
  public long[] nanos() {
    for (int i = 0; i < Batch.SIZE; i++) {
      nanos[i] = Nanos.ofMillis(millis[i]);
    }
    return nanos;
  }

  @Benchmark
  public long[] multiplyExact() {
    for (int i = 0; i < Batch.SIZE; i++) {
      nanos[i] = Math.multiplyExact(millis[i], 1_000_000L);
    }
    return nanos;
  }
}
