package io.foliot.clock.xen.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.xen.WordPage;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The clock of a Linux guest on pages, counters and kernel clocks that the test makes up. */
class GuestClockTest {
  /** One nanosecond for a tick, with a shift to the right. */
  private static final int TWO = 0x8000_0000;

  private static final int STABLE = 1;
  private static final long SECOND = 1_000_000_000;

  private final WordPage page = new WordPage();
  private final AtomicLong ticks = new AtomicLong();
  private final AtomicLong witness = new AtomicLong();

  /** Half a nanosecond for a tick. */
  private void write(int version, long stamp, long systemTime, int flags) {
    page.time(0, version, stamp, systemTime, TWO, 0, flags);
  }

  private GuestClock clock() {
    return new GuestClock(page, ticks::get, witness::get);
  }

  /** Lets time pass for the counter (2 GHz) and the kernel alike. */
  private void pass(long nanos) {
    ticks.addAndGet(2 * nanos);
    witness.addAndGet(nanos);
  }

  @Property
  void oneProductIsTheExactRate(
      @ForAll @LongRange(min = 0) long elapsed,
      @ForAll @IntRange(min = -31, max = 0) int shift,
      @ForAll int multiplier) {
    int usable = multiplier == 0 ? 1 : multiplier;
    page.time(0, 2, 0, 0, usable, shift, STABLE);
    BigInteger exact =
        BigInteger.valueOf(elapsed)
            .multiply(BigInteger.valueOf(Integer.toUnsignedLong(usable)))
            .shiftRight(32 - shift);
    assertEquals(
        exact.longValueExact(), new GuestClock(page, () -> elapsed, () -> 0).elapsedNanos());
  }

  @Property
  void counterBelowOneGigahertzIsScaledAsTheHeaderSays(
      @ForAll @LongRange(min = 0, max = 1L << 50) long elapsed,
      @ForAll @IntRange(min = 1, max = 10) int shift,
      @ForAll @IntRange(min = Integer.MIN_VALUE, max = -1) int multiplier) {
    page.time(0, 2, 0, 5, multiplier, shift, STABLE);
    BigInteger exact =
        BigInteger.valueOf(elapsed)
            .shiftLeft(shift)
            .multiply(BigInteger.valueOf(Integer.toUnsignedLong(multiplier)))
            .shiftRight(32)
            .add(BigInteger.valueOf(5));
    assertEquals(exact.longValue(), new GuestClock(page, () -> elapsed, () -> 0).elapsedNanos());
  }

  @Test
  void followsUpdatesOfThePage() {
    write(2, 0, 1_000, STABLE);
    GuestClock clock = clock();
    assertEquals(1_000, clock.elapsedNanos());
    pass(SECOND);
    assertEquals(1_000 + SECOND, clock.elapsedNanos());
    // The host found its counter 10 µs slow.
    write(4, ticks.get(), 11_000 + SECOND, STABLE);
    assertEquals(11_000 + SECOND, clock.elapsedNanos());
    pass(SECOND);
    assertEquals(11_000 + 2 * SECOND, clock.elapsedNanos());
  }

  @Test
  void updateThatTurnsTimeBackIsNotFollowed() {
    write(2, 0, 1_000, STABLE);
    GuestClock clock = clock();
    pass(SECOND);
    assertEquals(1_000 + SECOND, clock.elapsedNanos());
    // The host found its counter 300 ns fast.
    write(4, ticks.get(), 700 + SECOND, STABLE);
    assertEquals(1_000 + SECOND, clock.elapsedNanos());
    pass(SECOND);
    assertEquals(1_000 + 2 * SECOND, clock.elapsedNanos());
  }

  @Test
  void goesOnAfterResumeOnAHostThatStartedLater() {
    write(2, 0, 900 * SECOND, STABLE);
    GuestClock clock = clock();
    pass(10 * SECOND);
    assertEquals(910 * SECOND, clock.elapsedNanos());
    // Another host: its time and its counter are far behind.
    witness.addAndGet(SECOND);
    ticks.set(50);
    write(8, 50, 3 * SECOND, STABLE);
    long resumed = clock.elapsedNanos();
    assertEquals(911 * SECOND, resumed);
    pass(5 * SECOND);
    assertEquals(916 * SECOND, clock.elapsedNanos());
    // An ordinary update of the new host's page changes nothing.
    write(10, ticks.get(), 8 * SECOND, STABLE);
    assertEquals(916 * SECOND, clock.elapsedNanos());
  }

  @Test
  void goesOnAfterResumeOnAHostThatStartedEarlier() {
    write(2, 0, SECOND, STABLE);
    GuestClock clock = clock();
    pass(SECOND);
    ticks.set(1L << 60);
    write(4, 1L << 60, 1L << 61, STABLE);
    assertEquals(2 * SECOND, clock.elapsedNanos());
  }

  @Test
  void hostThatKeepsTimeButNotTheCounter() {
    write(2, 0, 0, STABLE);
    GuestClock clock = clock();
    pass(10 * SECOND);
    assertEquals(10 * SECOND, clock.elapsedNanos());
    ticks.set(1L << 60);
    write(4, 1L << 60, 10 * SECOND, STABLE);
    assertEquals(10 * SECOND, clock.elapsedNanos());
    ticks.set(7);
    write(6, 7, 10 * SECOND, STABLE);
    pass(SECOND);
    assertEquals(11 * SECOND, clock.elapsedNanos());
  }

  @Test
  void counterBehindItsStampCountsAsEqual() {
    write(2, 1_000, 77, STABLE);
    assertEquals(77, clock().elapsedNanos());
  }

  @Test
  void promiseOfStableTscThatIsWithdrawnDoesNotTurnTimeBack() {
    write(2, 0, 1_000, STABLE);
    GuestClock clock = clock();
    pass(100);
    write(4, ticks.get(), 1_100, 0);
    pass(50);
    assertEquals(1_150, clock.elapsedNanos());
    ticks.addAndGet(-60);
    assertEquals(1_150, clock.elapsedNanos());
    pass(100);
    write(6, ticks.get(), 1_250, STABLE);
    assertEquals(1_250, clock.elapsedNanos());
  }

  @Test
  void readersDoNotGoBackWhileTheHostUpdates() throws InterruptedException {
    write(2, 0, 0, STABLE);
    // Counter and witness are one and the same real clock, so that no jump is to be seen.
    GuestClock clock = new GuestClock(page, () -> 2 * System.nanoTime(), System::nanoTime);
    AtomicBoolean stop = new AtomicBoolean();
    AtomicLong backwards = new AtomicLong();
    AtomicLong reads = new AtomicLong();
    Thread[] readers = new Thread[2];
    for (int r = 0; r < readers.length; r++) {
      readers[r] =
          new Thread(
              () -> {
                long last = clock.elapsedNanos();
                while (!stop.get()) {
                  long now = clock.elapsedNanos();
                  backwards.addAndGet(now - last < 0 ? 1 : 0);
                  reads.incrementAndGet();
                  last = now;
                }
              });
      readers[r].start();
    }
    int version = -2_000;
    for (int i = 0; i < 4_000; i++) {
      version += 2;
      long now = System.nanoTime();
      write(version, 2 * now, now, STABLE);
      Thread.sleep(0, 50_000);
    }
    stop.set(true);
    for (Thread reader : readers) {
      reader.join();
    }
    assertEquals(0, backwards.get());
    assertTrue(reads.get() > 4_000, reads + " reads");
  }
}
