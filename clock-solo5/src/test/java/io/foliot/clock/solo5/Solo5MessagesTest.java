package io.foliot.clock.solo5;

import io.foliot.clock.Clocks;
import io.foliot.clock.conformance.ReviewedMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every error message of this module. */
class Solo5MessagesTest {
  private ReviewedMessages messages;

  private void errorWith(String property, String value, String cause) {
    System.setProperty(property, value);
    try {
      messages.error(cause, () -> new Solo5ClockProvider().monotonic());
    } finally {
      System.clearProperty(property);
    }
  }

  private void causeAll(Path folder, Path incomplete) throws IOException {
    messages.heading("Provider");
    messages.error("provider not requested", () -> new Solo5ClockProvider().monotonic());
    errorWith(Clocks.PROVIDER_PROPERTY, "solo5", "process without the functions");
    String library = Solo5ClockProvider.LIBRARY_PROPERTY;
    errorWith(library, folder.resolve("missing.so").toString(), "missing library");
    errorWith(
        library,
        folder.resolve("lib\n\u001B[2JERROR.so").toString(),
        "library whose name contains control characters");
    errorWith(library, "/lib\0.so", "library whose name is not a path");
    Path text = Files.writeString(folder.resolve("text.so"), "not a library");
    errorWith(library, text.toString(), "file that is not a library");
    errorWith(library, incomplete.toString(), "library without a function");
    messages.error(
        "native access denied, on the class path",
        () -> {
          throw Solo5Library.denied(new IllegalCallerException());
        });
    messages.error(
        "C library without dlsym",
        () -> {
          throw Solo5Library.noDlsym();
        });
    messages.heading("Wall clock");
    FakeSolo5 solo5 = new FakeSolo5();
    Solo5PosixClock wall = new Solo5PosixClock(solo5);
    solo5.wall = Long.MIN_VALUE;
    messages.error("epochNanos after 2262", wall::epochNanos);
    solo5.wall = 0;
    messages.error("target without a wall clock", () -> new Solo5PosixClock(solo5));
  }

  @Test
  void messagesAreReviewed(@TempDir Path folder) throws IOException {
    Path incomplete = StandIn.library("-DSTANDIN_WITHOUT_WALL");
    messages = new ReviewedMessages(Solo5MessagesTest.class, folder, incomplete.getParent());
    causeAll(folder, incomplete);
    messages.check();
  }
}
