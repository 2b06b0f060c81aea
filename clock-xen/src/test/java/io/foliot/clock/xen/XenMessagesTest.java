package io.foliot.clock.xen;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.SuspendBehavior;
import io.foliot.clock.conformance.ReviewedMessages;
import io.foliot.clock.xen.linux.Dom0Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every error message of this module. */
class XenMessagesTest {
  private static final int ONE_NANOSECOND = 0x8000_0000;
  private static final int STABLE = 1;

  private final ReviewedMessages messages = new ReviewedMessages(XenMessagesTest.class);

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
    messages.heading("System time");
    messages.error(
        "no virtual CPUs", () -> XenClocks.monotonic(page(), new int[0], () -> 0, () -> 0));
    messages.error("multiplier 0", () -> systemTime(page(2, 0, 0)));
    messages.error("shift 32", () -> systemTime(page(2, ONE_NANOSECOND, 32)));
    // Without the half second of tries, which takes minutes on an emulated machine.
    messages.error(
        "update of vcpu_time_info that never ends",
        () -> Seqlock.checkTries(Seqlock.MAX_TRIES, "vcpu_time_info"));
    messages.error(
        "virtual CPU outside of shared_info", () -> SharedInfoLayout.X86_64.vcpuTime(32));
    messages.error("generic timer without a frequency", () -> XenClocks.genericTimer(() -> 0, 0));
  }

  private void wallClock() {
    messages.heading("Wall clock");
    messages.error("wall clock never written", () -> wall(page()));
    WordPage unset = page();
    unset.wall(2, 0, 0);
    messages.error("wall clock never set", () -> wall(unset));
    messages.error(
        "update of the wall clock that never ends",
        () -> Seqlock.checkTries(Seqlock.MAX_TRIES, "wall clock in shared_info"));
    WordPage after2262 = page();
    after2262.wall(2, 9_300_000_000L, 0);
    messages.error("epochNanos after 2262", () -> wall(after2262).epochNanos());
    WordPage after9999 = page();
    after9999.wall(2, 253_402_300_800L, 0);
    messages.error("now after 9999", () -> wall(after9999).now());
    messages.error(
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
    messages.heading("Linux");
    Dom0Messages.calls(folder).forEach((cause, code) -> messages.error(cause, code::run));
    messages.check();
  }
}
