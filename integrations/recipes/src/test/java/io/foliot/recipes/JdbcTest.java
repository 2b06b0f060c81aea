package io.foliot.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.JavaClocks;
import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcTest {
  private static final String H2 = "jdbc:h2:mem:";
  private static final String HSQLDB = "jdbc:hsqldb:mem:recipes";

  private static final Duration HALF = Duration.ofUnsignedNanos(Long.MIN_VALUE);
  private static final PosixTime LAST_NANO = PosixTime.parse("9999-12-31T23:59:59.999999999Z");

  private static Connection open(String url) throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS job");
      statement.execute(
          "CREATE TABLE job (timeout BIGINT, longest VARCHAR(26), due TIMESTAMP(9) WITH TIME ZONE,"
              + " coarse TIMESTAMP(6) WITH TIME ZONE, exact DECIMAL(20), moment VARCHAR(33))");
    }
    return connection;
  }

  private static void write(
      Connection connection, Duration timeout, Duration longest, PosixTime time)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO job (timeout, longest, due) VALUES (?, ?, ?)")) {
      insert.setLong(1, timeout.toNanos());
      insert.setString(2, longest.toString());
      insert.setObject(3, JavaClocks.toInstant(time).atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  private record Job(Duration timeout, Duration longest, PosixTime time) {}

  private static Job read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM job")) {
      assertTrue(row.next());
      Duration timeout = Duration.ofNanos(row.getLong("timeout"));
      Duration longest = Duration.parse(row.getString("longest"));
      PosixTime time =
          JavaClocks.toPosixTime(row.getObject("due", OffsetDateTime.class).toInstant());
      return new Job(timeout, longest, time);
    }
  }

  /**
   * H2 has every year. HSQLDB has the days of the Julian calendar before 1582-10-15, and moves
   * ours.
   */
  @ParameterizedTest
  @CsvSource({H2 + ",0000-01-01T00:00:00Z", HSQLDB + ",1582-10-15T00:00:00Z"})
  void limits(String url, String earliest) throws SQLException {
    for (Job job :
        new Job[] {
          new Job(Duration.ZERO, Duration.ZERO, PosixTime.EPOCH),
          new Job(Duration.ofNanos(1), HALF, PosixTime.parse("1969-12-31T23:59:59.999999999Z")),
          new Job(Duration.ofNanos(Long.MAX_VALUE), Duration.MAX, LAST_NANO),
          new Job(Duration.ofSeconds(90), Duration.MAX, PosixTime.parse(earliest))
        }) {
      try (Connection connection = open(url)) {
        write(connection, job.timeout(), job.longest(), job.time());
        assertEquals(job, read(connection));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {H2, HSQLDB})
  void allTimesAsText(String url) throws SQLException {
    try (Connection connection = open(url)) {
      PosixTime[] times = {PosixTime.MIN, PosixTime.of(-1, 1), PosixTime.EPOCH, PosixTime.MAX};
      for (PosixTime time : times) {
        try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO job (moment) VALUES (?)")) {
          insert.setString(1, time.toString());
          insert.executeUpdate();
        }
      }
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT moment FROM job ORDER BY moment")) {
        for (PosixTime time : times) {
          assertTrue(row.next());
          assertEquals(time, PosixTime.parse(row.getString("moment")));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {H2, HSQLDB})
  void picosecondsGoTowardsThePast(String url) throws SQLException {
    try (Connection connection = open(url)) {
      write(connection, Duration.ZERO, Duration.ZERO, PosixTime.of(-1, 86_399_999_999_999_999L));
      assertEquals(PosixTime.parse("1969-12-31T23:59:59.999999999Z"), read(connection).time());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {H2, HSQLDB})
  void tooLongForBigint(String url) throws SQLException {
    try (Connection connection = open(url)) {
      String refusal =
          assertThrows(
                  ArithmeticException.class,
                  () -> write(connection, HALF, Duration.ZERO, PosixTime.EPOCH))
              .getMessage();
      assertTrue(refusal.startsWith("9223372036854775808 ns exceeds Long.MAX_VALUE"), refusal);
    }
  }

  /** A negative BIGINT is an error of whoever wrote it. */
  @ParameterizedTest
  @ValueSource(strings = {H2, HSQLDB})
  void negativeBigint(String url) throws SQLException {
    try (Connection connection = open(url);
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO job (timeout) VALUES (-1)");
      assertThrows(IllegalArgumentException.class, () -> read(connection));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {H2, HSQLDB})
  void nulls(String url) throws SQLException {
    try (Connection connection = open(url)) {
      Duration none = null;
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO job (timeout) VALUES (?)")) {
        insert.setObject(1, none == null ? null : none.toNanos(), Types.BIGINT);
        insert.executeUpdate();
      }
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT timeout FROM job")) {
        assertTrue(row.next());
        Long nanos = row.getObject("timeout", Long.class);
        Duration timeout = nanos == null ? null : Duration.ofNanos(nanos);
        assertNull(timeout);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {H2, HSQLDB})
  void allOfItAsDecimal(String url) throws SQLException {
    try (Connection connection = open(url)) {
      for (Duration exact : new Duration[] {Duration.ZERO, HALF, Duration.MAX}) {
        try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO job (exact) VALUES (?)")) {
          insert.setBigDecimal(1, new BigDecimal(Long.toUnsignedString(exact.toUnsignedNanos())));
          insert.executeUpdate();
        }
      }
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT exact FROM job ORDER BY exact")) {
        for (Duration exact : new Duration[] {Duration.ZERO, HALF, Duration.MAX}) {
          assertTrue(row.next());
          String digits = row.getBigDecimal("exact").toBigIntegerExact().toString();
          assertEquals(exact, Duration.ofUnsignedNanos(Long.parseUnsignedLong(digits)));
        }
      }
    }
  }

  /** Databases round to the digits of the column, some of them up: to a time that is to come. */
  @ParameterizedTest
  @ValueSource(strings = {H2, HSQLDB})
  void microsecondColumns(String url) throws SQLException {
    try (Connection connection = open(url)) {
      PosixTime time = LAST_NANO;
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO job (coarse) VALUES (?)")) {
        insert.setObject(
            1, JavaClocks.toInstant(time).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        insert.executeUpdate();
      }
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT coarse FROM job")) {
        assertTrue(row.next());
        assertEquals(
            PosixTime.parse("9999-12-31T23:59:59.999999Z"),
            JavaClocks.toPosixTime(row.getObject("coarse", OffsetDateTime.class).toInstant()));
      }
    }
  }
}
