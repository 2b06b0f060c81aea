package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Every message that quotes its input, with harmful texts. */
class VisibleTextTest {
  /** Line ends, an escape sequence, NUL, right-to-left override, a lone surrogate. */
  private static final String[] HARMFUL = {
    "\n", "\r\n", "\u001B[2J", "\u0000", "\u202E", "\u2028", "\uD800", "\u0085", "\u00A0", "\uFEFF"
  };

  @Test
  void everyMessageEscapes() {
    for (String harmful : HARMFUL) {
      for (String text :
          new String[] {
            harmful, harmful + "1h", "1" + harmful, "1h" + harmful + "ERROR", "PT1" + harmful
          }) {
        assertEscaped(text, Duration::parse);
        assertEscaped(text, DurationParser.STRICT::parse);
        assertEscaped(text, SignedDuration::parse);
        assertEscaped("-" + text, SignedDuration::parse);
        assertEscaped(text + "x", EVERYTHING::parse);
      }
    }
  }

  private static final DurationParser EVERYTHING =
      DurationParser.STRICT
          .acceptBareNumbers(TimeUnit.SECONDS)
          .acceptUpperCase()
          .acceptSurroundingBlanks()
          .acceptForever("off");

  private static void assertEscaped(String text, Consumer<CharSequence> parse) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> parse.accept(text)).getMessage();
    assertTrue(message.matches("[ -~\u00B5]*"), message);
  }

  @Test
  void theRule() {
    assertEquals("a~ \u00B5 \\ \"", VisibleText.of("a~ \u00B5 \\ \""));
    assertEquals("\\u007F\\u001F\\u00B4\\u00B6", VisibleText.of("\u007F\u001F\u00B4\u00B6"));
    assertEquals("", VisibleText.of(""));
    StringBuilder text = new StringBuilder();
    while (text.length() < 64) {
      text.append('x');
    }
    assertEquals(text.toString(), VisibleText.of(text));
    assertEquals(text + "...", VisibleText.of(text + "\n"));
    assertEquals(text + "\\u000A" + text, VisibleText.whole(text + "\n" + text));
  }

  @Property
  void everythingIsPrintable(@ForAll String text) {
    String visible = VisibleText.of(text);
    assertTrue(visible.matches("[ -~\u00B5]*"), visible);
    assertTrue(text.length() > 64 || text.matches("[ -~\u00B5]*") == visible.equals(text));
  }
}
