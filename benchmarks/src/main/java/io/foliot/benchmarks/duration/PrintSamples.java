package io.foliot.benchmarks.duration;

import io.foliot.duration.Duration;
import io.foliot.duration.DurationFormat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Prints durations as strings and to a buffer. */
@State(Scope.Thread)
@OperationsPerInvocation(Samples.COUNT)
public abstract class PrintSamples {
  final long[] nanos;
  private final java.time.Duration[] javaTime = new java.time.Duration[Samples.COUNT];
  private final Duration[] foliot = new Duration[Samples.COUNT];
  final byte[] buffer = new byte[DurationFormat.MAX_LENGTH];

  PrintSamples(long[] nanos) {
    this.nanos = nanos.clone();
    for (int i = 0; i < nanos.length; i++) {
      javaTime[i] = java.time.Duration.ofNanos(nanos[i]);
      foliot[i] = Duration.ofNanos(nanos[i]);
    }
  }

  @Benchmark
  public void baselineJavaTime(Blackhole hole) {
    for (java.time.Duration duration : javaTime) {
      hole.consume(duration.toString());
    }
  }

  @Benchmark
  public void stringCompact(Blackhole hole) {
    for (Duration duration : foliot) {
      hole.consume(duration.toString());
    }
  }

  @Benchmark
  public void stringIso(Blackhole hole) {
    for (Duration duration : foliot) {
      hole.consume(duration.toIsoString());
    }
  }

  @Benchmark
  public void bufferCompact(Blackhole hole) {
    for (long value : nanos) {
      hole.consume(DurationFormat.COMPACT.print(value, buffer, 0));
    }
  }

  @Benchmark
  public void bufferIso(Blackhole hole) {
    for (long value : nanos) {
      hole.consume(DurationFormat.ISO.print(value, buffer, 0));
    }
  }
}
