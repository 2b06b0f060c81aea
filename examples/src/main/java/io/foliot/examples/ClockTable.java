package io.foliot.examples;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.Clocks;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.ProviderReport;
import io.foliot.clock.ThreadClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** The clocks of every installed provider, with the cost of a reading on this machine. */
final class ClockTable {
  /** Lines below the header in the short tour. */
  private static final int MAX_LINES = 20;

  private static final int READINGS = 2_000;
  private static final int ROUNDS = 5;

  /** The sum of all readings. Not private, so that the compiler does not remove the readings. */
  static long sum;

  private ClockTable() {}

  /** An open clock. */
  private record Row(
      String name,
      String kind,
      String suspend,
      OptionalLong periodPicos,
      LongSupplier nanos,
      String reading,
      String description) {
    static Row of(String provider, ClockOffer<?> offer) {
      String name = provider + " " + offer.name();
      String description = offer.description();
      return switch (offer.open()) {
        case MonotonicClock c -> {
          String suspend = c.suspendBehavior().name().toLowerCase(Locale.ROOT);
          String reading = c.elapsed().toString();
          yield new Row(
              name, "monotonic", suspend, c.periodPicos(), c::elapsedNanos, reading, description);
        }
        case PosixClock c -> {
          String reading = c.now().toString();
          yield new Row(
              name, "wall", "counts", c.periodPicos(), c::epochNanos, reading, description);
        }
        case ThreadClock c -> {
          String reading = Long.toUnsignedString(c.nanos()) + " ns";
          yield new Row(name, "thread", "-", c.periodPicos(), c::nanos, reading, description);
        }
        default ->
            throw new IllegalStateException(
                name + " is a " + offer.type() + ", for which the table has no kind");
      };
    }

    String period() {
      if (periodPicos.isEmpty()) {
        return "unknown";
      }
      long picos = periodPicos.getAsLong();
      if (picos % 1_000 != 0) {
        return picos + " ps";
      }
      return picos % 1_000_000_000 == 0
          ? picos / 1_000_000_000 + " ms"
          : picos % 1_000_000 == 0 ? picos / 1_000_000 + " µs" : picos / 1_000 + " ns";
    }

    /** {@return nanoseconds per reading, the best of some rounds} */
    long cost() {
      long best = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        for (int i = 0; i < READINGS; i++) {
          sum += nanos.getAsLong();
        }
        best = Math.min(best, (System.nanoTime() - start) / READINGS);
      }
      return best;
    }
  }

  static void print(Tour tour) {
    List<Row> rows = new ArrayList<>();
    List<String> unavailable = new ArrayList<>();
    List<ProviderReport> reports = Clocks.installed().report();
    for (ProviderReport report : reports) {
      int before = rows.size();
      for (ClockOffer<?> offer : report.offers()) {
        try {
          rows.add(Row.of(report.name(), offer));
        } catch (ClockUnavailableException refusal) {
          if (tour.all()) {
            unavailable.add(report.name() + " " + offer.name() + ": " + refusal.reason());
          }
        }
      }
      if (rows.size() == before && !tour.all()) {
        unavailable.add(report.name() + " does not apply: " + shortReason(report));
      }
    }
    tour.line("");
    tour.line("Clocks of this machine");
    tour.line(
        String.format(
            "  %-26s %-9s %-8s %8s %8s  %s",
            "name", "kind", "suspend", "period", "cost", rest(tour)));
    int room = tour.all() ? Integer.MAX_VALUE : MAX_LINES - unavailable.size();
    int shown = rows.size() <= room ? rows.size() : room - 1;
    for (Row row : rows.subList(0, shown)) {
      tour.line(
          String.format(
              "  %-26s %-9s %-8s %8s %8s  %s",
              row.name(),
              row.kind(),
              row.suspend(),
              row.period(),
              row.cost() + " ns",
              tour.all() ? String.format("%-32s %s", row.reading(), row.description()) : ""));
    }
    if (shown < rows.size()) {
      tour.line(String.format("  and %d more; --all shows them", rows.size() - shown));
    }
    unavailable.forEach(line -> tour.line("  " + line));
    tour.line("  Clocks.installed() uses " + uses(reports));
  }

  private static String rest(Tour tour) {
    return tour.all() ? String.format("%-32s %s", "reading", "description") : "";
  }

  /** {@return the first clause of why the provider's monotonic clock is not used} */
  private static String shortReason(ProviderReport report) {
    String reason = report.monotonicNotUsed().orElse("it has no clocks");
    return reason.split("[;:] ", 2)[0];
  }

  private static String uses(List<ProviderReport> reports) {
    List<String> uses = new ArrayList<>();
    for (ProviderReport report : reports) {
      List<String> kinds = new ArrayList<>();
      if (report.monotonicNotUsed().isEmpty()) {
        kinds.add("monotonic clock");
      }
      if (report.posixNotUsed().isEmpty()) {
        kinds.add("wall clock");
      }
      if (report.sleeperNotUsed().isEmpty()) {
        kinds.add("sleeper");
      }
      if (!kinds.isEmpty()) {
        uses.add("the " + String.join(", ", kinds) + " of " + report.name());
      }
    }
    return String.join("; ", uses);
  }
}
