package io.foliot.clock.xen.stress;

import io.foliot.clock.xen.SharedPage;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A page with no more ordering than the ABI requires: loads acquire, stores release, and 64-bit
 * accesses are two 32-bit accesses.
 */
final class SharedWords implements SharedPage {
  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(int[].class);

  private final int[] words = new int[16];

  @Override
  public int loadInt(int offset) {
    return (int) WORD.getAcquire(words, offset / 4);
  }

  @Override
  public long loadLong(int offset) {
    return (loadInt(offset) & 0xFFFF_FFFFL) | ((long) loadInt(offset + 4) << 32);
  }

  void store(int offset, int value) {
    WORD.setRelease(words, offset / 4, value);
  }

  void store(int offset, long value) {
    store(offset, (int) value);
    store(offset + 4, (int) (value >>> 32));
  }

  /** Updates a {@code vcpu_time_info} whose reading at counter 2^40 is 1000·(2^32 + 1)·n + 2^40 − n. */
  void time(int version, int n) {
    store(0, version - 1);
    store(8, (long) n);
    store(16, n * 1000L * ((1L << 32) + 1));
    store(24, 0x8000_0000);
    store(28, 1 | (1 << 8));
    store(0, version);
  }
}
