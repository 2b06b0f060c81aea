package io.foliot.protobuf;

import com.google.protobuf.Timestamp;
import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;

/**
 * Bridges to {@code google.protobuf.Duration} and {@code google.protobuf.Timestamp}, as
 * duration.proto and timestamp.proto define them. What one side cannot hold is refused, never
 * clipped; and so is a message that the definition does not allow, whatever built it.
 *
 * <p>Thread safety: there is no state.
 */
public final class ProtobufTime {
  private static final int NANOS_PER_SECOND = 1_000_000_000;
  private static final long PICOS_PER_NANO = 1_000;

  /** 0001-01-01T00:00:00Z, the first second that timestamp.proto allows. */
  private static final long FIRST_SECOND = -62_135_596_800L;

  private ProtobufTime() {}

  /**
   * To a message, which holds every duration.
   *
   * @param duration any duration
   * @return the same duration
   */
  public static com.google.protobuf.Duration toMessage(Duration duration) {
    return com.google.protobuf.Duration.newBuilder()
        .setSeconds(duration.toSeconds())
        .setNanos(duration.subsecondPart())
        .build();
  }

  /**
   * From a message.
   *
   * @param message 0 s to 18446744073.709551615 s
   * @return the same duration
   * @throws IllegalArgumentException if {@code message} is negative, or its nanoseconds are not
   *     those of a duration
   * @throws ArithmeticException if it is longer
   */
  public static Duration toDuration(com.google.protobuf.Duration message) {
    long seconds = message.getSeconds();
    int nanos = message.getNanos();
    if (nanos <= -NANOS_PER_SECOND
        || nanos >= NANOS_PER_SECOND
        || (nanos < 0 && seconds > 0)
        || (nanos > 0 && seconds < 0)) {
      throw new IllegalArgumentException(
          given(seconds, nanos)
              + " is no duration: nanos is -999999999 to 999999999, signed as"
              + " seconds is");
    }
    if (seconds < 0 || nanos < 0) {
      throw new IllegalArgumentException(
          "a duration is never negative: got " + given(seconds, nanos));
    }
    return Duration.ofUnsignedNanos(Nanos.plus(Nanos.ofSeconds(seconds), nanos));
  }

  /**
   * To a message.
   *
   * @param time a time within the years 0001 to 9999
   * @return that time, digits below a nanosecond dropped towards the past
   * @throws ArithmeticException if it is in the year 0000
   */
  public static Timestamp toMessage(PosixTime time) {
    long seconds = time.toEpochSecond();
    if (seconds < FIRST_SECOND) {
      throw new ArithmeticException(
          time + " is outside the years 0001 to 9999 of google.protobuf.Timestamp");
    }
    return Timestamp.newBuilder()
        .setSeconds(seconds)
        .setNanos((int) (time.picosOfSecond() / PICOS_PER_NANO))
        .build();
  }

  /**
   * From a message.
   *
   * @param message a time within the years 0001 to 9999
   * @return that time, exactly
   * @throws IllegalArgumentException if its nanoseconds are not 0 to 999999999
   * @throws ArithmeticException if it is outside those years
   */
  public static PosixTime toPosixTime(Timestamp message) {
    long seconds = message.getSeconds();
    int nanos = message.getNanos();
    if (nanos < 0 || nanos >= NANOS_PER_SECOND) {
      throw new IllegalArgumentException(
          given(seconds, nanos) + " is no timestamp: nanos is 0 to 999999999");
    }
    if (seconds < FIRST_SECOND) {
      throw new ArithmeticException(
          given(seconds, nanos)
              + " is outside the years 0001 to 9999 of google.protobuf.Timestamp");
    }
    PosixTime second = PosixTime.ofEpochSecond(seconds);
    return PosixTime.of(second.days(), second.picosOfDay() + nanos * PICOS_PER_NANO);
  }

  private static String given(long seconds, int nanos) {
    return "{seconds: " + seconds + ", nanos: " + nanos + "}";
  }
}
