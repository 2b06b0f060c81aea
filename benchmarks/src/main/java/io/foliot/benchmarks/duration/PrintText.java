package io.foliot.benchmarks.duration;

import io.foliot.duration.DurationFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Prints mixed durations, also with other libraries and only parts of the work. */
public class PrintText extends PrintSamples {
  private final long[] nanos = Samples.nanos();
  private final byte[][] iso = new byte[Samples.COUNT][];
  private final int[][] numbers = new int[Samples.COUNT][];
  private final StringBuilder builder = new StringBuilder(2 * DurationFormat.MAX_LENGTH);

  public PrintText() {
    super(Samples.nanos());
    for (int i = 0; i < nanos.length; i++) {
      Duration duration = Duration.ofNanos(nanos[i]);
      iso[i] = DurationFormat.ISO.format(nanos[i]).getBytes(StandardCharsets.US_ASCII);
      numbers[i] =
          new int[] {
            (int) duration.toHours(),
            duration.toMinutesPart(),
            duration.toSecondsPart(),
            withoutZerosAtEnd(duration.toNanosPart())
          };
    }
  }

  private static int withoutZerosAtEnd(int fraction) {
    int rest = fraction;
    while (rest != 0 && rest % 10 == 0) {
      rest /= 10;
    }
    return rest;
  }

  /** Kotlin's durations. A state of its own, as below, so that no fork runs two libraries. */
  @State(Scope.Thread)
  public static class Kotlin {
    private final long[] durations = new long[Samples.COUNT];

    public Kotlin() {
      long[] nanos = Samples.nanos();
      for (int i = 0; i < nanos.length; i++) {
        durations[i] = parse(DurationFormat.ISO.format(nanos[i]));
      }
    }

    private static long parse(String iso) {
      try {
        return KotlinDuration.parse(iso);
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Joda's durations, which are whole milliseconds. */
  @State(Scope.Thread)
  public static class Joda {
    private final org.joda.time.Duration[] durations = new org.joda.time.Duration[Samples.COUNT];

    public Joda() {
      long[] nanos = Samples.nanos();
      for (int i = 0; i < nanos.length; i++) {
        durations[i] = org.joda.time.Duration.millis(nanos[i] / 1_000_000);
      }
    }
  }

  /** Protobuf's durations. */
  @State(Scope.Thread)
  public static class Protobuf {
    private final com.google.protobuf.Duration[] durations =
        new com.google.protobuf.Duration[Samples.COUNT];

    public Protobuf() {
      long[] nanos = Samples.nanos();
      for (int i = 0; i < nanos.length; i++) {
        durations[i] = com.google.protobuf.util.Durations.fromNanos(nanos[i]);
      }
    }
  }

  /** Airlift's durations. */
  @State(Scope.Thread)
  public static class Airlift {
    private final io.airlift.units.Duration[] durations =
        new io.airlift.units.Duration[Samples.COUNT];

    public Airlift() {
      long[] nanos = Samples.nanos();
      for (int i = 0; i < nanos.length; i++) {
        durations[i] = io.airlift.units.Duration.succinctNanos(nanos[i]);
      }
    }
  }

  @Benchmark
  public void bufferConcise(Blackhole hole) {
    for (long value : nanos) {
      hole.consume(DurationFormat.CONCISE.print(value, buffer, 0));
    }
  }

  /** {@link #stringIso} without the cost of computing the characters. */
  @Benchmark
  public void stringWithoutContents(Blackhole hole) {
    for (byte[] text : iso) {
      char[] chars = new char[DurationFormat.MAX_LENGTH];
      chars[0] = (char) text[0];
      hole.consume(new String(chars, 0, text.length));
    }
  }

  /** {@link #bufferIso} without the cost of computing the characters: only the stores. */
  @Benchmark
  public void bufferFromReadyText(Blackhole hole) {
    for (byte[] text : iso) {
      for (int i = 0; i < text.length; i++) {
        buffer[i] = text[i];
      }
      hole.consume(buffer);
    }
  }

  /** {@link #bufferIso} with the JDK's digits, given the numbers, without leading zeros. */
  @Benchmark
  public void builderFromReadyNumbers(Blackhole hole) {
    StringBuilder text = builder;
    for (int[] parts : numbers) {
      text.setLength(0);
      text.append("PT");
      if (parts[0] != 0) {
        text.append(parts[0]).append('H');
      }
      if (parts[1] != 0) {
        text.append(parts[1]).append('M');
      }
      text.append(parts[2]);
      if (parts[3] != 0) {
        text.append('.').append(parts[3]);
      }
      hole.consume(text.append('S').length());
    }
  }

  @Benchmark
  public void kotlin(Kotlin kotlin, Blackhole hole) throws Throwable {
    for (long duration : kotlin.durations) {
      hole.consume(KotlinDuration.toString(duration));
    }
  }

  @Benchmark
  public void joda(Joda joda, Blackhole hole) {
    for (org.joda.time.Duration duration : joda.durations) {
      hole.consume(duration.toString());
    }
  }

  @Benchmark
  public void protobuf(Protobuf protobuf, Blackhole hole) {
    for (com.google.protobuf.Duration duration : protobuf.durations) {
      hole.consume(com.google.protobuf.util.Durations.toString(duration));
    }
  }

  @Benchmark
  public void airlift(Airlift airlift, Blackhole hole) {
    for (io.airlift.units.Duration duration : airlift.durations) {
      hole.consume(duration.toString());
    }
  }
}
