package io.foliot.clock.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.function.Executable;

/**
 * The error messages that a test causes, compared with the resource {@code messages.txt} beside the
 * test, where a reviewer sees all messages of a module. With {@code -Dmessages=update}, the file in
 * {@code src/test/resources} is rewritten instead.
 *
 * <p>Thread safety: none.
 */
public final class ReviewedMessages {
  private final Class<?> test;
  private final Path[] folders;
  private final StringBuilder text = new StringBuilder();

  /**
   * Starts a list without messages.
   *
   * @param test the test that causes the messages
   * @param folders temporary folders, which messages show as {@code /FOLDER}
   */
  public ReviewedMessages(Class<?> test, Path... folders) {
    this.test = test;
    this.folders = folders.clone();
    text.append("# Every error message of this module: cause -> exception: message.\n");
    text.append("# ").append(test.getSimpleName());
    text.append(" causes them; -Dmessages=update rewrites this file.\n");
  }

  /** Starts a section of the file. */
  public void heading(String heading) {
    text.append("\n# ").append(heading).append('\n');
  }

  /** Runs code that must throw, and adds what it throws. */
  public void error(String cause, Executable code) {
    message(cause, assertThrows(Throwable.class, code, cause));
  }

  /** Adds an exception and its message. */
  public void message(String cause, Throwable thrown) {
    text(cause, thrown.getClass().getSimpleName() + ": " + thrown.getMessage());
  }

  /** Adds a text that is not an exception's message, such as a line of a report. */
  public void text(String cause, Object message) {
    String shown = message.toString();
    for (Path folder : folders) {
      shown = shown.replace(folder.toString(), "/FOLDER");
    }
    assertTrue(shown.matches("[ -~]*"), cause + " gives text that is not printable: " + shown);
    text.append(cause).append(" -> ").append(shown).append('\n');
  }

  /** Compares all messages with the reviewed ones, or rewrites these. */
  public void check() throws IOException {
    Path file =
        Paths.get("src/test/resources", test.getPackage().getName().replace('.', '/'))
            .resolve("messages.txt");
    if ("update".equals(System.getProperty("messages"))) {
      Files.createDirectories(file.getParent());
      Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
      return;
    }
    assertEquals(
        reviewed(),
        text.toString(),
        "if this is intended, run with -Dmessages=update and commit " + file);
  }

  private String reviewed() throws IOException {
    try (InputStream in = test.getResourceAsStream("messages.txt")) {
      if (in == null) {
        return fail("no resource messages.txt; create it with -Dmessages=update");
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
      return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }
  }
}
