package io.foliot.examples;

import io.foliot.duration.Duration;
import io.foliot.duration.TickRate;
import java.util.function.Supplier;

/** Conversions that overflow, lose digits or lose a sign in other libraries. */
final class Conversions {
  private Conversions() {}

  static void print(Tour tour) {
    Duration half = Duration.ofUnsignedNanos(1L << 63);
    tour.line("");
    tour.line("Conversions of 0 to 2^64-1 ns: exact or refused");
    row(tour, "2^63 ns in µs", () -> half.toMicros());
    row(tour, "2^64-1 ns in years of 365.25 d", () -> Duration.MAX.toYears());
    row(tour, "2^63 ns is longer than 1 µs", () -> half.isLongerThan(Duration.ofMicros(1)));
    row(tour, "\"90m\" in seconds", () -> Duration.parse("90m").toSeconds());
    row(tour, "1 000 000 ticks at 32 768 Hz", () -> ticks(32_768, 1_000_000));
    row(tour, "585 years", () -> Duration.ofYears(585));
    row(tour, "-1 s", () -> Duration.ofSeconds(-1));
    if (tour.all()) {
      row(tour, "2^64-1 ns as text", () -> Duration.MAX);
      row(tour, "\"PT1H2.5S\" in ms", () -> Duration.parse("PT1H2.5S").toMillis());
      row(tour, "2^63 ticks at 2 445 429 000 Hz", () -> ticks(2_445_429_000L, 1L << 63));
      row(tour, "\"1.5ns\"", () -> Duration.parse("1.5ns"));
      row(tour, "\"584y213503d\"", () -> Duration.parse("584y213503d"));
    }
  }

  private static Duration ticks(long hertz, long ticks) {
    return Duration.ofUnsignedNanos(TickRate.ofHertz(hertz).floorToNanos(ticks));
  }

  private static void row(Tour tour, String question, Supplier<Object> answer) {
    String text;
    try {
      text = answer.get().toString();
    } catch (IllegalArgumentException | ArithmeticException refusal) {
      text = "refused: " + refusal.getMessage();
    }
    tour.line(String.format("  %-32s %s", question, text));
  }
}
