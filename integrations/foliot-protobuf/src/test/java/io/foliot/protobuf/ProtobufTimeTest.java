package io.foliot.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import org.junit.jupiter.api.Test;

class ProtobufTimeTest {
  private static final Duration HALF = Duration.ofUnsignedNanos(Long.MIN_VALUE);

  @Test
  void documented() {
    com.google.protobuf.Duration message = ProtobufTime.toMessage(Duration.ofSeconds(90));
    Duration timeout = ProtobufTime.toDuration(message);
    Timestamp timestamp = ProtobufTime.toMessage(PosixTime.EPOCH);
    PosixTime time = ProtobufTime.toPosixTime(timestamp);
    assertEquals(Duration.ofSeconds(90), timeout);
    assertEquals(PosixTime.EPOCH, time);
  }

  @Test
  void durations() throws InvalidProtocolBufferException {
    for (Duration duration :
        new Duration[] {
          Duration.ZERO,
          Duration.ofNanos(1),
          Duration.ofNanos(999_999_999),
          Duration.ofNanos(Long.MAX_VALUE),
          HALF,
          Duration.MAX
        }) {
      byte[] wire = ProtobufTime.toMessage(duration).toByteArray();
      assertEquals(duration, ProtobufTime.toDuration(com.google.protobuf.Duration.parseFrom(wire)));
    }
    com.google.protobuf.Duration max = ProtobufTime.toMessage(Duration.MAX);
    assertEquals(18_446_744_073L, max.getSeconds());
    assertEquals(709_551_615, max.getNanos());
    assertEquals(
        Duration.ZERO, ProtobufTime.toDuration(com.google.protobuf.Duration.getDefaultInstance()));
  }

  @Test
  void rejectedDurations() {
    assertRejected(IllegalArgumentException.class, "a duration must not be negative", -1, 0);
    assertRejected(IllegalArgumentException.class, "a duration must not be negative", 0, -1);
    assertRejected(
        IllegalArgumentException.class, "a duration must not be negative", -1, -999_999_999);
    assertRejected(IllegalArgumentException.class, "the nanos of a duration must be", 1, -1);
    assertRejected(IllegalArgumentException.class, "the nanos of a duration must be", -1, 1);
    assertRejected(
        IllegalArgumentException.class, "the nanos of a duration must be", 0, 1_000_000_000);
    assertRejected(
        IllegalArgumentException.class, "the nanos of a duration must be", 0, Integer.MIN_VALUE);
    assertRejected(
        ArithmeticException.class, "exceeds the maximum duration", 18_446_744_073L, 709_551_616);
    assertRejected(ArithmeticException.class, "exceeds the maximum duration", 18_446_744_074L, 0);
    assertRejected(ArithmeticException.class, "exceeds the maximum duration", 315_576_000_000L, 0);
    assertRejected(ArithmeticException.class, "exceeds the maximum duration", Long.MAX_VALUE, 0);
    assertRejected(
        IllegalArgumentException.class, "a duration must not be negative", Long.MIN_VALUE, 0);
  }

  private static void assertRejected(
      Class<? extends RuntimeException> type, String reason, long seconds, int nanos) {
    com.google.protobuf.Duration message =
        com.google.protobuf.Duration.newBuilder().setSeconds(seconds).setNanos(nanos).build();
    String text = assertThrows(type, () -> ProtobufTime.toDuration(message)).getMessage();
    assertEquals(text, text.contains(reason) ? text : reason);
  }

  @Test
  void times() throws InvalidProtocolBufferException {
    for (PosixTime time :
        new PosixTime[] {
          PosixTime.ofDate(1, 1, 1),
          PosixTime.EPOCH,
          PosixTime.parse("1969-12-31T23:59:59.999999999Z"),
          PosixTime.parse("9999-12-31T23:59:59.999999999Z")
        }) {
      byte[] wire = ProtobufTime.toMessage(time).toByteArray();
      assertEquals(time, ProtobufTime.toPosixTime(Timestamp.parseFrom(wire)));
    }
    assertEquals(
        Timestamp.newBuilder().setSeconds(-1).setNanos(999_999_999).build(),
        ProtobufTime.toMessage(PosixTime.parse("1969-12-31T23:59:59.999999999999Z")));
    assertEquals(
        Timestamp.newBuilder().setSeconds(253_402_300_799L).setNanos(999_999_999).build(),
        ProtobufTime.toMessage(PosixTime.MAX));
  }

  @Test
  void rejectedTimes() {
    assertEquals(
        "0000-12-31T23:59:59.999999999999Z is outside the years 0001 to 9999 of"
            + " google.protobuf.Timestamp",
        assertThrows(
                ArithmeticException.class,
                () -> ProtobufTime.toMessage(PosixTime.parse("0000-12-31T23:59:59.999999999999Z")))
            .getMessage());
    assertRejectedTime(ArithmeticException.class, -62_135_596_801L, 0);
    assertRejectedTime(ArithmeticException.class, 253_402_300_800L, 0);
    assertRejectedTime(ArithmeticException.class, Long.MIN_VALUE, 0);
    assertRejectedTime(ArithmeticException.class, Long.MAX_VALUE, 0);
    assertRejectedTime(IllegalArgumentException.class, 0, -1);
    assertRejectedTime(IllegalArgumentException.class, 0, 1_000_000_000);
  }

  private static void assertRejectedTime(
      Class<? extends RuntimeException> type, long seconds, int nanos) {
    Timestamp message = Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos).build();
    assertThrows(type, () -> ProtobufTime.toPosixTime(message));
  }

  @Test
  void nullIsRefused() {
    assertThrows(NullPointerException.class, () -> ProtobufTime.toMessage((Duration) null));
    assertThrows(NullPointerException.class, () -> ProtobufTime.toMessage((PosixTime) null));
    assertThrows(NullPointerException.class, () -> ProtobufTime.toDuration(null));
    assertThrows(NullPointerException.class, () -> ProtobufTime.toPosixTime(null));
  }
}
