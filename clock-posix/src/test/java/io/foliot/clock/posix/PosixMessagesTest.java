package io.foliot.clock.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.posix.kernel.Errno;
import io.foliot.clock.posix.kernel.KernelMessages;
import io.foliot.clock.posix.kernel.OperatingSystem;
import io.foliot.duration.Duration;
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
class PosixMessagesTest {
  private static final String HEADER =
      """
      # The error messages of clock-posix, each below what causes it. To update this file:
      # mvn test -pl clock-posix -Dtest=PosixMessagesTest -Dmessages=update
      """;
  private static final Path FILE = Path.of("src/test/resources/io/foliot/clock/posix/messages.txt");

  private final Map<String, String> messages = new LinkedHashMap<>();

  private void message(String cause, Executable code) {
    RuntimeException thrown = assertThrows(RuntimeException.class, code, cause);
    messages.put(cause, thrown.getClass().getSimpleName() + ": " + thrown.getMessage());
  }

  /** The refusal of a clock with the reason that the code gives. */
  private void reason(String cause, Executable code) {
    messages.put(
        cause, refusal(assertThrows(ClockUnavailableException.class, code, cause).reason()));
  }

  private static String refusal(String reason) {
    return "ClockUnavailableException: "
        + new ClockUnavailableException("CLOCK", reason).getMessage();
  }

  private void causeAll(Path folder) throws IOException {
    message("CLOCK_TAI on macOS", () -> ClockId.TAI.require("posix tai", OperatingSystem.MACOS));
    message(
        "user time of a thread on macOS",
        () -> ThreadUserClock.requireRusageThread(OperatingSystem.MACOS));
    message("call forbidden", () -> fail("clock_gettime", Errno.EPERM));
    message("call not supported by the kernel", () -> fail("clock_gettime", 22));
    message("call failed for lack of memory", () -> fail("mmap", 12));
    reason("machine code on macOS", () -> ExecutableMemory.requireLinux(OperatingSystem.MACOS));
    reason("machine code on another processor", () -> MachineCode.of("riscv64"));
    reason(
        "memory not executable",
        () -> {
          throw ExecutableMemory.notExecutable(Errno.EPERM);
        });
    message("counter disabled by PR_SET_TSC", () -> Libc.requireEnabledCounter("posix ordered", 2));
    message(
        "PTP clock on macOS",
        () -> PtpClock.requireLinux("posix ptp /dev/ptp0", OperatingSystem.MACOS));
    message("PTP clock of a missing device", () -> PtpClock.open(folder.resolve("ptp0")));
    message(
        "PTP clock of a device whose name contains control characters",
        () -> PtpClock.open(folder.resolve("ptp\n\u001B[2JERROR")));
    Path file = Files.createFile(folder.resolve("file"));
    message("PTP clock of a file", () -> PtpClock.open(file));
    message(
        "reading of a closed PTP clock",
        () -> {
          throw PtpClock.closed("posix ptp /dev/ptp0");
        });
    message("spin of 2 ms", () -> PosixSleeper.spinNanos(Duration.ofMillis(2)));
    KernelMessages.reasons(folder.resolve("machine"))
        .forEach((cause, reason) -> messages.put(cause, refusal(reason)));
    messages.replaceAll((cause, message) -> message.replace(folder.toString(), "/FOLDER"));
  }

  private static void fail(String function, int errno) {
    throw Libc.failed("posix monotonic-raw", function, errno);
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
