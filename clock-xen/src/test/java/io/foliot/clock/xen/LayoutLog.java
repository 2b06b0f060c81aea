package io.foliot.clock.xen;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Decodes whole pages that a kernel printed on a real Xen, on ARM or as a 32-bit PVH guest on x86.
 * {@code proofs/xen.d/layouts/dump.c} describes the lines.
 *
 * <p>The proof runs it as {@code LayoutLog arm|pvh FILE MACHINE_START}, where MACHINE_START is the
 * date at which the emulated machine was started.
 */
public final class LayoutLog {
  private static final long SECOND = 1_000_000_000L;

  /** A page, and the counter after it was copied. */
  private record Page(String tag, long after, long frequency, WordPage words) {

    MonotonicClock elapsed(SharedInfoLayout layout) {
      return layout == SharedInfoLayout.ARM
          ? XenClocks.genericTimer(() -> after, frequency)
          : XenClocks.monotonic(words, layout.vcpuTime(0), () -> after);
    }

    PosixClock wall(SharedInfoLayout layout) {
      return XenClocks.posix(words, layout, elapsed(layout));
    }

    /** {@return why the page has no wall clock in a layout} */
    String refusal(SharedInfoLayout layout) {
      try {
        throw new IllegalStateException(
            "page "
                + tag
                + " has no wall clock in layout "
                + layout
                + ", read "
                + wall(layout).now());
      } catch (ClockUnavailableException refusal) {
        return refusal.reason();
      }
    }
  }

  /** A setting of the wall clock at a system time, and the page afterwards. */
  private record Setting(long seconds, long nanos, long systemTime, Page page) {

    /** {@return by how much the page, read in a layout, deviates from the setting} */
    long offBy(SharedInfoLayout layout) {
      long expected = seconds * SECOND + nanos + page.elapsed(layout).elapsedNanos() - systemTime;
      return page.wall(layout).epochNanos() - expected;
    }
  }

  private final List<Page> pages = new ArrayList<>();
  private final List<Setting> settings = new ArrayList<>();

  private LayoutLog(List<String> lines) {
    require(lines.contains("foliot end"), "the kernel did not reach its end");
    String[] set = null;
    for (String line : lines) {
      String[] field = line.split(" ", -1);
      if (line.startsWith("set ")) {
        require(hex(field[4]) == 0, "Xen refused to set its clock: " + line);
        set = field;
      } else if (line.startsWith("raw ")) {
        pages.add(new Page(field[1], hex(field[3]), hex(field[4]), new WordPage()));
        if (set != null) {
          settings.add(new Setting(hex(set[1]), hex(set[2]), hex(set[3]), last()));
          set = null;
        }
      } else if (line.startsWith("at ")) {
        WordPage bytes = WordPage.of(0, HexFormat.of().parseHex(field[2]));
        for (int at = 0; at < 64; at += 4) {
          last().words.set((int) hex(field[1]) + at, bytes.loadInt(at));
        }
      }
    }
    require(settings.size() == 3, settings.size() + " settings of the wall clock, expected 3");
  }

  private static long hex(String digits) {
    return Long.parseUnsignedLong(digits, 16);
  }

  private Page last() {
    return pages.get(pages.size() - 1);
  }

  private Page page(String tag) {
    return pages.stream().filter(page -> page.tag.equals(tag)).findFirst().orElseThrow();
  }

  /**
   * Checks Xen on ARM: no wall clock until dom0 sets it, then the one that was set. Xen counts a
   * guest's time from the start of the guest, and adds the whole seconds until then.
   *
   * @param lines of the log; other lines are skipped
   * @return figures in one line
   * @throws IllegalStateException if a page disagrees
   */
  static String checkArm(List<String> lines) {
    LayoutLog log = new LayoutLog(lines);
    String refusal = log.page("start").refusal(SharedInfoLayout.ARM);
    long seconds = log.settings.get(0).offBy(SharedInfoLayout.ARM) / SECOND;
    require(seconds >= 0 && seconds < 60, "ahead of the setting by " + seconds + " s");
    for (Setting setting : log.settings) {
      long off = setting.offBy(SharedInfoLayout.ARM);
      require(off == seconds * SECOND, "off by " + off + " ns from " + setting);
    }
    return "ARM: refused before the wall clock was set ("
        + refusal
        + "), then 3 settings decoded exactly";
  }

  /**
   * Checks a 32-bit guest on x86: Xen uses the 64-bit layout until the guest registers its
   * hypercall page. From then on the words of the 64-bit layout are stale, with an even version.
   *
   * @param lines of the log; other lines are skipped
   * @param machineStart date at which the machine was started
   * @return figures in one line
   * @throws IllegalStateException if a page disagrees
   */
  static String checkPvh(List<String> lines, PosixTime machineStart) {
    LayoutLog log = new LayoutLog(lines);
    Page start = log.page("start");
    String refusal = start.refusal(SharedInfoLayout.X86_32);
    requireSoonAfter(machineStart, start.wall(SharedInfoLayout.X86_64));
    Page chosen = log.page("layout");
    requireSoonAfter(machineStart, chosen.wall(SharedInfoLayout.X86_32));
    for (Setting setting : log.settings) {
      long off = setting.offBy(SharedInfoLayout.X86_32);
      require(off == 0, "off by " + off + " ns from " + setting);
      requireSoonAfter(machineStart, setting.page.wall(SharedInfoLayout.X86_64));
    }
    return "32-bit PVH: first the 64-bit layout (the 32-bit one refused: "
        + refusal
        + "), then 3 settings decoded exactly in the 32-bit layout, the 64-bit one stale";
  }

  private static void requireSoonAfter(PosixTime machineStart, PosixClock wall) {
    long passed = wall.epochNanos() - machineStart.toEpochNanos();
    require(
        passed >= 0 && passed < 900 * SECOND,
        "read " + wall.now() + ", expected the start of the machine");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  /** Runs the program. */
  public static void main(String[] arguments) throws IOException {
    List<String> lines =
        Files.readString(Path.of(arguments[1]), StandardCharsets.ISO_8859_1).lines().toList();
    System.out.println(
        arguments[0].equals("arm")
            ? checkArm(lines)
            : checkPvh(lines, PosixTime.parse(arguments[2])));
  }
}
