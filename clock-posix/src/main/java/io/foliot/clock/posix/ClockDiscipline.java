package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.PosixTime;
import io.foliot.clock.SyncState;
import io.foliot.clock.posix.kernel.NativeFunction;
import io.foliot.duration.Duration;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the kernel disciplines its wall clock, as set by an NTP or PTP daemon: a snapshot of {@code
 * adjtimex}, which changes nothing and needs no permission.
 *
 * <p>What the kernel does not know is empty: errors while the clock is not synchronized or while
 * they are 0, as left by a daemon that does not maintain them; TAI-UTC while it is 0, its value
 * until a daemon sets it. Impossible values count as unknown.
 *
 * <p>Linux on 64-bit processors; {@code struct timex} as in {@code include/uapi/linux/timex.h}. The
 * kernel counts errors in microseconds and adds 500 µs to the maximum error every second.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ClockDiscipline {
  /** A leap second at the end of the current UTC day. */
  public enum LeapSecond {
    /** None. */
    NONE,
    /** 23:59:60 follows 23:59:59. */
    INSERT,
    /** 00:00:00 follows 23:59:58. */
    DELETE
  }

  private static final String NAME = "posix clock discipline";
  private static final long TIMEX_BYTES = 208;
  private static final long FREQ = 16;
  private static final long MAX_ERROR = 24;
  private static final long EST_ERROR = 32;
  private static final long STATUS = 40;
  private static final long SECONDS = 72;
  private static final long FRACTION = 80;
  private static final long TAI = 160;

  private static final int STA_INS = 0x10;
  private static final int STA_DEL = 0x20;
  private static final int STA_UNSYNC = 0x40;
  private static final int STA_NANO = 0x2000;
  private static final int TIME_OOP = 3;
  private static final int TIME_ERROR = 5;

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** KTIME_SEC_MAX: the kernel keeps its clock in 63 bits of nanoseconds. */
  private static final long MAX_SECONDS = Long.MAX_VALUE / NANOS_PER_SECOND - 1;

  /** 500 ppm in the kernel's unit: MAXFREQ_SCALED. */
  private static final long MAX_FREQ = 500L << 16;

  private static final long MAX_MICROS = Long.MAX_VALUE / 1_000;

  private static final class Adjtimex {
    static final NativeFunction FUNCTION =
        NativeFunction.bind("adjtimex", FunctionDescriptor.of(JAVA_INT, ADDRESS), Libc.ERRNO);
  }

  private final PosixTime readAt;
  private final SyncState syncState;
  private final Optional<Duration> estimatedError;
  private final Optional<Duration> maximumError;
  private final OptionalInt taiOffsetSeconds;
  private final LeapSecond pendingLeapSecond;
  private final boolean inLeapSecond;
  private final long frequencyPicosPerSecond;

  ClockDiscipline(int state, MemorySegment timex) {
    int status = timex.get(JAVA_INT, STATUS);
    boolean isSynchronized = state != TIME_ERROR && (status & STA_UNSYNC) == 0;
    long seconds = within(timex.get(JAVA_LONG, SECONDS), -MAX_SECONDS, MAX_SECONDS);
    long unit = (status & STA_NANO) != 0 ? 1 : 1_000;
    long fraction = within(timex.get(JAVA_LONG, FRACTION), 0, NANOS_PER_SECOND / unit - 1);
    this.readAt = PosixTime.ofEpochNanos(seconds * NANOS_PER_SECOND + fraction * unit);
    this.syncState = isSynchronized ? SyncState.SYNCHRONIZED : SyncState.NOT_SYNCHRONIZED;
    this.estimatedError = micros(isSynchronized, timex.get(JAVA_LONG, EST_ERROR));
    this.maximumError = micros(isSynchronized, timex.get(JAVA_LONG, MAX_ERROR));
    int tai = timex.get(JAVA_INT, TAI);
    this.taiOffsetSeconds = tai == 0 ? OptionalInt.empty() : OptionalInt.of(tai);
    this.pendingLeapSecond =
        (status & STA_INS) != 0
            ? LeapSecond.INSERT
            : (status & STA_DEL) != 0 ? LeapSecond.DELETE : LeapSecond.NONE;
    this.inLeapSecond = state == TIME_OOP;
    // freq is in ppm times 2^16; 1 ppm is 10^6 ps/s, and 10^6 / 2^16 = 15625 / 1024.
    long frequency = within(timex.get(JAVA_LONG, FREQ), -MAX_FREQ, MAX_FREQ);
    this.frequencyPicosPerSecond = Math.floorDiv(frequency * 15_625 + 512, 1024L);
  }

  private static Optional<Duration> micros(boolean known, long micros) {
    return known && micros > 0 && micros <= MAX_MICROS
        ? Optional.of(Duration.ofMicros(micros))
        : Optional.empty();
  }

  private static long within(long value, long least, long most) {
    return Math.max(least, Math.min(most, value));
  }

  /**
   * {@return the kernel's state now}
   *
   * @throws ClockUnavailableException if the system is not Linux, native access is denied, or the
   *     call fails, with the errno name
   */
  public static ClockDiscipline read() {
    NativeFunction call = Adjtimex.FUNCTION.require(NAME);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment callState = Libc.callState(arena);
      MemorySegment timex = arena.allocate(TIMEX_BYTES, 8);
      int state = (int) call.handle().invokeExact(callState, timex);
      if (state < 0) {
        throw Libc.failed(NAME, "adjtimex", Libc.errno(callState));
      }
      return new ClockDiscipline(state, timex);
    } catch (Throwable thrown) {
      throw NativeFunction.rethrow(thrown);
    }
  }

  /**
   * {@return CLOCK_REALTIME at the moment of the snapshot, to the nanosecond or microsecond as the
   * kernel is configured}
   */
  public PosixTime readAt() {
    return readAt;
  }

  /**
   * {@return whether a daemon synchronizes the clock: {@link SyncState#SYNCHRONIZED} or {@link
   * SyncState#NOT_SYNCHRONIZED}}
   */
  public SyncState syncState() {
    return syncState;
  }

  /** {@return the daemon's estimate of the error; empty if unknown} */
  public Optional<Duration> estimatedError() {
    return estimatedError;
  }

  /**
   * {@return the maximum error by the daemon, plus what the kernel has added since; empty if
   * unknown} It grows by up to 500 µs until the next second.
   */
  public Optional<Duration> maximumError() {
    return maximumError;
  }

  /** {@return TAI minus UTC in seconds, such as 37; empty until a daemon has set it} */
  public OptionalInt taiOffsetSeconds() {
    return taiOffsetSeconds;
  }

  /** {@return the leap second announced for the end of the UTC day} */
  public LeapSecond pendingLeapSecond() {
    return pendingLeapSecond;
  }

  /**
   * {@return whether a leap second is in progress (TIME_OOP)} The wall clock then repeats a second,
   * and a reading is ambiguous.
   */
  public boolean isInLeapSecond() {
    return inLeapSecond;
  }

  /**
   * {@return the frequency correction in picoseconds per second (parts per 10<sup>12</sup>),
   * positive if it speeds the clock up; −500 000 000 to 500 000 000}
   */
  public long frequencyPicosPerSecond() {
    return frequencyPicosPerSecond;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClockDiscipline that
        && readAt.equals(that.readAt)
        && syncState == that.syncState
        && estimatedError.equals(that.estimatedError)
        && maximumError.equals(that.maximumError)
        && taiOffsetSeconds.equals(that.taiOffsetSeconds)
        && pendingLeapSecond == that.pendingLeapSecond
        && inLeapSecond == that.inLeapSecond
        && frequencyPicosPerSecond == that.frequencyPicosPerSecond;
  }

  @Override
  public int hashCode() {
    return Objects.hash(readAt, syncState, maximumError, taiOffsetSeconds, pendingLeapSecond);
  }

  @Override
  public String toString() {
    return syncState
        + " at "
        + readAt
        + ", estimated error "
        + text(estimatedError)
        + ", maximum error "
        + text(maximumError)
        + ", TAI-UTC "
        + (taiOffsetSeconds.isPresent() ? taiOffsetSeconds.getAsInt() + " s" : "unknown")
        + ", leap second "
        + (inLeapSecond ? "now" : pendingLeapSecond)
        + ", frequency "
        + frequencyPicosPerSecond
        + " ps/s";
  }

  private static String text(Optional<Duration> error) {
    return error.map(Duration::toString).orElse("unknown");
  }
}
