package io.foliot.examples;

import io.foliot.duration.Duration;
import io.foliot.duration.TickRate;
import java.io.PrintStream;
import java.util.function.Supplier;

/** Conversions that overflow, lose digits or lose a sign in other libraries. */
final class Conversions {
  private Conversions() {}

  static void print(PrintStream out) {
    Duration half = Duration.ofUnsignedNanos(1L << 63);
    out.println("Conversions, exact on 0 to 2^64-1 ns");
    row(out, "2^63 ns in µs", () -> half.toMicros());
    row(out, "2^64-1 ns in years of 365.25 d", () -> Duration.MAX.toYears());
    row(out, "2^64-1 ns as text", () -> Duration.MAX);
    row(out, "\"90m\" in seconds", () -> Duration.parse("90m").toSeconds());
    row(out, "\"PT1H2.5S\" in ms", () -> Duration.parse("PT1H2.5S").toMillis());
    row(out, "2^63 ns and 1 µs, longer?", () -> half.compareTo(Duration.ofMicros(1)) > 0);
    row(out, "1 000 000 ticks of 32 768 Hz", () -> ticks(32_768, 1_000_000));
    row(out, "2^63 ticks of 2 445 429 000 Hz", () -> ticks(2_445_429_000L, 1L << 63));
    row(out, "585 years", () -> Duration.ofYears(585));
    row(out, "-1 s", () -> Duration.ofSeconds(-1));
    row(out, "\"1.5ns\"", () -> Duration.parse("1.5ns"));
    row(out, "\"584y213503d\"", () -> Duration.parse("584y213503d"));
    out.println();
  }

  private static Duration ticks(long hertz, long ticks) {
    return Duration.ofUnsignedNanos(TickRate.ofHertz(hertz).floorToNanos(ticks));
  }

  private static void row(PrintStream out, String question, Supplier<Object> answer) {
    String text;
    try {
      text = answer.get().toString();
    } catch (IllegalArgumentException | ArithmeticException refusal) {
      text = "refused: " + refusal.getMessage();
    }
    out.printf("  %-32s %s%n", question, text);
  }
}
