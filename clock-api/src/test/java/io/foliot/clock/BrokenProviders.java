package io.foliot.clock;

import io.foliot.clock.conformance.ClockProviderConformance;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Providers, each with one fault. */
final class BrokenProviders {
  private BrokenProviders() {}

  static List<BrokenClock> all() {
    AtomicInteger asked = new AtomicInteger();
    return Arrays.asList(
        broken("nameAndPriorityAreFixed", "a name with a space", fake().name("my clocks")),
        broken("nameAndPriorityAreFixed", "no name", fake().name(null)),
        broken("nameAndPriorityAreFixed", "a negative priority", fake().priority(-1)),
        broken("clocksWorkOrAreRefused", "answers null", fake().monotonic(() -> null)),
        broken(
            "clocksWorkOrAreRefused",
            "fails with another exception",
            fake().monotonic(() -> fail(new IllegalStateException("no such clock")))),
        broken(
            "clocksWorkOrAreRefused",
            "refuses without a reason",
            fake().monotonic(() -> fail(new ClockUnavailableException("it", " ")))),
        broken(
            "sleeperUsesMonotonicClock",
            "has a sleeper and no clock",
            fake().monotonic(() -> fail(new ClockUnavailableException("it", "out of order")))),
        broken(
            "eachClockIsOneObject",
            "makes a clock on every call",
            fake().monotonic(ManualClock::new)),
        broken(
            "eachClockIsOneObject",
            "makes a clock each time an offer is opened",
            fake().offers(Collections.singletonList(offer("a", "time", ManualClock::new)))),
        broken(
            "sleeperUsesMonotonicClock",
            "has a sleeper on another clock",
            fake().sleeper(ManualClock::new)),
        broken("offersOpenOrAreRefused", "offers nothing", fake().offers(Collections.emptyList())),
        broken("offersOpenOrAreRefused", "offers null", fake().offers(null)),
        broken(
            "offersOpenOrAreRefused",
            "offers one name twice",
            fake().offers(Arrays.asList(offer("a", "time"), offer("a", "time")))),
        broken(
            "offersOpenOrAreRefused",
            "does not say what it counts",
            fake().offers(Collections.singletonList(offer("a", "")))),
        broken(
            "answersAreConstant",
            "refuses every other time",
            fake()
                .monotonic(
                    () ->
                        asked.incrementAndGet() % 2 == 0
                            ? fail(new ClockUnavailableException("it", "busy"))
                            : new ManualClock())));
  }

  private static FakeProvider fake() {
    ManualClock clock = new ManualClock();
    return new FakeProvider("fake", 1)
        .monotonic(() -> clock)
        .posix(() -> clock)
        .sleeper(() -> clock)
        .offers(Collections.singletonList(offer("a", "time")));
  }

  private static ClockOffer<?> offer(String name, String counts) {
    ManualClock clock = new ManualClock();
    return offer(name, counts, () -> clock);
  }

  private static ClockOffer<?> offer(String name, String counts, Supplier<MonotonicClock> opener) {
    return ClockOffer.of(MonotonicClock.class, name, counts, opener);
  }

  private static MonotonicClock fail(RuntimeException failure) {
    throw failure;
  }

  private static BrokenClock broken(String rule, String fault, ClockProvider provider) {
    return new BrokenClock(
        rule,
        fault,
        new ClockProviderConformance() {
          @Override
          protected ClockProvider provider() {
            return provider;
          }
        });
  }
}
