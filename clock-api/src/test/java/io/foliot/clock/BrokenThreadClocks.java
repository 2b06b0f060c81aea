package io.foliot.clock;

import io.foliot.clock.conformance.ThreadClockConformance;
import io.foliot.duration.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Thread clocks, each with one fault. */
final class BrokenThreadClocks {
  private BrokenThreadClocks() {}

  static List<BrokenClock> all() {
    AtomicLong readings = new AtomicLong();
    return Arrays.asList(
        broken(
            "neverDecreasesInOneThread",
            "every hundredth reading goes back",
            () -> System.nanoTime() - (readings.incrementAndGet() % 100 == 0 ? 1_000_000 : 0),
            OptionalLong::empty),
        broken("advancesWhileTheThreadWorks", "stands still", () -> 7, OptionalLong::empty),
        broken("periodIsPositiveAndFixed", "claims 0", System::nanoTime, () -> OptionalLong.of(0)),
        broken("periodIsPositiveAndFixed", "answers null", System::nanoTime, () -> null),
        broken(
            "periodIsPositiveAndFixed",
            "changes its claim",
            System::nanoTime,
            () -> OptionalLong.of(readings.incrementAndGet())));
  }

  private static BrokenClock broken(
      String rule, String fault, LongSupplier nanos, Supplier<OptionalLong> period) {
    ThreadClock clock =
        new ThreadClock() {
          @Override
          public long nanos() {
            return nanos.getAsLong();
          }

          @Override
          public OptionalLong periodPicos() {
            return period.get();
          }
        };
    return new BrokenClock(
        rule,
        fault,
        new ThreadClockConformance() {
          @Override
          protected ThreadClock clock() {
            return clock;
          }

          @Override
          protected Duration timeout() {
            return Duration.ofMillis(100);
          }
        });
  }
}
