package io.foliot.clock.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.Deadline;
import io.foliot.clock.Sleeper;
import io.foliot.duration.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Every call returns the same clock, on which the sleeper of the same name sleeps. */
class SameClockTest {
  @Test
  void deadlinesOfAClockFitItsSleeper() throws InterruptedException {
    Duration shortly = Duration.ofMillis(2);
    Deadline.after(shortly, PosixClocks.boottime()).await(PosixSleeper.boottime());
    Deadline.after(shortly, PosixClocks.monotonic()).await(PosixSleeper.monotonic());
    PosixClockProvider provider = new PosixClockProvider();
    Deadline.after(shortly, provider.monotonic()).await(provider.sleeper());
    Deadline.after(shortly, PosixClocks.boottime())
        .await(PosixSleeper.boottime().withSpin(Duration.ofMicros(50)));
  }

  @Test
  void everyCallReturnsTheSameClock() {
    assertSame(PosixClocks.monotonic(), PosixClocks.monotonic());
    assertSame(PosixClocks.monotonicRaw(), PosixClocks.monotonicRaw());
    assertSame(PosixClocks.monotonicCoarse(), PosixClocks.monotonicCoarse());
    assertSame(PosixClocks.boottime(), PosixClocks.boottime());
    assertSame(PosixClocks.realtime(), PosixClocks.realtime());
    assertSame(PosixClocks.realtimeCoarse(), PosixClocks.realtimeCoarse());
    assertSame(PosixClocks.bounded(), PosixClocks.bounded());
    assertSame(PosixClocks.tai(), PosixClocks.tai());
    assertSame(PosixClocks.processCpu(), PosixClocks.processCpu());
    assertSame(PosixClocks.threadCpu(), PosixClocks.threadCpu());
    assertSame(PosixClocks.threadUserCpu(), PosixClocks.threadUserCpu());
  }

  /** With one carrier, another virtual thread runs only while the first one releases it. */
  @Test
  void aSleepingVirtualThreadReleasesItsCarrier() throws Exception {
    ChildJvm.Result child =
        ChildJvm.run(
            ShareACarrier.class,
            Map.of(),
            "--enable-native-access=ALL-UNNAMED",
            "-Djdk.virtualThreadScheduler.parallelism=1",
            "-Djdk.virtualThreadScheduler.maxPoolSize=1");
    assertTrue(child.output().strip().endsWith("all sleeps were shared"), child.output());
    assertEquals(0, child.exitCode());
  }

  /** Sleeps for less than a millisecond, which a platform thread spends in the kernel. */
  static final class ShareACarrier {
    public static void main(String[] args) throws InterruptedException {
      for (Sleeper sleeper :
          new Sleeper[] {
            PosixSleeper.monotonic(),
            PosixSleeper.boottime(),
            PosixSleeper.monotonic().withSpin(Duration.ofMillis(1))
          }) {
        AtomicLong turns = new AtomicLong();
        Thread first =
            Thread.ofVirtual()
                .unstarted(
                    () -> {
                      for (int i = 0; i < 20; i++) {
                        long before = turns.get();
                        // A stalled thread does not sleep, because its deadline has passed.
                        for (int j = 0; turns.get() == before; j++) {
                          sleep(sleeper);
                          if (j == 1_000) {
                            System.out.println("no other thread had the carrier");
                            System.exit(1);
                          }
                        }
                      }
                    });
        Thread second =
            Thread.ofVirtual()
                .unstarted(
                    () -> {
                      while (first.isAlive()) {
                        turns.incrementAndGet();
                        LockSupport.parkNanos(10_000);
                      }
                    });
        first.start();
        second.start();
        first.join();
        second.join();
      }
      System.out.println("all sleeps were shared");
    }

    private static void sleep(Sleeper sleeper) {
      try {
        sleeper.sleep(Duration.ofMicros(900));
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
