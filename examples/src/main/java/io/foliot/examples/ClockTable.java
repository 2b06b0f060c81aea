package io.foliot.examples;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.Clocks;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.ProviderReport;
import io.foliot.clock.SuspendBehavior;
import io.foliot.clock.ThreadClock;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Every clock of every provider found, with one reading and what a reading costs. */
final class ClockTable {
  private static final int READINGS = 2_000;
  private static final int ROUNDS = 5;
  private static final String ROW = "  %-22s %-52s %-8s %9s  %-30s %7s %7s%n";

  private ClockTable() {}

  static void print(PrintStream out) {
    Clocks clocks = Clocks.installed();
    out.printf(ROW, "clock", "counts", "suspend", "period", "reading", "step", "cost");
    for (ProviderReport report : clocks.report()) {
      out.printf("%s: %s%n", report.name(), use(report));
      List<ClockOffer<?>> offers = report.provider().map(ClockProvider::offers).orElse(List.of());
      for (ClockOffer<?> offer : offers) {
        try {
          printRow(out, offer, offer.open());
        } catch (ClockUnavailableException refusal) {
          out.printf("  %-22s not here: %s%n", offer.name(), refusal.reason());
        }
      }
    }
    out.println();
  }

  /** What {@link Clocks} has chosen the provider for, or why not. */
  private static String use(ProviderReport report) {
    List<String> uses = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    report.monotonicNotUsed().ifPresentOrElse(reasons::add, () -> uses.add("monotonic clock"));
    report.posixNotUsed().ifPresentOrElse(reasons::add, () -> uses.add("wall clock"));
    report.sleeperNotUsed().ifPresentOrElse(reasons::add, () -> uses.add("sleeper"));
    return uses.isEmpty()
        ? "not chosen, " + reasons.get(0)
        : "chosen for " + String.join(", ", uses);
  }

  private static void printRow(PrintStream out, ClockOffer<?> offer, Object clock) {
    switch (clock) {
      case MonotonicClock c ->
          printRow(
              out, offer, suspend(c.suspendBehavior()), c.periodPicos(), c::elapsedNanos, null);
      case PosixClock c ->
          printRow(out, offer, "counts", c.periodPicos(), c::epochNanos, c.now().toString());
      case ThreadClock c -> printRow(out, offer, "-", c.periodPicos(), c::nanos, null);
      default ->
          throw new IllegalStateException(
              offer.name() + " is a " + clock.getClass() + ", which no table column is for");
    }
  }

  private static void printRow(
      PrintStream out,
      ClockOffer<?> offer,
      String suspend,
      OptionalLong periodPicos,
      LongSupplier clock,
      String reading) {
    long cost = Long.MAX_VALUE;
    long last = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < READINGS; i++) {
        last = clock.getAsLong();
      }
      cost = Long.min(cost, (System.nanoTime() - start) / READINGS);
    }
    long next = clock.getAsLong();
    out.printf(
        ROW,
        offer.name(),
        offer.counts(),
        suspend,
        period(periodPicos),
        reading == null ? Long.toUnsignedString(next) + " ns" : reading,
        next - last + " ns",
        cost + " ns");
  }

  private static String suspend(SuspendBehavior behavior) {
    return switch (behavior) {
      case COUNTS -> "counts";
      case STOPS -> "stops";
      case UNKNOWN -> "unknown";
    };
  }

  private static String period(OptionalLong picos) {
    if (picos.isEmpty()) {
      return "unknown";
    }
    long value = picos.getAsLong();
    return value % 1_000_000_000 == 0
        ? value / 1_000_000_000 + " ms"
        : value % 1_000 == 0 ? value / 1_000 + " ns" : value + " ps";
  }
}
