package io.foliot.clock;

import io.foliot.clock.conformance.ReviewedMessages;
import io.foliot.clock.counter.FreeRunningClock;
import io.foliot.clock.counter.Sample;
import io.foliot.clock.counter.SteeredClock;
import io.foliot.duration.Duration;
import io.foliot.duration.TickRate;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/**
 * The error messages and report lines of this module, except those that it passes on from duration.
 */
class MessagesTest {
  private final ReviewedMessages messages = new ReviewedMessages(MessagesTest.class);

  @Test
  void messagesAreAsReviewed() throws Exception {
    times();
    parsing();
    tools();
    manualClock();
    executor();
    counters();
    providers();
    messages.check();
  }

  private void times() {
    messages.heading("PosixTime");
    messages.error("PosixTime.of(-719529, 0)", () -> PosixTime.of(-719_529, 0));
    messages.error("PosixTime.of(0, -1)", () -> PosixTime.of(0, -1));
    messages.error("PosixTime.ofDate(10000, 1, 1)", () -> PosixTime.ofDate(10_000, 1, 1));
    messages.error("PosixTime.ofDate(2026, 13, 1)", () -> PosixTime.ofDate(2026, 13, 1));
    messages.error("PosixTime.ofDate(2026, 2, 29)", () -> PosixTime.ofDate(2026, 2, 29));
    messages.error(
        "PosixTime.ofEpochSecond(253402300800)", () -> PosixTime.ofEpochSecond(253_402_300_800L));
    messages.error(
        "PosixTime.ofEpochMillis(MIN_VALUE)", () -> PosixTime.ofEpochMillis(Long.MIN_VALUE));
    messages.error(
        "PosixTime.ofEpochMicros(MAX_VALUE)", () -> PosixTime.ofEpochMicros(Long.MAX_VALUE));
    messages.error("MAX.toEpochNanos()", PosixTime.MAX::toEpochNanos);
    messages.error("MAX.plus(1ns)", () -> PosixTime.MAX.plus(Duration.ofNanos(1)));
    messages.error("MIN.minus(1ns)", () -> PosixTime.MIN.minus(Duration.ofNanos(1)));
    messages.error("MIN.since(EPOCH)", () -> PosixTime.MIN.since(PosixTime.EPOCH));
    messages.error("MAX.since(EPOCH)", () -> PosixTime.MAX.since(PosixTime.EPOCH));
    messages.error("EPOCH.signedSince(MAX)", () -> PosixTime.EPOCH.signedSince(PosixTime.MAX));
    messages.error("EPOCH.absDiff(MAX)", () -> PosixTime.EPOCH.absDiff(PosixTime.MAX));
    messages.error("EPOCH.toString(13)", () -> PosixTime.EPOCH.toString(13));
    messages.error("EPOCH.toString(0, 86400)", () -> PosixTime.EPOCH.toString(0, 86_400));
    messages.error("MAX.toString(0, 3600)", () -> PosixTime.MAX.toString(0, 3_600));

    messages.heading("BoundedPosixTime, JavaClocks");
    messages.error(
        "BoundedPosixTime.of(EPOCH, MIN, EPOCH, UNKNOWN)",
        () ->
            BoundedPosixTime.of(
                PosixTime.EPOCH, PosixTime.MIN, PosixTime.EPOCH, SyncState.UNKNOWN));
    messages.error(
        "JavaClocks.toPosixTime(Instant.MAX)", () -> JavaClocks.toPosixTime(Instant.MAX));
  }

  private void parsing() {
    messages.heading("PosixTime.parse");
    for (String text :
        Arrays.asList(
            "",
            "22.11.2026",
            " 2026-11-22T08:57:00Z",
            "12026-11-22T08:57:00Z",
            "+12026-11-22T08:57:00Z",
            "2026/11/22T08:57:00Z",
            "2026-1-22T08:57:00Z",
            "2026-13-22T08:57:00Z",
            "2026-11.22T08:57:00Z",
            "2026-02-29T08:57:00Z",
            "2026-11-22",
            "2026-11-22 08:57:00Z",
            "2026-11-22x08:57:00Z",
            "2026-11-22T24:00:00Z",
            "2026-11-22T0857:00Z",
            "2026-11-22T08:60:00Z",
            "2026-11-22T08:57Z",
            "2026-11-22T08:57.5Z",
            "2026-11-22T08:57:61Z",
            "2026-11-22T08:57:00,5Z",
            "2026-11-22T08:57:00.Z",
            "2026-11-22T08:57:00.1234567890123Z",
            "2026-11-22T08:57:00",
            "2026-11-22T08:57:00+24:00",
            "2026-11-22T08:57:00+0100",
            "2026-11-22T08:57:00+01:60",
            "2026-11-22T08:57:00Z ",
            "2026-11-22T08:57:60Z",
            "9999-12-31T23:59:59-00:01",
            "2026-11-22\nT08:57:00Z")) {
      messages.error("parse(\"" + text.replace("\n", "\\n") + "\")", () -> PosixTime.parse(text));
    }
  }

  private void tools() {
    ManualClock clock = new ManualClock();
    ManualClock other = new ManualClock(5, PosixTime.EPOCH, SuspendBehavior.COUNTS);
    Deadline deadline = Deadline.after(Duration.ofSeconds(1), clock);

    messages.heading("Deadline, Stopwatch, Ticker, Faults");
    messages.error(
        "deadline.compareTo(Deadline.never(other))",
        () -> deadline.compareTo(Deadline.never(other)));
    messages.error("deadline.await(other)", () -> deadline.await(other));
    messages.error("Stopwatch.started(clock).start()", () -> Stopwatch.started(clock).start());
    messages.error("Stopwatch.stopped(clock).stop()", () -> Stopwatch.stopped(clock).stop());
    messages.error("Ticker.every(0s, clock)", () -> Ticker.every(Duration.ZERO, clock));
    messages.error("Faults.none().coarse(0s)", () -> Faults.none().coarse(Duration.ZERO));
    messages.error(
        "Faults.none().jitter(2d, 1)", () -> Faults.none().jitter(Duration.ofDays(2), 1));
  }

  private void manualClock() {
    ManualClock clock = new ManualClock();
    clock.advance(Duration.ofSeconds(1));

    messages.heading("ManualClock");
    messages.error(
        "new ManualClock(0, EPOCH, UNKNOWN)",
        () -> new ManualClock(0, PosixTime.EPOCH, SuspendBehavior.UNKNOWN));
    messages.error("clock.advanceTo(999999999)", () -> clock.advanceTo(999_999_999));
    messages.error("clock.stepWall(MIN_VALUE) at year 0", ManualClockAtYearZero::stepBack);
    messages.error(
        "clock.slewWall(500001, 1s)", () -> clock.slewWall(500_001, Duration.ofSeconds(1)));
    messages.error("clock.setUtcOffsetSeconds(64801)", () -> clock.setUtcOffsetSeconds(64_801));
    messages.error("clock.resume()", clock::resume);
    messages.error(
        "clock.awaitSleepers(2, 1ms)", () -> clock.awaitSleepers(2, Duration.ofMillis(1)));
    clock.suspend();
    messages.error("clock.suspend() in suspend", clock::suspend);
    messages.error("clock.advanceTo(2000000000) in suspend", () -> clock.advanceTo(2_000_000_000));
  }

  private static final class ManualClockAtYearZero {
    static void stepBack() {
      new ManualClock(0, PosixTime.MIN, SuspendBehavior.STOPS).stepWall(Long.MIN_VALUE);
    }
  }

  private void executor() {
    ManualClock clock = new ManualClock();
    clock.advanceOnSleep(true);
    SleeperExecutor executor = SleeperExecutor.on(clock);
    ScheduledFuture<?> task = executor.schedule(() -> 1, 1, TimeUnit.HOURS);
    SleeperExecutor threaded = SleeperExecutor.on(Sleeper.parking(NanoTimeClock.INSTANCE));
    Callable<Integer> slow =
        () -> {
          Thread.sleep(60_000);
          return 1;
        };

    messages.heading("SleeperExecutor");
    messages.error(
        "executor.scheduleAtFixedRate(task, 0, 0, SECONDS)",
        () -> executor.scheduleAtFixedRate(() -> {}, 0, 0, TimeUnit.SECONDS));
    messages.error(
        "executor.scheduleWithFixedDelay(task, 0, -1, SECONDS)",
        () -> executor.scheduleWithFixedDelay(() -> {}, 0, -1, TimeUnit.SECONDS));
    messages.error("task.get(1, SECONDS)", () -> task.get(1, TimeUnit.SECONDS));
    messages.error(
        "executor.invokeAny(no tasks)", () -> executor.invokeAny(Collections.emptyList()));
    messages.error(
        "executor.invokeAny(slow task, 1, MILLISECONDS)",
        () -> threaded.invokeAny(Collections.singleton(slow), 1, TimeUnit.MILLISECONDS));
    threaded.shutdownNow();
    executor.shutdown();
    messages.error("executor.execute(task) after shutdown", () -> executor.execute(() -> {}));
    messages.error(
        "SleeperExecutor.on(sleeper, factory of null)",
        () ->
            SleeperExecutor.on(Sleeper.parking(NanoTimeClock.INSTANCE), work -> null)
                .execute(() -> {}));
  }

  private void counters() {
    LongSupplier reference = System::nanoTime;

    messages.heading("io.foliot.clock.counter");
    messages.error(
        "new FreeRunningClock(8, rate, counter)",
        () -> new FreeRunningClock(8, TickRate.ofHertz(1_000), () -> 0));
    messages.error(
        "SteeredClock.monotonic(counter that stands still)",
        () ->
            SteeredClock.monotonic(() -> 0, enough -> new Sample(0, 0, 0), reference, () -> true));
    long[] slow = {1};
    messages.error(
        "SteeredClock.monotonic(counter of 1 kHz)",
        () ->
            SteeredClock.monotonic(
                () -> 0,
                enough -> new Sample(slow[0]++, slow[0] * 1_000_000, 0),
                reference,
                () -> true));
    long[] ticks = {1};
    messages.error(
        "SteeredClock.monotonic(counter whose rate doubles)",
        () ->
            SteeredClock.monotonic(
                () -> 0,
                enough ->
                    new Sample(ticks[0] *= 2, Long.numberOfTrailingZeros(ticks[0]) * 2_000_000L, 0),
                reference,
                () -> true));
  }

  private void providers() {
    Iterator<ClockProvider> tooNew =
        new Iterator<ClockProvider>() {
          private boolean thrown;

          @Override
          public boolean hasNext() {
            return !thrown;
          }

          @Override
          public ClockProvider next() {
            thrown = true;
            throw new ServiceConfigurationError(
                "Unable to load com.example.Newer",
                new UnsupportedClassVersionError("com/example/Newer has class file version 99.0"));
          }
        };

    messages.heading("Clocks, ClockOffer");
    messages.error("Clocks.of().monotonic()", () -> Clocks.of().monotonic());
    messages.error(
        "Clocks.of(a, b).posix()",
        () -> Clocks.of(new FakeProvider("a", 2), new FakeProvider("b", 1)).posix());
    messages.error(
        "-Dio.foliot.clock.provider=poxis",
        () -> InstalledProviders.find(Collections.emptyIterator(), "poxis").monotonic());
    messages.error(
        "offer.open() of null",
        () -> ClockOffer.of(MonotonicClock.class, "tai", "TAI", () -> null).open());
    messages.error(
        "offer.open() that throws",
        () ->
            ClockOffer.of(
                    MonotonicClock.class,
                    "tai",
                    "TAI",
                    () -> {
                      throw new IllegalStateException("no such clock", new IOException("EINVAL"));
                    })
                .open());
    for (ProviderReport report :
        Clocks.of(new FakeProvider("a", 2), new PortableClockProvider()).report()) {
      messages.text("report()", report);
    }
    for (ProviderReport report :
        InstalledProviders.find(Collections.emptyIterator(), "portable").report()) {
      messages.text("report() with -Dio.foliot.clock.provider=portable", report);
    }
    messages.text(
        "report() of a provider without a name",
        Clocks.of(new FakeProvider(null, 1)).report().get(0));
    messages.text(
        "offersNotListed() of a provider with null offers",
        Clocks.of(new FakeProvider("a", 1).offers(Collections.singletonList(null)))
            .report()
            .get(0)
            .offersNotListed()
            .get());
    messages.text(
        "report() of a class for a newer Java",
        InstalledProviders.find(tooNew, null).report().get(1));
  }
}
