package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Texts of other systems. With the options for its system, each parses to the value that it has
 * there, is rejected with a message that says what to write, or differs as docs/duration.md states.
 */
class DurationNotationsTest {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x(..)|u(....)|(.))");

  /** A year of 365 days and one of 365.25. */
  private static final long THEIR_YEAR = 31_536_000_000_000_000L;

  private static final long OUR_YEAR = 31_557_600_000_000_000L;

  private static DurationParser parserOf(String system) {
    switch (system) {
      case "spring":
        return DurationParser.STRICT.acceptBareNumbers(TimeUnit.MILLISECONDS).acceptUpperCase();
      case "quarkus":
        return DurationParser.STRICT.acceptBareNumbers(TimeUnit.SECONDS).acceptUpperCase();
      case "elasticsearch":
        return DurationParser.STRICT.acceptUpperCase().acceptForever("-1");
      case "systemd":
        return DurationParser.STRICT
            .acceptBareNumbers(TimeUnit.SECONDS)
            .acceptSurroundingBlanks()
            .acceptForever("infinity", "off");
      case "hocon":
        return DurationParser.STRICT
            .acceptBareNumbers(TimeUnit.MILLISECONDS)
            .acceptSurroundingBlanks()
            .acceptForever("infinite", "off");
      case "nginx":
        return DurationParser.STRICT.acceptBareNumbers(TimeUnit.SECONDS);
      case "kotlin":
        return DurationParser.STRICT.acceptForever("Infinity");
      case "scala":
        return DurationParser.STRICT.acceptForever("Inf", "PlusInf");
      default:
        return DurationParser.STRICT;
    }
  }

  @Test
  void configurations() throws IOException {
    List<Executable> checks = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    for (String[] row : rows("configuration-texts.tsv")) {
      String system = row[0];
      String text = row[1];
      String expected = row[2];
      texts.add(text);
      checks.add(
          () -> {
            if (expected.equals("refused")) {
              DurationParseException e =
                  assertThrows(DurationParseException.class, () -> parserOf(system).parse(text));
              assertTrue(e.getMessage().matches(".*(must not be negative|no fixed length.*use).*"));
              return;
            }
            long there = expected.equals("forever") ? Nanos.MAX : Long.parseLong(expected);
            long here = parserOf(system).parseNanos(text);
            // The one silent difference, which the documentation states: the length of a year.
            long years = text.endsWith("y") ? there / THEIR_YEAR : 0;
            assertEquals(there - years * THEIR_YEAR + years * OUR_YEAR, here, system + " " + text);
          });
    }
    assertTrue(texts.size() >= 209, "distinct texts: " + texts.size());
    assertAll(checks);
  }

  @Test
  void notations() throws IOException {
    List<Executable> checks = new ArrayList<>();
    for (String[] row : rows("notations.tsv")) {
      checks.add(() -> notation(parserOf(row[0]), row[0] + " " + row[1], row[1], row[2], row[3]));
    }
    assertTrue(checks.size() > 100, "notations: " + checks.size());
    assertAll(checks);
  }

  private static void notation(
      DurationParser parser, String name, String text, String there, String here) {
    if (here.equals("read")) {
      long expected = there.equals("forever") ? Nanos.MAX : Long.parseLong(there);
      assertEquals(expected, parser.parseNanos(text), name);
    } else if (NUMBER.matcher(here).matches()) {
      assertEquals(Long.parseUnsignedLong(here), parser.parseNanos(text), name);
    } else {
      DurationParseException e =
          assertThrows(DurationParseException.class, () -> parser.parse(text), name);
      assertTrue(e.getMessage().contains(here), e.getMessage());
    }
  }

  private static List<String[]> rows(String resource) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                DurationNotationsTest.class.getResourceAsStream(resource),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          String[] row = line.split("\t", -1);
          row[1] = unescaped(row[1]);
          row[row.length - 1] = row[row.length - 1].replace("\\\\", "\\");
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static String unescaped(String text) {
    Matcher escape = ESCAPE.matcher(text);
    StringBuilder plain = new StringBuilder();
    int end = 0;
    while (escape.find()) {
      plain.append(text, end, escape.start());
      String code = escape.group(1) == null ? escape.group(2) : escape.group(1);
      if (code == null) {
        plain.append("n".equals(escape.group(3)) ? '\n' : '\t');
      } else {
        plain.append((char) Integer.parseInt(code, 16));
      }
      end = escape.end();
    }
    return plain.append(text, end, text.length()).toString();
  }
}
