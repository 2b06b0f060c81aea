package io.foliot.simulation.model;

import static io.foliot.simulation.model.Machine.SECOND;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.xen.SharedInfoLayout;
import io.foliot.clock.xen.XenClocks;

/** The wall clock of {@code shared_info}, written as the hypervisor does. */
final class WallClockWords {
  private final SharedMemory page;
  private final SharedInfoLayout layout;

  /** Offset of {@code wc_version}; seconds and nanoseconds follow it. */
  private final int version;

  /** Offset of {@code wc_sec_hi}. */
  private final int secondsHigh;

  WallClockWords(SharedMemory page, SharedInfoLayout layout) {
    this.page = page;
    this.layout = layout;
    this.version = version(layout);
    this.secondsHigh =
        switch (layout) {
          case X86_64 -> 0xc0c;
          case X86_32 -> 0x924;
          case ARM -> 0x43c;
        };
  }

  private static int version(SharedInfoLayout layout) {
    return switch (layout) {
      case X86_64 -> 0xc00;
      case X86_32 -> 0x900;
      case ARM -> 0x430;
    };
  }

  /** On ARM, the version is even and the rest 0 until dom0 sets the time. */
  void requireRefusalBeforeFirstWrite(MonotonicClock clock) {
    for (int written = 0; written <= 2; written += 2) {
      page.poke(version, written);
      try {
        long ignored = XenClocks.posix(page, layout, clock).epochNanos();
      } catch (ClockUnavailableException expected) {
        continue;
      }
      throw new AssertionError(
          "a wall clock that was never written is not refused, at version " + written);
    }
  }

  /** Writes the stale words of another layout that the guest has used before. */
  void leaveBehind(SharedInfoLayout other) {
    page.poke(version(other), 2);
    page.poke(version(other) + 4, 1_000_000_000);
  }

  /**
   * Starts to set the wall clock, word by word.
   *
   * @param base nanoseconds since the epoch at system time 0
   * @param then runs when the last word is written
   */
  void write(long base, Runnable then) {
    page.finish();
    int before = page.peek(version);
    page.write(version, before + 1);
    page.write(version + 4, (int) (base / SECOND));
    page.write(version + 8, (int) (base % SECOND));
    page.write(secondsHigh, (int) ((base / SECOND) >>> 32));
    page.then(
        () -> {
          page.poke(version, before + 2);
          then.run();
        });
  }
}
