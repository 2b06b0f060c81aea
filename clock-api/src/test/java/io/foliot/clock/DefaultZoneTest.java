package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.OptionalInt;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** The portable wall clock in any default time zone. */
class DefaultZoneTest {
  /** Reads the clock in a separate JVM. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) {
      PosixClock clock = new PortableClockProvider().posix();
      System.out.println(clock.now().days() + " " + clock.utcOffsetSeconds());
    }
  }

  private static String offsetIn(String userTimezone, String tz)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            userTimezone == null ? "-Dnone" : "-Duser.timezone=" + userTimezone,
            Child.class.getName());
    // Without -Duser.timezone, and where that names no zone, the JVM takes TZ.
    builder.environment().put("TZ", tz);
    long before = PosixTime.ofEpochMillis(System.currentTimeMillis()).days();
    Process process = startOrSkip(builder.redirectErrorStream(true));
    StringBuilder output = new StringBuilder();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.append(line);
      }
    }
    assertEquals(0, process.waitFor(), output::toString);
    long after = PosixTime.ofEpochMillis(System.currentTimeMillis()).days();
    long day = Long.parseLong(output.substring(0, output.indexOf(" ")));
    assertTrue(before <= day && day <= after, output::toString);
    return output.substring(output.indexOf(" ") + 1);
  }

  /** An emulated JVM may be unable to start a program. */
  private static Process startOrSkip(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException unable) {
      return abort("no JVM can be started from this one: " + unable);
    }
  }

  @Test
  void aZoneBeyond18HoursHasNoOffset() throws Exception {
    assertEquals(OptionalInt.empty().toString(), offsetIn("GMT+20:00", "UTC"));
    assertEquals(OptionalInt.of(64_800).toString(), offsetIn("GMT+18:00", "UTC"));
    assertEquals(OptionalInt.of(-20_700).toString(), offsetIn("GMT-05:45", "UTC"));
    assertEquals(OptionalInt.of(0).toString(), offsetIn("no/such zone", "UTC"));
  }

  /** Also texts that the JVM does not understand. */
  @Test
  void anyTzTextYieldsATime() throws Exception {
    for (String tz : new String[] {"XXX20", "<-0044>0:44:30", "%$&/", ""}) {
      assertTrue(offsetIn(null, tz).startsWith("OptionalInt"), tz);
    }
  }

  @Test
  void offsetIsCurrent() {
    TimeZone before = TimeZone.getDefault();
    PosixClock clock = new PortableClockProvider().posix();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("GMT+03:00"));
      assertEquals(OptionalInt.of(10_800), clock.utcOffsetSeconds());
      TimeZone.setDefault(TimeZone.getTimeZone("GMT-03:00"));
      assertEquals(OptionalInt.of(-10_800), clock.utcOffsetSeconds());
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
