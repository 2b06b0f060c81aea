package io.foliot.clock.xen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.SuspendBehavior;
import io.foliot.clock.xen.linux.Dom0Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every error message of this module, as reviewed in {@code messages.txt}. Run with {@code
 * -Dmessages=update} to rewrite that file.
 */
class XenMessagesTest {
  private static final String HEADER =
      """
      # The error messages of clock-xen, each below what causes it. To update this file:
      # mvn test -pl clock-xen -Dtest=XenMessagesTest -Dmessages=update
      """;
  private static final Path FILE = Path.of("src/test/resources/io/foliot/clock/xen/messages.txt");

  private static final int ONE_NANOSECOND = 0x8000_0000;
  private static final int STABLE = 1;

  private final Map<String, String> messages = new LinkedHashMap<>();

  private void message(String cause, Runnable code) {
    RuntimeException thrown = assertThrows(RuntimeException.class, code::run, cause);
    messages.put(cause, thrown.getClass().getSimpleName() + ": " + thrown.getMessage());
  }

  private static WordPage page(int version, int multiplier, int shift) {
    WordPage page = new WordPage();
    page.time(0x20, version, 0, 0, multiplier, shift, STABLE);
    return page;
  }

  private static WordPage page() {
    return page(2, ONE_NANOSECOND, 1);
  }

  private static MonotonicClock systemTime(WordPage page) {
    return XenClocks.monotonic(page, 0x20, () -> 0);
  }

  private static PosixClock wall(WordPage page) {
    return XenClocks.posix(page, SharedInfoLayout.X86_64, systemTime(page));
  }

  private void systemTime() {
    message("no virtual CPUs", () -> XenClocks.monotonic(page(), new int[0], () -> 0, () -> 0));
    message("multiplier 0", () -> systemTime(page(2, 0, 0)));
    message("shift 32", () -> systemTime(page(2, ONE_NANOSECOND, 32)));
    // Without the half second of tries, which takes minutes on an emulated machine.
    message(
        "update of vcpu_time_info that never ends",
        () -> Seqlock.checkTries(Seqlock.MAX_TRIES, "vcpu_time_info"));
    message("virtual CPU outside of shared_info", () -> SharedInfoLayout.X86_64.vcpuTime(32));
    message("generic timer without a frequency", () -> XenClocks.genericTimer(() -> 0, 0));
  }

  private void wallClock() {
    message("wall clock never written", () -> wall(page()));
    WordPage unset = page();
    unset.wall(2, 0, 0);
    message("wall clock never set", () -> wall(unset));
    message(
        "update of the wall clock that never ends",
        () -> Seqlock.checkTries(Seqlock.MAX_TRIES, "wall clock in shared_info"));
    WordPage after2262 = page();
    after2262.wall(2, 9_300_000_000L, 0);
    message("epochNanos after 2262", () -> wall(after2262).epochNanos());
    WordPage after9999 = page();
    after9999.wall(2, 253_402_300_800L, 0);
    message("now after 9999", () -> wall(after9999).now());
    message(
        "wall clock on another clock",
        () -> XenClocks.posix(page(), SharedInfoLayout.X86_64, new OtherClock()));
  }

  private static final class OtherClock implements MonotonicClock {
    @Override
    public long elapsedNanos() {
      return 0;
    }

    @Override
    public OptionalLong periodPicos() {
      return OptionalLong.empty();
    }

    @Override
    public SuspendBehavior suspendBehavior() {
      return SuspendBehavior.UNKNOWN;
    }
  }

  @Test
  void messagesAreReviewed(@TempDir Path folder) throws IOException {
    systemTime();
    wallClock();
    Dom0Messages.calls(folder).forEach(this::message);
    StringBuilder text = new StringBuilder(HEADER);
    messages.forEach((cause, message) -> text.append("\n" + cause + "\n  " + message + "\n"));
    assertTrue(text.toString().matches("[ -~\n]*"), "not printable ASCII: " + text);
    if ("update".equals(System.getProperty("messages"))) {
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
