package io.foliot.clock.xen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.PosixClock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/**
 * Races readers against a writer that updates continuously, stalls in the middle of updates, and
 * wraps the version around, which hypervisors do too rarely to be tested.
 *
 * <p>All fields of one version are derived from one number n, so that a torn reading is recognized.
 * The system property {@code foliot.stressMillis} sets the duration.
 */
class ConcurrentWriterTest {
  private static final long MILLIS = Long.getLong("foliot.stressMillis", 400);
  private static final long PATIENCE_MILLIS = 60_000;
  private static final int READERS = 2;

  /** Writes until the version wraps around. */
  private static final int WRAP = 5_000;

  /** Changes that readers must see for the test to be meaningful. */
  private static final int CHANGES = 500;

  /** A constant counter, so that readings depend on the fields only. */
  private static final long TICKS = 1L << 52;

  /** A prime; the terms of one version add up to a multiple of it. */
  private static final long PRIME = 1_000_003;

  private final WordPage page = new WordPage();
  private final AtomicBoolean stop = new AtomicBoolean();

  private interface Writer {
    void write(int version, long n);
  }

  /** Runs writer and readers. The check returns what is wrong with a reading, or null. */
  private void race(Writer writer, LongSupplier reading, LongFunction<String> check)
      throws InterruptedException {
    AtomicLong writes = new AtomicLong();
    AtomicLong reads = new AtomicLong();
    AtomicLong different = new AtomicLong();
    String[] failure = new String[READERS];
    Thread[] readers = new Thread[READERS];
    for (int r = 0; r < READERS; r++) {
      int self = r;
      readers[r] =
          new Thread(
              () -> {
                long last = 0;
                while (!stop.get() && failure[self] == null) {
                  long value = reading.getAsLong();
                  failure[self] = check.apply(value);
                  reads.incrementAndGet();
                  if (value != last) {
                    different.incrementAndGet();
                    last = value;
                  }
                }
              });
    }
    Thread writing =
        new Thread(
            () -> {
              // Near 2^32, so that the version wraps around during the test.
              int version = -2 * WRAP;
              for (long n = 1; !stop.get(); n++) {
                version += 2;
                writer.write(version, n % 100_000);
                // Without a gap of varying length readers would rarely see a consistent version.
                for (long gap = n % 200; gap > 0; gap--) {
                  Thread.onSpinWait();
                }
                writes.incrementAndGet();
              }
            });
    writing.setDaemon(true);
    writing.start();
    for (Thread reader : readers) {
      reader.setDaemon(true);
      reader.start();
    }
    long start = System.nanoTime();
    boolean isEnough;
    do {
      Thread.sleep(10);
      long millis = (System.nanoTime() - start) / 1_000_000;
      isEnough = millis >= MILLIS && writes.get() > WRAP && different.get() > CHANGES;
      assertTrue(
          isEnough || millis < PATIENCE_MILLIS,
          () -> writes + " writes, " + reads + " reads, " + different + " changes seen");
    } while (!isEnough && failure[0] == null && failure[1] == null);
    stop.set(true);
    writing.join();
    for (int r = 0; r < READERS; r++) {
      readers[r].join();
      assertEquals(null, failure[r]);
    }
  }

  /** Sometimes the writer loses its processor between two stores. */
  private static void stall(long n) {
    if (n % 5_000 == 1) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** With stamp = TICKS − n·2^32 and one nanosecond a tick, the reading is PRIME·n + n·2^32. */
  private void writeTime(int version, long n) {
    page.set(0x20, version - 1);
    page.set(0x20 + 8, TICKS - (n << 32));
    stall(n);
    page.set(0x20 + 16, PRIME * n);
    page.set(0x20 + 24, n % 2 == 0 ? 0x8000_0000 : 0x4000_0000);
    page.set(0x20 + 28, (n % 2 == 0 ? 1 : 2) | VcpuTimeInfo.TSC_STABLE);
    page.set(0x20, version);
  }

  private static String checkTime(long nanos) {
    long n = nanos / ((1L << 32) + PRIME);
    return nanos == n * ((1L << 32) + PRIME) ? null : "torn reading " + nanos;
  }

  @Test
  void systemTimeIsNeverTorn() throws InterruptedException {
    writeTime(2, 2);
    // Without the high-water mark, which would hide a torn reading behind a higher one.
    SystemTimeClock clock = (SystemTimeClock) XenClocks.monotonic(page, 0x20, () -> TICKS);
    race(this::writeTime, clock::systemTimeNanos, ConcurrentWriterTest::checkTime);
  }

  @Test
  void snapshotIsNeverTorn() throws InterruptedException {
    writeTime(2, 2);
    race(
        this::writeTime,
        () -> VcpuTimeInfo.read(page, 0x20).nanosAt(TICKS),
        ConcurrentWriterTest::checkTime);
  }

  @Test
  void wallClockIsNeverTorn() throws InterruptedException {
    page.time(0x20, 2, TICKS, 0, 0x8000_0000, 1, 1);
    Writer writer =
        (version, n) -> {
          page.set(0xc00, version - 1);
          page.set(0xc04, (int) n);
          stall(n);
          page.set(0xc08, (int) (n * 7));
          page.set(0xc0c, (int) (n % 2));
          page.set(0xc00, version);
        };
    writer.write(2, 1);
    PosixClock clock =
        XenClocks.posix(
            page, SharedInfoLayout.X86_64, XenClocks.monotonic(page, 0x20, () -> TICKS));
    race(
        writer,
        clock::epochNanos,
        nanos -> {
          long seconds = nanos / 1_000_000_000;
          long n = seconds & 0xFFFF_FFFFL;
          return (seconds >>> 32) == n % 2 && nanos % 1_000_000_000 == n * 7
              ? null
              : "torn reading " + nanos;
        });
  }

  /** Shows that the tests above detect readers that ignore the version. */
  @Test
  void tornReadingsAreDetectedWithoutTheSeqlock() throws InterruptedException {
    writeTime(2, 2);
    AtomicLong torn = new AtomicLong();
    race(
        this::writeTime,
        () ->
            VcpuTimeInfo.nanos(
                TICKS,
                page.loadLong(0x28),
                page.loadLong(0x30),
                page.loadInt(0x38),
                page.loadInt(0x3c)),
        nanos -> {
          if (checkTime(nanos) != null) {
            torn.incrementAndGet();
          }
          return null;
        });
    assertTrue(torn.get() > 0, "no reading was torn: the other tests prove nothing");
  }
}
