package io.foliot.clock.posix;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.conformance.ReviewedMessages;
import io.foliot.clock.posix.kernel.Errno;
import io.foliot.clock.posix.kernel.KernelMessages;
import io.foliot.clock.posix.kernel.OperatingSystem;
import io.foliot.duration.Duration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Every error message of this module. */
class PosixMessagesTest {
  private ReviewedMessages messages;

  /** The refusal of a clock with the reason that the code gives. */
  private void reason(String cause, Executable code) {
    refusal(cause, assertThrows(ClockUnavailableException.class, code, cause).reason());
  }

  private void refusal(String cause, String reason) {
    messages.message(cause, new ClockUnavailableException("CLOCK", reason));
  }

  private void causeAll(Path folder) throws IOException {
    messages.heading("Clocks and sleeper");
    messages.error(
        "CLOCK_TAI on macOS", () -> ClockId.TAI.require("posix tai", OperatingSystem.MACOS));
    messages.error(
        "user time of a thread on macOS",
        () -> ThreadUserClock.requireRusageThread(OperatingSystem.MACOS));
    messages.error("call forbidden", () -> fail("clock_gettime", Errno.EPERM));
    messages.error("call not supported by the kernel", () -> fail("clock_gettime", 22));
    messages.error("call failed for lack of memory", () -> fail("mmap", 12));
    reason("machine code on macOS", () -> ExecutableMemory.requireLinux(OperatingSystem.MACOS));
    reason("machine code on another processor", () -> MachineCode.of("riscv64"));
    reason(
        "memory not executable",
        () -> {
          throw ExecutableMemory.notExecutable(Errno.EPERM);
        });
    messages.error(
        "counter disabled by PR_SET_TSC", () -> Libc.requireEnabledCounter("posix ordered", 2));
    messages.error(
        "PTP clock on macOS",
        () -> PtpClock.requireLinux("posix ptp /dev/ptp0", OperatingSystem.MACOS));
    messages.error("PTP clock of a missing device", () -> PtpClock.open(folder.resolve("ptp0")));
    messages.error(
        "PTP clock of a device whose name contains control characters",
        () -> PtpClock.open(folder.resolve("ptp\n\u001B[2JERROR")));
    Path file = Files.createFile(folder.resolve("file"));
    messages.error("PTP clock of a file", () -> PtpClock.open(file));
    messages.error(
        "reading of a closed PTP clock",
        () -> {
          throw PtpClock.closed("posix ptp /dev/ptp0");
        });
    messages.error("spin of 2 ms", () -> PosixSleeper.spinNanos(Duration.ofMillis(2)));
    messages.heading("Kernel and C library");
    KernelMessages.reasons(folder.resolve("machine")).forEach(this::refusal);
  }

  private static void fail(String function, int errno) {
    throw Libc.failed("posix monotonic-raw", function, errno);
  }

  @Test
  void messagesAreReviewed(@TempDir Path folder) throws IOException {
    messages = new ReviewedMessages(PosixMessagesTest.class, folder);
    causeAll(folder);
    messages.check();
  }
}
