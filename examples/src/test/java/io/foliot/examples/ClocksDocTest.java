package io.foliot.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.Clocks;
import io.foliot.clock.Deadline;
import io.foliot.clock.Faults;
import io.foliot.clock.JavaClocks;
import io.foliot.clock.ManualClock;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import io.foliot.clock.Sleeper;
import io.foliot.clock.Ticker;
import io.foliot.duration.Duration;
import io.foliot.duration.SignedDuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compiles and runs the Java code of docs/clocks.md. */
class ClocksDocTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  /** Start of complete files, which {@code proofs/consumers} takes from the page and builds. */
  private static final String PROJECT = "package org.example;";

  private final ManualClock manual = clock();
  private final long start = manual.elapsedNanos();

  /** {@return the clock of the recipes} */
  ManualClock clock() {
    return new ManualClock();
  }

  @Test
  void everyJavaBlockIsCompiledSource() throws IOException {
    List<String> blocks =
        JAVA.matcher(Files.readString(Path.of("../docs/clocks.md")))
            .results()
            .map(match -> squeezed(match.group(1)))
            .filter(block -> !block.startsWith(PROJECT))
            .toList();
    assertEquals(13, blocks.size(), "Java blocks in docs/clocks.md");
    String source =
        squeezed(Files.readString(Path.of("src/test/java/io/foliot/examples/ClocksDocTest.java")));
    for (String block : blocks) {
      assertTrue(source.contains(block), () -> "not in the sources of this test:\n" + block);
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Test
  void installedClocks() throws InterruptedException {
    MonotonicClock clock = Clocks.installed().monotonic();
    PosixClock wall = Clocks.installed().posix();
    Sleeper sleeper = Clocks.installed().sleeper();
    long start = clock.elapsedNanos();
    sleeper.sleep(Duration.ofNanos(1));
    assertTrue(Long.compareUnsigned(clock.elapsedNanos(), start) >= 0);
    assertTrue(wall.now().isAfter(PosixTime.EPOCH));
  }

  @Test
  void signedDifferences() {
    PosixTime ours = PosixTime.ofEpochMillis(1_000);
    PosixTime theirs = PosixTime.ofEpochMillis(970);
    SignedDuration skew = theirs.signedSince(ours);
    PosixTime corrected = ours.plus(skew);
    boolean tolerable = !skew.abs().isLongerThan(Duration.ofMillis(50));
    assertEquals("-30ms", skew.toString());
    assertEquals(theirs, corrected);
    assertTrue(tolerable);
  }

  /** A device that is ready after five polls of a second each. */
  private final class Device {
    private int polls;
    private long samples;

    boolean ready() {
      return polls >= 5;
    }

    void poll() {
      polls++;
      manual.advance(Duration.ofSeconds(1));
    }

    boolean running() {
      return samples < 6;
    }

    void sample(long ticks) {
      samples += ticks;
      manual.advance(Duration.ofMillis(12));
    }
  }

  private void await(Device device, Duration timeout, MonotonicClock clock) throws IOException {
    Deadline deadline = Deadline.after(timeout, clock);
    while (!device.ready()) {
      if (deadline.hasPassed()) {
        throw new IOException("no answer within " + timeout);
      }
      device.poll();
    }
  }

  @Test
  void deadline() throws IOException {
    await(new Device(), Duration.ofSeconds(5), manual);
    assertThrows(IOException.class, () -> await(new Device(), Duration.ofSeconds(4), manual));
  }

  private static void sample(Device device, Sleeper sleeper) throws InterruptedException {
    Ticker ticker = Ticker.every(Duration.ofMillis(10), sleeper);
    while (device.running()) {
      long missed = ticker.await();
      device.sample(1 + missed);
    }
  }

  @Test
  void ticker() throws InterruptedException {
    manual.advanceOnSleep(true);
    Device device = new Device();
    sample(device, manual);
    // Ticks at 10, 20, ... 50 ms; the tick at 60 ms is missed and counted at 70 ms.
    assertEquals(7, device.samples);
    assertEquals(Duration.ofMillis(82).toNanos(), manual.elapsedNanos() - start);
  }

  @Test
  void driverOnManualClock() {
    ManualClock clock = new ManualClock();
    Retransmit driver = new Retransmit(clock);
    clock.advance(Duration.ofMillis(199));
    assertFalse(driver.poll());
    clock.advance(Duration.ofMillis(1));
    assertTrue(driver.poll());
  }

  private static final class Heartbeats {
    private volatile int sent;

    @SuppressWarnings("NonAtomicVolatileUpdate") // Only its own thread writes it.
    void run(Sleeper sleeper) {
      try {
        while (true) {
          sent++;
          sleeper.sleep(Duration.ofSeconds(1));
        }
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
    }

    int sent() {
      return sent;
    }
  }

  @Test
  void threadThatSleeps() throws Exception {
    Heartbeats heartbeats = new Heartbeats();
    ManualClock clock = new ManualClock();
    Thread worker = new Thread(() -> heartbeats.run(clock));
    worker.start();
    for (int beat = 1; beat <= 3; beat++) {
      clock.awaitSleepers(1, Duration.ofSeconds(30));
      assertEquals(beat, heartbeats.sent());
      clock.advanceTo(clock.nextWakeNanos().getAsLong());
    }
    worker.interrupt();
    worker.join();
    assertEquals(Duration.ofSeconds(3), clock.elapsed());
  }

  @Test
  void badClock() {
    ManualClock fromZero = new ManualClock();
    MonotonicClock clock = fromZero;
    MonotonicClock bad =
        Faults.none()
            .coarse(Duration.ofMillis(10))
            .stall(Duration.ofSeconds(5), Duration.ofSeconds(2))
            .in(clock);
    fromZero.advance(Duration.ofMillis(6_999));
    assertEquals(Duration.ofSeconds(5), bad.elapsed());
    fromZero.advance(Duration.ofMillis(8));
    assertEquals(Duration.ofSeconds(7), bad.elapsed());
  }

  @Test
  void javaTime() {
    PosixClock wall = manual;
    java.time.Clock javaClock = JavaClocks.toClock(wall, ZoneOffset.UTC);
    InstantSource instants = javaClock;
    manual.advance(Duration.ofSeconds(7));
    assertEquals(7_000, instants.millis());
    assertEquals(7, javaClock.instant().getEpochSecond());
  }

  @Test
  void guava() {
    MonotonicClock clock = manual;
    com.google.common.base.Ticker guava =
        new com.google.common.base.Ticker() {
          @Override
          public long read() {
            return clock.elapsedNanos();
          }
        };
    com.google.common.base.Stopwatch watch = com.google.common.base.Stopwatch.createStarted(guava);
    manual.advance(Duration.ofMillis(3));
    assertEquals(3, watch.elapsed(TimeUnit.MILLISECONDS));
  }

  @Test
  void caffeine() {
    MonotonicClock clock = manual;
    com.github.benmanes.caffeine.cache.Ticker caffeine = clock::elapsedNanos;
    com.github.benmanes.caffeine.cache.Cache<String, String> cache =
        com.github.benmanes.caffeine.cache.Caffeine.newBuilder()
            .ticker(caffeine)
            .expireAfterWrite(10, TimeUnit.SECONDS)
            .build();
    cache.put("key", "value");
    manual.advance(Duration.ofSeconds(9));
    assertEquals("value", cache.getIfPresent("key"));
    manual.advance(Duration.ofSeconds(1));
    assertEquals(null, cache.getIfPresent("key"));
  }

  @Test
  void micrometer() {
    MonotonicClock clock = manual;
    PosixClock wall = manual;
    io.micrometer.core.instrument.Clock micrometer =
        new io.micrometer.core.instrument.Clock() {
          @Override
          public long wallTime() {
            return wall.now().toEpochMillis();
          }

          @Override
          public long monotonicTime() {
            return clock.elapsedNanos();
          }
        };
    io.micrometer.core.instrument.Timer timer =
        io.micrometer.core.instrument.Timer.builder("timer")
            .register(
                new io.micrometer.core.instrument.simple.SimpleMeterRegistry(
                    io.micrometer.core.instrument.simple.SimpleConfig.DEFAULT, micrometer));
    timer.record(() -> manual.advance(Duration.ofMillis(250)));
    assertTrue(timer.totalTime(TimeUnit.MILLISECONDS) == 250);
    assertEquals(250, micrometer.wallTime());
  }

  @Test
  void netty() throws InterruptedException, TimeoutException {
    Sleeper sleeper = manual;
    manual.advance(Duration.ofSeconds(1));
    io.netty.util.concurrent.Ticker netty =
        new io.netty.util.concurrent.Ticker() {
          private final long start = sleeper.clock().elapsedNanos();

          @Override
          public long initialNanoTime() {
            return start;
          }

          @Override
          public long nanoTime() {
            return sleeper.clock().elapsedNanos();
          }

          @Override
          public void sleep(long delay, TimeUnit unit) throws InterruptedException {
            sleeper.sleep(Duration.saturatingOf(Math.max(delay, 0), unit));
          }
        };
    sleepsForEver(netty);
    manual.advanceOnSleep(true);
    netty.sleepMillis(20);
    netty.sleep(-1, TimeUnit.SECONDS);
    assertEquals(20_000_000, netty.nanoTime() - netty.initialNanoTime());
  }

  /** {@code Long.MAX_VALUE} of any unit sleeps until interrupted. */
  private void sleepsForEver(io.netty.util.concurrent.Ticker netty)
      throws InterruptedException, TimeoutException {
    for (TimeUnit unit : TimeUnit.values()) {
      AtomicBoolean interrupted = new AtomicBoolean();
      Thread thread =
          new Thread(
              () -> {
                try {
                  netty.sleep(Long.MAX_VALUE, unit);
                } catch (InterruptedException e) {
                  interrupted.set(true);
                }
              });
      thread.start();
      manual.awaitSleepers(1, Duration.ofSeconds(60));
      thread.interrupt();
      thread.join();
      assertTrue(interrupted.get(), unit.name());
    }
  }

  @Test
  void kotlin() {
    MonotonicClock clock = manual;
    kotlin.time.TimeSource source =
        new kotlin.time.AbstractLongTimeSource(kotlin.time.DurationUnit.NANOSECONDS) {
          @Override
          protected long read() {
            return clock.elapsedNanos();
          }
        };
    kotlin.time.TimeMark mark = source.markNow();
    assertFalse(mark.hasPassedNow() && manual.elapsedNanos() != start);
    manual.advance(Duration.ofSeconds(2));
    assertTrue(mark.hasPassedNow());
  }
}
