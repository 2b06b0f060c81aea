package io.foliot.protobuf;

import com.google.protobuf.Timestamp;
import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;

/**
 * Converts to and from {@code google.protobuf.Duration} and {@code google.protobuf.Timestamp}, as
 * duration.proto and timestamp.proto define them. A value that the other side cannot hold, or a
 * message that the definition does not allow, is an exception; nothing is clipped.
 *
 * <p>Thread safety: stateless.
 */
public final class ProtobufTime {
  private static final int NANOS_PER_SECOND = 1_000_000_000;
  private static final long PICOS_PER_NANO = 1_000;

  /** 0001-01-01T00:00:00Z, the first second that timestamp.proto allows. */
  private static final long FIRST_SECOND = -62_135_596_800L;

  private ProtobufTime() {}

  /**
   * {@return the same duration}
   *
   * @param duration any duration
   */
  public static com.google.protobuf.Duration toMessage(Duration duration) {
    return com.google.protobuf.Duration.newBuilder()
        .setSeconds(duration.toSeconds())
        .setNanos(duration.subsecondPart())
        .build();
  }

  /**
   * {@return the same duration}
   *
   * @param message 0 s to 18446744073.709551615 s
   * @throws IllegalArgumentException if {@code message} is negative, or its nanoseconds are out of
   *     range or differ in sign from its seconds
   * @throws ArithmeticException if {@code message} exceeds {@link Duration#MAX}
   */
  public static Duration toDuration(com.google.protobuf.Duration message) {
    long seconds = message.getSeconds();
    int nanos = message.getNanos();
    if (nanos <= -NANOS_PER_SECOND
        || nanos >= NANOS_PER_SECOND
        || (nanos < 0 && seconds > 0)
        || (nanos > 0 && seconds < 0)) {
      throw new IllegalArgumentException(
          "the nanos of a duration must be -999999999 to 999999999 with the sign of seconds, got "
              + given(seconds, nanos));
    }
    if (seconds < 0 || nanos < 0) {
      throw new IllegalArgumentException(
          "a duration must not be negative, got " + given(seconds, nanos));
    }
    return Duration.ofUnsignedNanos(Nanos.plus(Nanos.ofSeconds(seconds), nanos));
  }

  /**
   * {@return the same time, rounded down to a nanosecond, towards the past}
   *
   * @param time a time in the years 0001 to 9999
   * @throws ArithmeticException if {@code time} is in the year 0000
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
   * {@return the same time}
   *
   * @param message a time in the years 0001 to 9999
   * @throws IllegalArgumentException if its nanoseconds are not 0 to 999999999
   * @throws ArithmeticException if it is outside those years
   */
  public static PosixTime toPosixTime(Timestamp message) {
    long seconds = message.getSeconds();
    int nanos = message.getNanos();
    if (nanos < 0 || nanos >= NANOS_PER_SECOND) {
      throw new IllegalArgumentException(
          "the nanos of a timestamp must be 0 to 999999999, got " + given(seconds, nanos));
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
