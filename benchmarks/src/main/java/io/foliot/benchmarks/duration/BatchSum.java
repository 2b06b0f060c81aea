package io.foliot.benchmarks.duration;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A checked sum of 1024 durations; per element. */
@State(Scope.Thread)
@OperationsPerInvocation(Batch.SIZE)
public class BatchSum {
  private final long[] nanos = Batch.values(1L << 50);
  private final java.time.Duration[] javaTime = new java.time.Duration[Batch.SIZE];
  private final Duration[] foliot = new Duration[Batch.SIZE];

  public BatchSum() {
    for (int i = 0; i < Batch.SIZE; i++) {
      javaTime[i] = java.time.Duration.ofNanos(nanos[i]);
      foliot[i] = Duration.ofNanos(nanos[i]);
    }
  }

  @Benchmark
  public java.time.Duration baselineJavaTime() {
    java.time.Duration sum = java.time.Duration.ZERO;
    for (java.time.Duration duration : javaTime) {
      sum = sum.plus(duration);
    }
    return sum;
  }

  @Benchmark
  public long nanos() {
    long sum = 0;
    for (long value : nanos) {
      sum = Nanos.plus(sum, value);
    }
    return sum;
  }

  @Benchmark
  public Duration duration() {
    Duration sum = Duration.ZERO;
    for (Duration duration : foliot) {
      sum = sum.plus(duration);
    }
    return sum;
  }
}
