package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.foliot.clock.counter.FreeRunningClock;
import io.foliot.clock.counter.Sample;
import io.foliot.clock.counter.SteeredClock;
import io.foliot.duration.Duration;
import io.foliot.duration.TickRate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/**
 * The error messages and report lines of this module, in one file for review, except those that it
 * passes on from duration. To update the file, run {@code mvn -pl clock-api test
 * -Dtest=MessagesTest -Dmessages=update}, review and commit.
 */
class MessagesTest {
  private static final String FILE = "messages.txt";

  private final List<String> lines = new ArrayList<>();

  private void heading(String text) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add("# " + text);
  }

  /** Adds {@code call -> exception: message}. */
  private void error(String call, org.junit.jupiter.api.function.Executable executable) {
    Throwable thrown = assertThrows(Throwable.class, executable, call);
    text(call, thrown.getClass().getSimpleName() + ": " + thrown.getMessage());
  }

  private void text(String call, Object text) {
    lines.add(call + " -> " + text);
  }

  @Test
  void messagesAreAsReviewed() throws Exception {
    times();
    parsing();
    tools();
    manualClock();
    executor();
    counters();
    providers();
    String actual = String.join("\n", lines) + "\n";
    if ("update".equals(System.getProperty("messages"))) {
      Files.write(
          Paths.get("src/test/resources/io/foliot/clock", FILE),
          actual.getBytes(StandardCharsets.UTF_8));
      return;
    }
    assertEquals(reviewed(), actual);
  }

  private static String reviewed() throws IOException {
    try (InputStream in = MessagesTest.class.getResourceAsStream(FILE)) {
      if (in == null) {
        return fail("no resource " + FILE + "; create it with -Dmessages=update");
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
      return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }
  }

  private void times() {
    heading("PosixTime");
    error("PosixTime.of(-719529, 0)", () -> PosixTime.of(-719_529, 0));
    error("PosixTime.of(0, -1)", () -> PosixTime.of(0, -1));
    error("PosixTime.ofDate(10000, 1, 1)", () -> PosixTime.ofDate(10_000, 1, 1));
    error("PosixTime.ofDate(2026, 13, 1)", () -> PosixTime.ofDate(2026, 13, 1));
    error("PosixTime.ofDate(2026, 2, 29)", () -> PosixTime.ofDate(2026, 2, 29));
    error("PosixTime.ofEpochSecond(253402300800)", () -> PosixTime.ofEpochSecond(253_402_300_800L));
    error("PosixTime.ofEpochMillis(MIN_VALUE)", () -> PosixTime.ofEpochMillis(Long.MIN_VALUE));
    error("PosixTime.ofEpochMicros(MAX_VALUE)", () -> PosixTime.ofEpochMicros(Long.MAX_VALUE));
    error("MAX.toEpochNanos()", PosixTime.MAX::toEpochNanos);
    error("MAX.plus(1ns)", () -> PosixTime.MAX.plus(Duration.ofNanos(1)));
    error("MIN.minus(1ns)", () -> PosixTime.MIN.minus(Duration.ofNanos(1)));
    error("MIN.since(EPOCH)", () -> PosixTime.MIN.since(PosixTime.EPOCH));
    error("MAX.since(EPOCH)", () -> PosixTime.MAX.since(PosixTime.EPOCH));
    error("EPOCH.signedSince(MAX)", () -> PosixTime.EPOCH.signedSince(PosixTime.MAX));
    error("EPOCH.absDiff(MAX)", () -> PosixTime.EPOCH.absDiff(PosixTime.MAX));
    error("EPOCH.toString(13)", () -> PosixTime.EPOCH.toString(13));
    error("EPOCH.toString(0, 86400)", () -> PosixTime.EPOCH.toString(0, 86_400));
    error("MAX.toString(0, 3600)", () -> PosixTime.MAX.toString(0, 3_600));

    heading("BoundedPosixTime, JavaClocks");
    error(
        "BoundedPosixTime.of(EPOCH, MIN, EPOCH, UNKNOWN)",
        () ->
            BoundedPosixTime.of(
                PosixTime.EPOCH, PosixTime.MIN, PosixTime.EPOCH, SyncState.UNKNOWN));
    error("JavaClocks.toPosixTime(Instant.MAX)", () -> JavaClocks.toPosixTime(Instant.MAX));
  }

  private void parsing() {
    heading("PosixTime.parse");
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
      error("parse(\"" + text.replace("\n", "\\n") + "\")", () -> PosixTime.parse(text));
    }
  }

  private void tools() {
    ManualClock clock = new ManualClock();
    ManualClock other = new ManualClock(5, PosixTime.EPOCH, SuspendBehavior.COUNTS);
    Deadline deadline = Deadline.after(Duration.ofSeconds(1), clock);

    heading("Deadline, Stopwatch, Ticker, Faults");
    error(
        "deadline.compareTo(Deadline.never(other))",
        () -> deadline.compareTo(Deadline.never(other)));
    error("deadline.await(other)", () -> deadline.await(other));
    error("Stopwatch.started(clock).start()", () -> Stopwatch.started(clock).start());
    error("Stopwatch.stopped(clock).stop()", () -> Stopwatch.stopped(clock).stop());
    error("Ticker.every(0s, clock)", () -> Ticker.every(Duration.ZERO, clock));
    error("Faults.none().coarse(0s)", () -> Faults.none().coarse(Duration.ZERO));
    error("Faults.none().jitter(2d, 1)", () -> Faults.none().jitter(Duration.ofDays(2), 1));
  }

  private void manualClock() {
    ManualClock clock = new ManualClock();
    clock.advance(Duration.ofSeconds(1));

    heading("ManualClock");
    error(
        "new ManualClock(0, EPOCH, UNKNOWN)",
        () -> new ManualClock(0, PosixTime.EPOCH, SuspendBehavior.UNKNOWN));
    error("clock.advanceTo(999999999)", () -> clock.advanceTo(999_999_999));
    error("clock.stepWall(MIN_VALUE) at year 0", ManualClockAtYearZero::stepBack);
    error("clock.slewWall(500001, 1s)", () -> clock.slewWall(500_001, Duration.ofSeconds(1)));
    error("clock.setUtcOffsetSeconds(64801)", () -> clock.setUtcOffsetSeconds(64_801));
    error("clock.resume()", clock::resume);
    error("clock.awaitSleepers(2, 1ms)", () -> clock.awaitSleepers(2, Duration.ofMillis(1)));
    clock.suspend();
    error("clock.suspend() in suspend", clock::suspend);
    error("clock.advanceTo(2000000000) in suspend", () -> clock.advanceTo(2_000_000_000));
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

    heading("SleeperExecutor");
    error(
        "executor.scheduleAtFixedRate(task, 0, 0, SECONDS)",
        () -> executor.scheduleAtFixedRate(() -> {}, 0, 0, TimeUnit.SECONDS));
    error(
        "executor.scheduleWithFixedDelay(task, 0, -1, SECONDS)",
        () -> executor.scheduleWithFixedDelay(() -> {}, 0, -1, TimeUnit.SECONDS));
    error("task.get(1, SECONDS)", () -> task.get(1, TimeUnit.SECONDS));
    error("executor.invokeAny(no tasks)", () -> executor.invokeAny(Collections.emptyList()));
    error(
        "executor.invokeAny(slow task, 1, MILLISECONDS)",
        () -> threaded.invokeAny(Collections.singleton(slow), 1, TimeUnit.MILLISECONDS));
    threaded.shutdownNow();
    executor.shutdown();
    error("executor.execute(task) after shutdown", () -> executor.execute(() -> {}));
    error(
        "SleeperExecutor.on(sleeper, factory of null)",
        () ->
            SleeperExecutor.on(Sleeper.parking(NanoTimeClock.INSTANCE), work -> null)
                .execute(() -> {}));
  }

  private void counters() {
    LongSupplier reference = System::nanoTime;

    heading("io.foliot.clock.counter");
    error(
        "new FreeRunningClock(8, rate, counter)",
        () -> new FreeRunningClock(8, TickRate.ofHertz(1_000), () -> 0));
    error(
        "SteeredClock.monotonic(counter that stands still)",
        () ->
            SteeredClock.monotonic(() -> 0, enough -> new Sample(0, 0, 0), reference, () -> true));
    long[] slow = {1};
    error(
        "SteeredClock.monotonic(counter of 1 kHz)",
        () ->
            SteeredClock.monotonic(
                () -> 0,
                enough -> new Sample(slow[0]++, slow[0] * 1_000_000, 0),
                reference,
                () -> true));
    long[] ticks = {1};
    error(
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

    heading("Clocks, ClockOffer");
    error("Clocks.of().monotonic()", () -> Clocks.of().monotonic());
    error(
        "Clocks.of(a, b).posix()",
        () -> Clocks.of(new FakeProvider("a", 2), new FakeProvider("b", 1)).posix());
    error(
        "-Dio.foliot.clock.provider=poxis",
        () -> InstalledProviders.find(Collections.emptyIterator(), "poxis").monotonic());
    error(
        "offer.open() of null",
        () -> ClockOffer.of(MonotonicClock.class, "tai", "TAI", () -> null).open());
    error(
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
      text("report()", report);
    }
    for (ProviderReport report :
        InstalledProviders.find(Collections.emptyIterator(), "portable").report()) {
      text("report() with -Dio.foliot.clock.provider=portable", report);
    }
    text(
        "report() of a provider without a name",
        Clocks.of(new FakeProvider(null, 1)).report().get(0));
    text(
        "offersNotListed() of a provider with null offers",
        Clocks.of(new FakeProvider("a", 1).offers(Collections.singletonList(null)))
            .report()
            .get(0)
            .offersNotListed()
            .get());
    text(
        "report() of a class for a newer Java",
        InstalledProviders.find(tooNew, null).report().get(1));
  }
}
