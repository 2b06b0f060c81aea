package io.foliot.benchmarks.duration;

import io.foliot.duration.Duration;
import io.foliot.duration.DurationFormat;
import io.foliot.duration.DurationParser;
import java.text.ParseException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Parses the same durations, each library from the text that it prints. */
@State(Scope.Thread)
@OperationsPerInvocation(Samples.COUNT)
public class ParseText {
  private final String[] iso = new String[Samples.COUNT];
  private final String[] compact = new String[Samples.COUNT];

  public ParseText() {
    long[] nanos = Samples.nanos();
    for (int i = 0; i < nanos.length; i++) {
      iso[i] = DurationFormat.ISO.format(nanos[i]);
      compact[i] = DurationFormat.COMPACT.format(nanos[i]);
    }
  }

  /** Kotlin's texts. A state of its own, as below, so that no fork runs two libraries. */
  @State(Scope.Thread)
  public static class Kotlin {
    private final String[] texts = new String[Samples.COUNT];

    public Kotlin() {
      long[] nanos = Samples.nanos();
      for (int i = 0; i < nanos.length; i++) {
        texts[i] = text(DurationFormat.ISO.format(nanos[i]));
      }
    }

    private static String text(String iso) {
      try {
        return KotlinDuration.toString(KotlinDuration.parse(iso));
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Joda's texts; its durations are whole milliseconds. */
  @State(Scope.Thread)
  public static class Joda {
    private final String[] texts = new String[Samples.COUNT];

    public Joda() {
      long[] nanos = Samples.nanos();
      for (int i = 0; i < nanos.length; i++) {
        texts[i] = org.joda.time.Duration.millis(nanos[i] / 1_000_000).toString();
      }
    }
  }

  /** Protobuf's texts. */
  @State(Scope.Thread)
  public static class Protobuf {
    private final String[] texts = new String[Samples.COUNT];

    public Protobuf() {
      long[] nanos = Samples.nanos();
      for (int i = 0; i < nanos.length; i++) {
        texts[i] =
            com.google.protobuf.util.Durations.toString(
                com.google.protobuf.util.Durations.fromNanos(nanos[i]));
      }
    }
  }

  /** Airlift's texts, of four digits. */
  @State(Scope.Thread)
  public static class Airlift {
    private final String[] texts = new String[Samples.COUNT];

    public Airlift() {
      long[] nanos = Samples.nanos();
      for (int i = 0; i < nanos.length; i++) {
        texts[i] = io.airlift.units.Duration.succinctNanos(nanos[i]).toString();
      }
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
      hole.consume(DurationParser.STRICT.parseNanos(text));
    }
  }

  @Benchmark
  public void nanosCompact(Blackhole hole) {
    for (String text : compact) {
      hole.consume(DurationParser.STRICT.parseNanos(text));
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
  public void kotlin(Kotlin kotlin, Blackhole hole) throws Throwable {
    for (String text : kotlin.texts) {
      hole.consume(KotlinDuration.parse(text));
    }
  }

  @Benchmark
  public void joda(Joda joda, Blackhole hole) {
    for (String text : joda.texts) {
      hole.consume(org.joda.time.Duration.parse(text));
    }
  }

  @Benchmark
  public void protobuf(Protobuf protobuf, Blackhole hole) throws ParseException {
    for (String text : protobuf.texts) {
      hole.consume(com.google.protobuf.util.Durations.parse(text));
    }
  }

  @Benchmark
  public void airlift(Airlift airlift, Blackhole hole) {
    for (String text : airlift.texts) {
      hole.consume(io.airlift.units.Duration.valueOf(text));
    }
  }
}
