package io.foliot.softfloat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTextTest {
  @ParameterizedTest
  @CsvSource({
    "000A, \\u000A", // line feed
    "001B, \\u001B", // escape
    "0000, \\u0000",
    "0085, \\u0085", // next line, a C1 control
    "202E, \\u202E", // right-to-left override
    "200B, \\u200B", // zero width space
    "2028, \\u2028", // line separator
    "D800, \\uD800", // half a pair
    "E0041, \\uDB40\\uDC41", // a tag, beyond the first plane
  })
  void whatDoesNotPrintIsEscaped(String codePoint, String escaped) {
    String given = Character.toString(Integer.parseInt(codePoint, 16));
    assertEquals("a" + escaped + "b", PrintableText.of("a" + given + "b"));
    assertEquals(escaped, PrintableText.of(given));
  }

  @Test
  void allElseStandsForItself() {
    String plain = "a.B$c(int): \u00E9 \u6642\u9593 \uD83D\uDD50 ~";
    assertEquals(plain, PrintableText.of(plain));
    String ascii = "io.foliot.A";
    assertSame(ascii, PrintableText.of(ascii));
  }

  @Test
  void aMessageOfAProblemStaysOnItsLine() {
    String text = new Problem("a\nb.jar", "bad \u202E name").toString();
    assertEquals("a\\u000Ab.jar: bad \\u202E name", text);
    assertTrue(text.lines().count() == 1);
  }
}
