package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Times as other systems write them: accepted with exactly the options that they need, or refused
 * with a message that says what to write.
 */
class OtherSystemsTest {
  private static final List<String> ALL = Arrays.asList("space", "short", "seconds", "blanks");

  private static PosixTimeParser parser(List<String> options) {
    PosixTimeParser parser = PosixTimeParser.STRICT;
    for (String option : options) {
      switch (option) {
        case "space":
          parser = parser.acceptSpaceSeparator();
          break;
        case "short":
          parser = parser.acceptShortOffsets();
          break;
        case "seconds":
          parser = parser.acceptMissingSeconds();
          break;
        case "blanks":
          parser = parser.acceptSurroundingBlanks();
          break;
        default:
          throw new AssertionError(option);
      }
    }
    return parser;
  }

  @Test
  void notations() throws IOException {
    List<Executable> checks = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                OtherSystemsTest.class.getResourceAsStream("notations.tsv"),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          String[] row = line.split("\t", -1);
          String text =
              row[1].replace("\\n", "\n").replace("\\u2212", "\u2212").replace("\\u0664", "\u0664");
          checks.add(() -> notation(options(row[0]), text, row[2], row[3]));
        }
      }
    }
    assertTrue(checks.size() > 50, "notations: " + checks.size());
    assertAll(checks);
  }

  private static List<String> options(String names) {
    if (names.equals("-")) {
      return new ArrayList<>();
    }
    return names.equals("all") ? ALL : Arrays.asList(names.split(" ", -1));
  }

  private static void notation(List<String> options, String text, String there, String here) {
    if (!here.equals("read")) {
      PosixTimeParseException refusal =
          assertThrows(PosixTimeParseException.class, () -> parser(options).parse(text), text);
      assertTrue(refusal.getMessage().contains(here), refusal.getMessage());
      return;
    }
    assertEquals(there, parser(options).parse(text).toString());
    assertEquals(there, parser(ALL).parse(text).toString());
    if (!options.equals(ALL)) {
      for (String option : options) {
        List<String> fewer = new ArrayList<>(options);
        fewer.remove(option);
        assertThrows(PosixTimeParseException.class, () -> parser(fewer).parse(text), text);
      }
    }
  }
}
