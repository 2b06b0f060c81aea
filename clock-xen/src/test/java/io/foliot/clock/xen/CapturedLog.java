package io.foliot.clock.xen;

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
import java.util.TreeSet;

/**
 * Decodes with the core what a kernel on a real Xen printed: raw pages, and the clock chip's date
 * at the same moments. {@code proofs/xen.d/kernel.c} describes the lines.
 *
 * <p>Also a program, for the proof: {@code CapturedLog FILE MACHINE_START}, where the second is the
 * date at which the emulated machine was started, or {@code CapturedLog FILE here} for the lines
 * that {@code page.c} prints on a Linux guest.
 */
public final class CapturedLog {
  private static final long SECOND = 1_000_000_000L;
  private static final int TIME = 0x20;

  /** One page, and the counter before and after it was copied. */
  private record Page(String tag, long before, long after, WordPage words) {

    MonotonicClock clockAt(long counter) {
      return XenClocks.monotonic(words, TIME, () -> counter);
    }

    PosixClock wallAt(long counter) {
      return XenClocks.posix(words, SharedInfoLayout.X86_64, clockAt(counter));
    }

    VcpuTimeInfo info() {
      return VcpuTimeInfo.read(words, TIME);
    }
  }

  /** What the pages of a log say, beside what the clock chip said. */
  public static final class Figures {
    final TreeSet<Integer> shifts = new TreeSet<>();
    int edges;
    int updates;
    int settings;
    long aheadNanos;
    long wanderNanos;

    /**
     * The figures in one line.
     *
     * @return text for a summary
     */
    @Override
    public String toString() {
      return edges
          + " pages against the clock chip over "
          + updates
          + " updates, ahead by "
          + aheadNanos / 1_000_000
          + " ms and steady to "
          + wanderNanos / 1_000
          + " us; "
          + settings
          + " settings of the wall clock; tsc_shift "
          + shifts;
    }
  }

  private CapturedLog() {}

  /** Program. */
  public static void main(String[] arguments) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(arguments[0]), StandardCharsets.ISO_8859_1);
    if (arguments.length > 1 && arguments[1].equals("here")) {
      System.out.println(checkHere(lines));
      return;
    }
    boolean isUnikernel = lines.stream().anyMatch(line -> line.startsWith("java "));
    System.out.println(
        isUnikernel
            ? checkUnikernel(lines, 50_000_000)
            : check(lines, PosixTime.parse(arguments[1]), 50_000_000).toString());
  }

  /**
   * Checks that system time runs beside the kernel's CLOCK_MONOTONIC_RAW. Their rates may differ by
   * what a kernel and a hypervisor measure differently, here up to a thousandth.
   *
   * @return figures in one line
   * @throws IllegalStateException if it does not
   */
  private static String checkHere(List<String> lines) {
    long firstKernel = 0;
    long firstElapsed = 0;
    long worst = 0;
    int looks = 0;
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      String[] kernel = lines.get(i).split(" ", -1);
      long nanos = Long.parseLong(kernel[1]);
      Page page = parse(lines.get(i + 1));
      long elapsed = page.clockAt(page.before()).elapsedNanos();
      if (looks++ == 0) {
        firstKernel = nanos;
        firstElapsed = elapsed;
      }
      long apart = Math.abs((elapsed - firstElapsed) - (nanos - firstKernel));
      worst = Math.max(worst, apart);
      long width = Long.parseLong(kernel[2]);
      require(
          apart <= (nanos - firstKernel) / 1000 + width + 1000,
          apart + " ns from the kernel's clock at " + lines.get(i + 1));
    }
    require(looks >= 3, "only " + looks + " looks at the page");
    return looks + " looks, at most " + worst + " ns from CLOCK_MONOTONIC_RAW";
  }

  /**
   * Checks what the core said on Xen itself, in a program without an operating system: {@code java
   * NANOS CHIP ELAPSED OBJECTS TEXT}.
   *
   * @return figures in one line
   * @throws IllegalStateException if a line is not what the clock chip said
   */
  private static String checkUnikernel(List<String> lines, long toleranceNanos) {
    require(lines.contains("foliot end"), "the unikernel did not reach its end");
    long first = 0;
    long wander = 0;
    int seconds = 0;
    for (String line : lines) {
      if (line.startsWith("java ")) {
        String[] field = line.split(" ", -1);
        long nanos = Long.parseLong(field[1]);
        long ahead = nanos - chipNanos("cmos " + field[2]);
        first = seconds == 0 ? ahead : first;
        wander = Math.max(wander, Math.abs(ahead - first));
        PosixTime text = PosixTime.parse(field[5]);
        require(
            ahead >= -toleranceNanos
                && ahead <= SECOND + toleranceNanos
                && wander <= toleranceNanos
                && Math.abs(text.toEpochNanos() - nanos) <= toleranceNanos,
            "not the clock chip's time: " + line);
        require(field[4].equals("0"), "a reading made objects: " + line);
        seconds++;
      }
    }
    require(seconds >= 3, "only " + seconds + " seconds");
    return seconds + " seconds of the clock chip, steady to " + wander / 1_000 + " us, 0 objects";
  }

  /**
   * Checks every page of a log. Xen sets its wall clock once, when it starts, and takes the system
   * time for it before it waits for the chip's next second. So the wall clock is ahead of the chip
   * by up to a second, and stays ahead by the same amount.
   *
   * @param lines what the kernel printed, other lines are skipped
   * @param machineStart date at which the machine was started
   * @param toleranceNanos how far a page may stray from the clock chip's new second
   * @throws IllegalStateException if a page decodes to anything else
   */
  static Figures check(List<String> lines, PosixTime machineStart, long toleranceNanos) {
    Figures figures = new Figures();
    List<String> own = lines.stream().filter(l -> l.matches("(page|cmos|set|foliot) .*")).toList();
    require(own.contains("foliot end"), "the kernel did not reach its end: " + own);
    long earliest = machineStart.days() * 86_400L * SECOND + machineStart.picosOfDay() / 1000;
    Page last = null;
    for (int i = 0; i < own.size(); i++) {
      String line = own.get(i);
      if (line.startsWith("page ")) {
        Page page = parse(line);
        require(page.info().stable(), "no stable TSC: " + line);
        if (last != null) {
          long step =
              page.clockAt(page.before()).elapsedNanos()
                  - last.clockAt(last.after()).elapsedNanos();
          require(step >= 0, "backwards by " + -step + " ns at " + line);
          figures.updates += page.info().version() == last.info().version() ? 0 : 1;
        }
        last = page;
        figures.shifts.add(page.info().shift());
      }
      if (line.startsWith("cmos ")) {
        long read = last.wallAt(last.after()).epochNanos();
        long ahead = read - chipNanos(line);
        if (figures.edges == 0) {
          figures.aheadNanos = ahead;
        }
        figures.wanderNanos = Math.max(figures.wanderNanos, Math.abs(ahead - figures.aheadNanos));
        require(
            ahead >= -toleranceNanos
                && ahead <= SECOND + toleranceNanos
                && figures.wanderNanos <= toleranceNanos,
            "page says " + last.wallAt(last.after()).now() + ", clock chip " + line);
        require(
            read >= earliest && read < earliest + 900 * SECOND,
            "started at " + machineStart + ", read " + last.wallAt(last.after()).now());
        figures.edges++;
      }
      if (line.startsWith("set ")) {
        checkSetting(line, parse(own.get(i + 1)));
        figures.settings++;
      }
    }
    require(
        figures.edges >= 3 && figures.updates >= 2 && figures.settings >= 2, figures.toString());
    return figures;
  }

  /** Xen was told: at that system time, it is this second and a half. */
  private static void checkSetting(String line, Page page) {
    String[] field = line.split(" ", -1);
    require(Long.parseUnsignedLong(field[3], 16) == 0, "Xen refused to set its clock: " + line);
    long seconds = Long.parseUnsignedLong(field[1], 16);
    long systemTime = Long.parseUnsignedLong(field[2], 16);
    long elapsed = page.clockAt(page.after()).elapsedNanos();
    long expected = seconds * SECOND + SECOND / 2 + (elapsed - systemTime);
    long read = page.wallAt(page.after()).epochNanos();
    require(read == expected, "set " + expected + ", read " + read + " from " + line);
  }

  private static Page parse(String line) {
    String[] field = line.split(" ", -1);
    byte[] time = HexFormat.of().parseHex(field[4]);
    byte[] wall = HexFormat.of().parseHex(field[5]);
    WordPage words = WordPage.of(TIME, time);
    WordPage both = WordPage.of(0xc00, wall);
    for (int at = 0xc00; at < 0xc10; at += 4) {
      words.set(at, both.loadInt(at));
    }
    return new Page(
        field[1],
        Long.parseUnsignedLong(field[2], 16),
        Long.parseUnsignedLong(field[3], 16),
        words);
  }

  /** The chip's digits are decimal, though written in hexadecimal: century, year, …, second. */
  private static long chipNanos(String line) {
    String digits = line.substring("cmos ".length());
    List<String> pairs = new ArrayList<>();
    for (int at = 0; at < digits.length(); at += 2) {
      pairs.add(digits.substring(at, at + 2));
    }
    String text =
        pairs.get(0)
            + pairs.get(1)
            + "-"
            + pairs.get(2)
            + "-"
            + pairs.get(3)
            + "T"
            + pairs.get(4)
            + ":"
            + pairs.get(5)
            + ":"
            + pairs.get(6)
            + "Z";
    PosixTime time = PosixTime.parse(text);
    return time.days() * 86_400L * SECOND + time.picosOfDay() / 1000;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
