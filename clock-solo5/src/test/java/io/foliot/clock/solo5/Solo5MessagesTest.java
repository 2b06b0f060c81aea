package io.foliot.clock.solo5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.Clocks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every error message of this module, as reviewed in {@code messages.txt}. Run with {@code
 * -Dmessages=update} to rewrite that file.
 */
class Solo5MessagesTest {
  private static final String HEADER =
      """
      # The error messages of clock-solo5, each below what causes it. To update this file:
      # mvn test -pl clock-solo5 -Dtest=Solo5MessagesTest -Dmessages=update
      """;
  private static final Path FILE = Path.of("src/test/resources/io/foliot/clock/solo5/messages.txt");

  private final Map<String, String> messages = new LinkedHashMap<>();

  private void message(String cause, Executable code) {
    RuntimeException thrown = assertThrows(RuntimeException.class, code, cause);
    messages.put(cause, thrown.getClass().getSimpleName() + ": " + thrown.getMessage());
  }

  private void messageWith(String property, String value, String cause) {
    System.setProperty(property, value);
    try {
      message(cause, () -> new Solo5ClockProvider().monotonic());
    } finally {
      System.clearProperty(property);
    }
  }

  private void causeAll(Path folder) throws IOException {
    message("provider not requested", () -> new Solo5ClockProvider().monotonic());
    messageWith(Clocks.PROVIDER_PROPERTY, "solo5", "process without the functions");
    String library = Solo5ClockProvider.LIBRARY_PROPERTY;
    messageWith(library, folder.resolve("missing.so").toString(), "missing library");
    messageWith(
        library,
        folder.resolve("lib\n\u001B[2JERROR.so").toString(),
        "library whose name contains control characters");
    messageWith(library, "/lib\0.so", "library whose name is not a path");
    Path text = Files.writeString(folder.resolve("text.so"), "not a library");
    messageWith(library, text.toString(), "file that is not a library");
    Path incomplete = StandIn.library("-DSTANDIN_WITHOUT_WALL");
    messageWith(library, incomplete.toString(), "library without a function");
    messages.replaceAll(
        (cause, message) ->
            message
                .replace(folder.toString(), "/FOLDER")
                .replace(incomplete.getParent().toString(), "/FOLDER"));
    message(
        "native access denied, on the class path",
        () -> {
          throw Solo5Library.denied(new IllegalCallerException());
        });
    message(
        "C library without dlsym",
        () -> {
          throw Solo5Library.noDlsym();
        });
    FakeSolo5 solo5 = new FakeSolo5();
    Solo5PosixClock wall = new Solo5PosixClock(solo5);
    solo5.wall = Long.MIN_VALUE;
    message("epochNanos after 2262", wall::epochNanos);
    solo5.wall = 0;
    message("target without a wall clock", () -> new Solo5PosixClock(solo5));
  }

  @Test
  void messagesAreReviewed(@TempDir Path folder) throws IOException {
    causeAll(folder);
    StringBuilder text = new StringBuilder(HEADER);
    messages.forEach((cause, message) -> text.append("\n" + cause + "\n  " + message + "\n"));
    assertTrue(text.toString().matches("[ -~\n]*"), "not printable ASCII: " + text);
    if ("update".equals(System.getProperty("messages"))) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, text);
      return;
    }
    try (InputStream reviewed = getClass().getResourceAsStream("messages.txt")) {
      assertEquals(
          new String(reviewed.readAllBytes(), StandardCharsets.UTF_8),
          text.toString(),
          "if this is intended, run with -Dmessages=update and commit " + FILE);
    }
  }
}
