package io.foliot.benchmarks.duration;

import io.foliot.duration.Duration;
import io.foliot.duration.DurationFormat;
import io.foliot.duration.Nanos;
import java.text.ParseException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Reading the same durations, each library from the text that it writes itself. */
@State(Scope.Thread)
@OperationsPerInvocation(Samples.COUNT)
public class ParseText {
  private final String[] iso = new String[Samples.COUNT];
  private final String[] compact = new String[Samples.COUNT];
  private final String[] isoSeconds = new String[Samples.COUNT];
  private final String[] seconds = new String[Samples.COUNT];
  private final String[] kotlin = new String[Samples.COUNT];
  private final String[] airlift = new String[Samples.COUNT];

  public ParseText() {
    long[] nanos = Samples.nanos();
    for (int i = 0; i < nanos.length; i++) {
      java.time.Duration duration = java.time.Duration.ofNanos(nanos[i]);
      iso[i] = DurationFormat.ISO.format(nanos[i]);
      compact[i] = DurationFormat.COMPACT.format(nanos[i]);
      isoSeconds[i] = org.joda.time.Duration.millis(nanos[i] / 1_000_000).toString();
      seconds[i] =
          com.google.protobuf.util.Durations.toString(
              com.google.protobuf.util.Durations.fromNanos(nanos[i]));
      kotlin[i] = kotlinText(duration.toString());
      airlift[i] = io.airlift.units.Duration.succinctNanos(nanos[i]).toString();
    }
  }

  private static String kotlinText(String iso) {
    try {
      return KotlinDuration.toString(KotlinDuration.parse(iso));
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Benchmark
  public void baselineJavaTime(Blackhole hole) {
    for (String text : iso) {
      hole.consume(java.time.Duration.parse(text));
    }
  }

  @Benchmark
  public void nanosIso(Blackhole hole) {
    for (String text : iso) {
      hole.consume(Nanos.parse(text));
    }
  }

  @Benchmark
  public void nanosCompact(Blackhole hole) {
    for (String text : compact) {
      hole.consume(Nanos.parse(text));
    }
  }

  @Benchmark
  public void durationIso(Blackhole hole) {
    for (String text : iso) {
      hole.consume(Duration.parse(text));
    }
  }

  @Benchmark
  public void kotlinIso(Blackhole hole) throws Throwable {
    for (String text : iso) {
      hole.consume(KotlinDuration.parse(text));
    }
  }

  @Benchmark
  public void kotlin(Blackhole hole) throws Throwable {
    for (String text : kotlin) {
      hole.consume(KotlinDuration.parse(text));
    }
  }

  @Benchmark
  public void joda(Blackhole hole) {
    for (String text : isoSeconds) {
      hole.consume(org.joda.time.Duration.parse(text));
    }
  }

  @Benchmark
  public void protobuf(Blackhole hole) throws ParseException {
    for (String text : seconds) {
      hole.consume(com.google.protobuf.util.Durations.parse(text));
    }
  }

  @Benchmark
  public void airlift(Blackhole hole) {
    for (String text : airlift) {
      hole.consume(io.airlift.units.Duration.valueOf(text));
    }
  }
}
