package io.foliot.wire;

import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import java.math.BigInteger;

/** A type of values, as a count of its smallest steps. */
abstract class WireType<T> {
  static final WireType<Duration> DURATION = new OfDuration();
  static final WireType<PosixTime> POSIX_TIME = new OfPosixTime();

  private WireType() {}

  abstract Class<T> type();

  abstract String example();

  abstract T parse(String text);

  abstract long stepsPerNano();

  abstract String stepName();

  abstract BigInteger toSteps(T value);

  /**
   * {@return the value of a number of steps}
   *
   * @param given the input, for an error message
   */
  abstract T ofSteps(BigInteger steps, String given);

  private static final class OfDuration extends WireType<Duration> {
    private static final BigInteger END = BigInteger.ONE.shiftLeft(Long.SIZE);

    @Override
    Class<Duration> type() {
      return Duration.class;
    }

    @Override
    String example() {
      return "1m30s";
    }

    @Override
    Duration parse(String text) {
      return Duration.parse(text);
    }

    @Override
    long stepsPerNano() {
      return 1;
    }

    @Override
    String stepName() {
      return "a nanosecond";
    }

    @Override
    BigInteger toSteps(Duration duration) {
      BigInteger signed = BigInteger.valueOf(duration.toUnsignedNanos());
      return signed.signum() < 0 ? signed.add(END) : signed;
    }

    @Override
    Duration ofSteps(BigInteger steps, String given) {
      if (steps.signum() < 0) {
        throw new IllegalArgumentException("a duration must not be negative, got " + given);
      }
      if (steps.bitLength() > Long.SIZE) {
        throw new ArithmeticException(
            given + " exceeds the maximum duration, " + Duration.MAX.toString());
      }
      return Duration.ofUnsignedNanos(steps.longValue());
    }
  }

  private static final class OfPosixTime extends WireType<PosixTime> {
    private static final BigInteger PICOS_PER_DAY =
        BigInteger.valueOf(86_400L * 1_000_000_000_000L);

    @Override
    Class<PosixTime> type() {
      return PosixTime.class;
    }

    @Override
    String example() {
      return "2026-11-22T08:57:00Z";
    }

    @Override
    PosixTime parse(String text) {
      return PosixTime.parse(text);
    }

    @Override
    long stepsPerNano() {
      return 1_000;
    }

    @Override
    String stepName() {
      return "a picosecond";
    }

    @Override
    BigInteger toSteps(PosixTime time) {
      return BigInteger.valueOf(time.days())
          .multiply(PICOS_PER_DAY)
          .add(BigInteger.valueOf(time.picosOfDay()));
    }

    @Override
    PosixTime ofSteps(BigInteger steps, String given) {
      BigInteger ofDay = steps.mod(PICOS_PER_DAY);
      BigInteger days = steps.subtract(ofDay).divide(PICOS_PER_DAY);
      if (days.compareTo(BigInteger.valueOf(PosixTime.MIN.days())) < 0
          || days.compareTo(BigInteger.valueOf(PosixTime.MAX.days())) > 0) {
        throw new ArithmeticException(given + " since 1970 is outside the years 0000 to 9999");
      }
      return PosixTime.of(days.intValue(), ofDay.longValue());
    }
  }
}
