package io.foliot.benchmarks.duration;

import io.foliot.duration.Duration;
import io.foliot.duration.DurationFormat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Writing durations as strings, and into a buffer. */
@State(Scope.Thread)
@OperationsPerInvocation(Samples.COUNT)
public class PrintText {
  private final long[] nanos = Samples.nanos();
  private final java.time.Duration[] javaTime = new java.time.Duration[Samples.COUNT];
  private final Duration[] foliot = new Duration[Samples.COUNT];
  private final long[] kotlin = new long[Samples.COUNT];
  private final org.joda.time.Duration[] joda = new org.joda.time.Duration[Samples.COUNT];
  private final com.google.protobuf.Duration[] protobuf =
      new com.google.protobuf.Duration[Samples.COUNT];
  private final io.airlift.units.Duration[] airlift = new io.airlift.units.Duration[Samples.COUNT];
  private final byte[] buffer = new byte[DurationFormat.MAX_LENGTH];

  public PrintText() {
    for (int i = 0; i < nanos.length; i++) {
      javaTime[i] = java.time.Duration.ofNanos(nanos[i]);
      foliot[i] = Duration.ofNanos(nanos[i]);
      kotlin[i] = kotlin(javaTime[i].toString());
      joda[i] = org.joda.time.Duration.millis(nanos[i] / 1_000_000);
      protobuf[i] = com.google.protobuf.util.Durations.fromNanos(nanos[i]);
      airlift[i] = io.airlift.units.Duration.succinctNanos(nanos[i]);
    }
  }

  private static long kotlin(String iso) {
    try {
      return KotlinDuration.parse(iso);
    } catch (Throwable e) {
      throw new AssertionError(e);
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

  @Benchmark
  public void bufferConcise(Blackhole hole) {
    for (long value : nanos) {
      hole.consume(DurationFormat.CONCISE.print(value, buffer, 0));
    }
  }

  @Benchmark
  public void kotlin(Blackhole hole) throws Throwable {
    for (long duration : kotlin) {
      hole.consume(KotlinDuration.toString(duration));
    }
  }

  @Benchmark
  public void joda(Blackhole hole) {
    for (org.joda.time.Duration duration : joda) {
      hole.consume(duration.toString());
    }
  }

  @Benchmark
  public void protobuf(Blackhole hole) {
    for (com.google.protobuf.Duration duration : protobuf) {
      hole.consume(com.google.protobuf.util.Durations.toString(duration));
    }
  }

  @Benchmark
  public void airlift(Blackhole hole) {
    for (io.airlift.units.Duration duration : airlift) {
      hole.consume(duration.toString());
    }
  }
}
