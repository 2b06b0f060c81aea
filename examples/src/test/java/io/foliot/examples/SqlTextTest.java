package io.foliot.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import io.foliot.duration.DurationFormat;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.xml.datatype.DatatypeFactory;
import org.junit.jupiter.api.Test;

/** A database parses the SQL text, and XML Schema the ISO 8601 text, exactly. */
class SqlTextTest {
  private static final Duration[] DURATIONS = {
    Duration.ZERO,
    Duration.ofNanos(1),
    Duration.parse("1d2h3m4.5s"),
    Duration.parse("59m59.999999999s"),
    Duration.ofNanos(Long.MAX_VALUE),
    Duration.MAX
  };

  @Test
  void aDatabaseReadsTheSqlText() throws SQLException {
    String query = "SELECT EXTRACT(EPOCH FROM CAST(? AS INTERVAL DAY(6) TO SECOND(9)))";
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (Duration duration : DURATIONS) {
        statement.setString(1, DurationFormat.SQL.format(duration));
        try (ResultSet result = statement.executeQuery()) {
          assertTrue(result.next());
          assertEquals(
              0, result.getBigDecimal(1).compareTo(seconds(duration)), duration.toString());
        }
      }
    }
  }

  @Test
  void xmlSchemaReadsTheIsoText() throws Exception {
    DatatypeFactory factory = DatatypeFactory.newInstance();
    for (Duration duration : DURATIONS) {
      javax.xml.datatype.Duration read = factory.newDuration(duration.toIsoString());
      BigDecimal seconds = BigDecimal.valueOf(read.getHours() * 3_600L + read.getMinutes() * 60L);
      Number fraction = read.getField(javax.xml.datatype.DatatypeConstants.SECONDS);
      seconds = fraction == null ? seconds : seconds.add(new BigDecimal(fraction.toString()));
      assertEquals(0, seconds.compareTo(seconds(duration)), duration.toString());
    }
  }

  private static BigDecimal seconds(Duration duration) {
    return new BigDecimal(Long.toUnsignedString(duration.toUnsignedNanos())).movePointLeft(9);
  }
}
