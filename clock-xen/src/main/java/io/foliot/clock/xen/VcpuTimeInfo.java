package io.foliot.clock.xen;

/**
 * A consistent copy of a {@code vcpu_time_info}, by which a hypervisor tells how to convert the
 * cycle counter to nanoseconds. Immutable.
 *
 * <p>The structure has 32 bytes, in the byte order of the machine. Source: {@code struct
 * vcpu_time_info} in Xen's {@code xen/include/public/xen.h}; KVM's {@code pvclock_vcpu_time_info}
 * is the same ({@code arch/x86/include/asm/pvclock-abi.h} in Linux).
 *
 * <table>
 *   <caption>Fields</caption>
 *   <tr><th>offset</th><th>field</th></tr>
 *   <tr><td>0</td><td>{@code u32 version}, odd during an update</td></tr>
 *   <tr><td>8</td><td>{@code u64 tsc_timestamp}</td></tr>
 *   <tr><td>16</td><td>{@code u64 system_time}, nanoseconds</td></tr>
 *   <tr><td>24</td><td>{@code u32 tsc_to_system_mul}, in units of 2^−32</td></tr>
 *   <tr><td>28</td><td>{@code s8 tsc_shift}</td></tr>
 *   <tr><td>29</td><td>{@code u8 flags}</td></tr>
 * </table>
 */
public final class VcpuTimeInfo {
  static final int VERSION = 0;
  static final int COUNTER_STAMP = 8;
  static final int SYSTEM_TIME = 16;
  static final int MULTIPLIER = 24;

  /** One word: {@code tsc_shift} in its low byte, {@code flags} in the next. */
  static final int SHIFT_AND_FLAGS = 28;

  /** XEN_PVCLOCK_TSC_STABLE_BIT, PVCLOCK_TSC_STABLE_BIT in the word at SHIFT_AND_FLAGS. */
  static final int TSC_STABLE = 1 << 8;

  /** PVCLOCK_GUEST_STOPPED in the word at SHIFT_AND_FLAGS; KVM only. */
  static final int GUEST_STOPPED = 1 << 9;

  private static final long LOW_WORD = 0xFFFF_FFFFL;

  private final int version;
  private final long counterStamp;
  private final long systemTime;
  private final int multiplier;
  private final int shiftAndFlags;

  private VcpuTimeInfo(
      int version, long counterStamp, long systemTime, int multiplier, int shiftAndFlags) {
    this.version = version;
    this.counterStamp = counterStamp;
    this.systemTime = systemTime;
    this.multiplier = multiplier;
    this.shiftAndFlags = shiftAndFlags;
  }

  /**
   * Reads a consistent copy.
   *
   * @param page the memory that contains the structure
   * @param offset of the structure in the page, a multiple of 8
   * @return the values of one version
   * @throws IllegalStateException if the structure stays inconsistent for about half a second
   */
  public static VcpuTimeInfo read(SharedPage page, int offset) {
    for (int tries = 0; ; tries++) {
      int version = page.loadInt(offset + VERSION);
      long counterStamp = page.loadLong(offset + COUNTER_STAMP);
      long systemTime = page.loadLong(offset + SYSTEM_TIME);
      int multiplier = page.loadInt(offset + MULTIPLIER);
      int shiftAndFlags = page.loadInt(offset + SHIFT_AND_FLAGS);
      if (!Seqlock.mustRetry(page, offset + VERSION, version)) {
        return new VcpuTimeInfo(version, counterStamp, systemTime, multiplier, shiftAndFlags);
      }
      Seqlock.checkTries(tries, "vcpu_time_info");
    }
  }

  /**
   * {@return system time at a value of the counter: {@code system_time + ((((counter −
   * tsc_timestamp) << tsc_shift) × tsc_to_system_mul) >> 32)} in nanoseconds, unsigned, modulo
   * 2^64} A negative shift is a shift to the right. A counter behind the timestamp, by up to 2^63
   * ticks, counts as equal to it.
   *
   * <p>Exact for a {@link #shift()} of −31 to 31 and any multiplier: no bit of the product is lost.
   * For any other shift the result is unspecified; no hypervisor writes one, and {@link XenClocks}
   * refuses it.
   *
   * @param counter ticks, unsigned
   */
  public long nanosAt(long counter) {
    return nanos(counter, counterStamp, systemTime, multiplier, shiftAndFlags);
  }

  /**
   * Computes system time without an object. The counter of another virtual CPU may lag behind the
   * timestamp; the difference then counts as 0, not as centuries.
   */
  static long nanos(
      long counter, long counterStamp, long systemTime, int multiplier, int shiftAndFlags) {
    long ticks = counter - counterStamp;
    return systemTime + scale(ticks < 0 ? 0 : ticks, multiplier, (byte) shiftAndFlags);
  }

  /**
   * {@return bits 32 to 95 of the product of the shifted ticks and the multiplier} The partial
   * products fit into 64 bits. Bits that a left shift moves out of the ticks count too; they are
   * set only after centuries.
   */
  static long scale(long ticks, int multiplier, int shift) {
    long factor = multiplier & LOW_WORD;
    long shifted = ticks >>> -shift;
    long over = 0;
    if (shift > 0) {
      shifted = ticks << shift;
      over = ((ticks >>> -shift) * factor) << 32;
    }
    return over + (shifted >>> 32) * factor + (((shifted & LOW_WORD) * factor) >>> 32);
  }

  /** {@return the version, an even number that grows by 2 with each update and wraps around} */
  public int version() {
    return version;
  }

  /** {@return {@code tsc_timestamp}, the counter at the last update: ticks, unsigned} */
  public long counterStamp() {
    return counterStamp;
  }

  /**
   * {@return {@code system_time}, system time at the last update: nanoseconds, unsigned} It counts
   * from the start of the host on Xen, and from the start of the guest on KVM.
   */
  public long systemTime() {
    return systemTime;
  }

  /**
   * {@return {@code tsc_to_system_mul}, nanoseconds per shifted tick in units of 2^−32: 0 (not
   * written yet) to 4294967295}
   */
  public long multiplier() {
    return multiplier & LOW_WORD;
  }

  /**
   * {@return {@code tsc_shift}, by how many bits ticks are shifted to the left, or to the right if
   * negative, before they are multiplied: −128 to 127}
   */
  public int shift() {
    return (byte) shiftAndFlags;
  }

  /**
   * {@return the flag TSC_STABLE: whether the counters of all virtual CPUs are synchronized, so
   * that one structure serves them all and time does not go back between them}
   */
  public boolean tscStable() {
    return (shiftAndFlags & TSC_STABLE) != 0;
  }

  /**
   * {@return the flag GUEST_STOPPED: whether a KVM host has paused the guest since the guest last
   * cleared the flag; always false on Xen}
   */
  public boolean guestStopped() {
    return (shiftAndFlags & GUEST_STOPPED) != 0;
  }

  /** {@return why no clock can use these values, or null if one can} */
  String unusable() {
    if (multiplier == 0) {
      return "tsc_to_system_mul is 0: the hypervisor has not written the structure yet; check page"
          + " and offset";
    }
    if (shift() < -31 || shift() > 31) {
      return "tsc_shift is "
          + shift()
          + ", expected -31 to 31: this is not a vcpu_time_info; check page and offset";
    }
    return null;
  }

  /** {@return the period of the counter in picoseconds, at least 1000, the unit of readings} */
  long periodPicos() {
    long picos = (multiplier() * 1000) >>> (32 - shift());
    return picos < 1000 ? 1000 : picos;
  }

  /** {@return all fields and their values in one line, for logs and bug reports} */
  @Override
  public String toString() {
    return "vcpu_time_info version "
        + Integer.toUnsignedString(version)
        + ", tsc_timestamp "
        + Long.toUnsignedString(counterStamp)
        + ", system_time "
        + Long.toUnsignedString(systemTime)
        + ", tsc_to_system_mul "
        + multiplier()
        + ", tsc_shift "
        + shift()
        + (tscStable() ? ", TSC_STABLE" : "")
        + (guestStopped() ? ", GUEST_STOPPED" : "");
  }
}
