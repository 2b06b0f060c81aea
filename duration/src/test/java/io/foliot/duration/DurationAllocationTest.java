package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/**
 * Calls that must not allocate: the bytes that a thread allocates do not grow with their number.
 */
class DurationAllocationTest {
  private static final int CALLS = 2_000;

  /** Less than one object in two calls, far more than the test and the JVM allocate. */
  private static final long ALLOWED = CALLS * 8L;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private interface Call {
    long run() throws IOException;
  }

  /** Counts characters. */
  private static final class Counter implements Appendable {
    private long count;

    @Override
    public Appendable append(CharSequence text) {
      count += text.length();
      return this;
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) {
      count += end - start;
      return this;
    }

    @Override
    public Appendable append(char c) {
      count++;
      return this;
    }
  }

  @Test
  void anAllocationPerCallIsDetected() throws IOException {
    assertTrue(allocated(() -> DurationFormat.COMPACT.format(-1).length()) > CALLS * 16L);
  }

  @Test
  void parsing() throws IOException {
    String[] texts = {
      "1y2w3d4h5m6s7ms8us9ns",
      "1.5 hours 30 minutes",
      "PT5124095H34M33.709551615S",
      "P1DT2H",
      "18446744073709551615ns"
    };
    for (String text : texts) {
      assertAllocatesNothing(text, () -> DurationParser.STRICT.parseNanos(text));
    }
    DurationParser rounding = DurationParser.STRICT.rounding(RoundingMode.UP);
    assertAllocatesNothing("rounded", () -> rounding.parseNanos("0.33333333333333 s"));
  }

  @Test
  void printing() throws IOException {
    byte[] buffer = new byte[DurationFormat.MAX_LENGTH];
    Counter counter = new Counter();
    DurationFormat[] formats = {
      DurationFormat.COMPACT,
      DurationFormat.ISO,
      DurationFormat.CONCISE,
      DurationFormat.CONCISE_CEILING,
      DurationFormat.GO,
      DurationFormat.SQL,
      DurationFormat.humanReadable(3, RoundingMode.HALF_EVEN)
    };
    long[] values = {0, 1, 1_500_000, 4_005_006_007L, 93_784_500_000_000L, -1};
    for (DurationFormat format : formats) {
      for (long value : values) {
        assertAllocatesNothing("bytes", () -> format.print(value, buffer, 0));
        assertAllocatesNothing("length", () -> format.length(value));
        assertAllocatesNothing(
            "characters",
            () -> {
              format.print(value, counter);
              return 0;
            });
      }
    }
    assertTrue(counter.count > 0);
  }

  @Test
  void arithmetic() throws IOException {
    TickRate rate = TickRate.ofHertz(2_445_429_000L);
    TickScale scale = TickScale.of(rate);
    assertAllocatesNothing("times", () -> Nanos.times(Nanos.plus(3, 4), 5));
    assertAllocatesNothing("divided", () -> Nanos.quotient(-1, 3, RoundingMode.HALF_EVEN));
    assertAllocatesNothing("ticks", () -> rate.ceilingToNanos(-1) + scale.toNanos(-1));
  }

  private static void assertAllocatesNothing(String what, Call call) throws IOException {
    long bytes = allocated(call);
    assertTrue(bytes < ALLOWED, () -> what + ": " + bytes + " bytes in " + CALLS + " calls");
  }

  private static long allocated(Call call) throws IOException {
    long thread = Thread.currentThread().getId();
    long result = call.run();
    long before = THREADS.getThreadAllocatedBytes(thread);
    for (int i = 0; i < CALLS; i++) {
      result ^= call.run();
    }
    long bytes = THREADS.getThreadAllocatedBytes(thread) - before;
    // An even number of equal results cancel out, so that no call can be left out.
    assertEquals(call.run(), result);
    return bytes;
  }
}
