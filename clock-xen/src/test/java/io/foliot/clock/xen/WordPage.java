package io.foliot.clock.xen;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * A page of 32-bit words that can be written while it is read. A 64-bit load is two loads, so it
 * can tear as on a 32-bit machine.
 */
public final class WordPage implements SharedPage {
  private final AtomicIntegerArray words = new AtomicIntegerArray(1024);

  /** Creates a page of zeros. */
  public WordPage() {}

  /** {@return a page with bytes at an offset, little-endian} */
  public static WordPage of(int offset, byte[] bytes) {
    WordPage page = new WordPage();
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < bytes.length; at += 4) {
      page.set(offset + at, buffer.getInt(at));
    }
    return page;
  }

  @Override
  public int loadInt(int offset) {
    return words.get(offset / 4);
  }

  @Override
  public long loadLong(int offset) {
    return (words.get(offset / 4) & 0xFFFF_FFFFL) | ((long) words.get(offset / 4 + 1) << 32);
  }

  public void set(int offset, int value) {
    words.set(offset / 4, value);
  }

  public void set(int offset, long value) {
    set(offset, (int) value);
    set(offset + 4, (int) (value >>> 32));
  }

  /** Updates a {@code vcpu_time_info}: odd version, fields, version. */
  public void time(
      int offset, int version, long stamp, long systemTime, int multiplier, int shift, int flags) {
    set(offset, version - 1);
    set(offset + 8, stamp);
    set(offset + 16, systemTime);
    set(offset + 24, multiplier);
    set(offset + 28, (shift & 0xFF) | (flags << 8));
    set(offset, version);
  }

  /** Updates the wall clock of a 64-bit x86 guest: odd version, fields, version. */
  public void wall(int version, long seconds, int nanos) {
    set(0xc00, version - 1);
    set(0xc04, (int) seconds);
    set(0xc08, nanos);
    set(0xc0c, (int) (seconds >>> 32));
    set(0xc00, version);
  }
}
