package io.foliot.clock.xen;

/**
 * One consistent copy of a {@code vcpu_time_info}: what a hypervisor says about how to turn the
 * cycle counter into nanoseconds. Immutable.
 *
 * <p>The structure is 32 bytes, in the byte order of the machine. Source: {@code struct
 * vcpu_time_info} in Xen's {@code xen/include/public/xen.h}; KVM uses the same one under the name
 * {@code pvclock_vcpu_time_info} ({@code arch/x86/include/asm/pvclock-abi.h} in Linux).
 *
 * <table>
 *   <caption>Fields</caption>
 *   <tr><th>offset</th><th>field</th></tr>
 *   <tr><td>0</td><td>{@code u32 version}, odd while being written</td></tr>
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

  /** One word: the shift in its low byte, the flags in the next one. */
  static final int SHIFT_AND_FLAGS = 28;

  /** XEN_PVCLOCK_TSC_STABLE_BIT, PVCLOCK_TSC_STABLE_BIT; here in the word at SHIFT_AND_FLAGS. */
  static final int TSC_STABLE = 1 << 8;

  /** PVCLOCK_GUEST_STOPPED, KVM only; here in the word at SHIFT_AND_FLAGS. */
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
   * @param page the memory that holds the structure
   * @param offset where in the page it starts, a multiple of 8
   * @return the values of one version
   * @throws IllegalStateException if the structure stayed half-written for about half a second
   */
  public static VcpuTimeInfo read(SharedPage page, int offset) {
    for (int starts = 0; ; starts++) {
      int version = page.loadInt(offset + VERSION);
      long counterStamp = page.loadLong(offset + COUNTER_STAMP);
      long systemTime = page.loadLong(offset + SYSTEM_TIME);
      int multiplier = page.loadInt(offset + MULTIPLIER);
      int shiftAndFlags = page.loadInt(offset + SHIFT_AND_FLAGS);
      if (!VersionLock.beingWritten(version) && page.loadInt(offset + VERSION) == version) {
        return new VcpuTimeInfo(version, counterStamp, systemTime, multiplier, shiftAndFlags);
      }
      VersionLock.checkStarts(starts, "vcpu_time_info");
    }
  }

  /**
   * System time at a value of the counter: {@code system_time + (((counter − tsc_timestamp) <<
   * tsc_shift) × tsc_to_system_mul) >> 32}, where a negative shift is a shift to the right. A
   * counter behind the timestamp counts as equal to it.
   *
   * @param counter ticks, unsigned
   * @return nanoseconds, unsigned, modulo 2^64
   */
  public long nanosAt(long counter) {
    return nanos(counter, counterStamp, systemTime, multiplier, shiftAndFlags);
  }

  /**
   * The formula, without an object. A counter of another virtual CPU may lag a little behind the
   * stamp; the difference is then negative, and not a jump by centuries.
   */
  static long nanos(
      long counter, long counterStamp, long systemTime, int multiplier, int shiftAndFlags) {
    long ticks = counter - counterStamp;
    return systemTime + scale(ticks < 0 ? 0 : ticks, multiplier, (byte) shiftAndFlags);
  }

  /**
   * Bits 32 to 95 of the product, from products that fit 64 bits. Bits that a shift to the left
   * pushes out of the ticks count too; only a counter that has run for centuries has them.
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

  /**
   * Number of this version: grows by 2 with each update and wraps.
   *
   * @return an even number
   */
  public int version() {
    return version;
  }

  /**
   * Value of the counter at the last update.
   *
   * @return ticks, unsigned
   */
  public long counterStamp() {
    return counterStamp;
  }

  /**
   * System time at the last update. On Xen it is time since the host started, on KVM since the
   * guest did.
   *
   * @return nanoseconds, unsigned
   */
  public long systemTime() {
    return systemTime;
  }

  /**
   * Nanoseconds for each tick after the shift, in units of 2^−32.
   *
   * @return 0 (not written yet) to 4294967295
   */
  public long multiplier() {
    return multiplier & LOW_WORD;
  }

  /**
   * Shift of a tick count before it is multiplied: to the left, or to the right when negative.
   *
   * @return −128 to 127
   */
  public int shift() {
    return (byte) shiftAndFlags;
  }

  /**
   * Whether the hypervisor says that the counters of all virtual CPUs are in step, so that one
   * structure serves them all and time does not go backwards between them.
   *
   * @return the flag TSC_STABLE
   */
  public boolean stable() {
    return (shiftAndFlags & TSC_STABLE) != 0;
  }

  /**
   * Whether a KVM host says that it had paused the guest since the guest last cleared the flag.
   *
   * @return the flag GUEST_STOPPED; always false on Xen
   */
  public boolean guestStopped() {
    return (shiftAndFlags & GUEST_STOPPED) != 0;
  }

  /**
   * Why no clock can be made of these values.
   *
   * @return the reason, or null if they are usable
   */
  String unusable() {
    if (multiplier == 0) {
      return "tsc_to_system_mul is 0: the hypervisor has not written this structure yet";
    }
    if (shift() < -31 || shift() > 31) {
      return "tsc_shift is " + shift() + ", expected -31 to 31: this is no vcpu_time_info";
    }
    return null;
  }

  /**
   * Picoseconds from one tick to the next, at least the nanosecond that readings are counted in.
   */
  long periodPicos() {
    long picos = (multiplier() * 1000) >>> (32 - shift());
    return picos < 1000 ? 1000 : picos;
  }

  /**
   * All values, for logs and bug reports.
   *
   * @return one line of field names and decimal values
   */
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
        + (stable() ? ", TSC_STABLE" : "")
        + (guestStopped() ? ", GUEST_STOPPED" : "");
  }
}
