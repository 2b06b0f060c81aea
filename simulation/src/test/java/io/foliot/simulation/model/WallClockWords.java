package io.foliot.simulation.model;

import static io.foliot.simulation.model.Machine.SECOND;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.xen.SharedInfoLayout;
import io.foliot.clock.xen.XenClocks;

/** The wall clock of a {@code shared_info}, as the hypervisor writes it. */
final class WallClockWords {
  private final SharedMemory page;
  private final SharedInfoLayout layout;

  /** {@code wc_version}, which the seconds and nanoseconds follow, and {@code wc_sec_hi}. */
  private final int version;

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

  /** On ARM, Xen shows an even version and zeros until dom0 has set the time. */
  void requireRefusalBeforeFirstWrite(MonotonicClock clock) {
    for (int written = 0; written <= 2; written += 2) {
      page.poke(version, written);
      try {
        long ignored = XenClocks.posix(page, layout, clock).epochNanos();
      } catch (ClockUnavailableException expected) {
        continue;
      }
      throw new AssertionError("a wall clock that was never written, at version " + written);
    }
  }

  /** What stays behind where a guest changes from another layout to this one. */
  void leaveBehind(SharedInfoLayout other) {
    page.poke(version(other), 2);
    page.poke(version(other) + 4, 1_000_000_000);
  }

  /**
   * The hypervisor begins to set the wall clock, word by word.
   *
   * @param base nanoseconds since the epoch at system time 0
   * @param then what is true once the last word is written
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
