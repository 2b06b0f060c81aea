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
 * Decodes the log of a kernel on a real Xen: raw pages, and the date of the RTC (the CMOS clock) at
 * the same moments. {@code proofs/xen.d/kernel.c} describes the lines.
 *
 * <p>The proof runs it as {@code CapturedLog FILE MACHINE_START}, where MACHINE_START is the date
 * at which the emulated machine was started, or as {@code CapturedLog FILE here} for the lines that
 * {@code page.c} prints on a Linux guest.
 */
public final class CapturedLog {
  private static final long SECOND = 1_000_000_000L;
  private static final int TIME = 0x20;

  /** A page, and the counter before and after it was copied. */
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

  /** Results of a comparison of pages with the RTC. */
  public static final class Figures {
    final TreeSet<Integer> shifts = new TreeSet<>();
    int edges;
    int updates;
    int settings;
    long aheadNanos;
    long wanderNanos;

    @Override
    public String toString() {
      return edges
          + " pages agree with the RTC over "
          + updates
          + " updates, ahead by "
          + aheadNanos / 1_000_000
          + " ms within "
          + wanderNanos / 1_000
          + " us; wall clock set "
          + settings
          + " times; tsc_shift "
          + shifts;
    }
  }

  private CapturedLog() {}

  /** Runs the program. */
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
   * Checks that system time agrees with the kernel's CLOCK_MONOTONIC_RAW. Kernel and hypervisor
   * calibrate independently, so the rates may differ by up to 0.1 %.
   *
   * @return figures in one line
   * @throws IllegalStateException if they disagree
   */
  private static String checkHere(List<String> lines) {
    long firstKernel = 0;
    long firstElapsed = 0;
    long worst = 0;
    int samples = 0;
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      String[] kernel = lines.get(i).split(" ", -1);
      long nanos = Long.parseLong(kernel[1]);
      Page page = parse(lines.get(i + 1));
      long elapsed = page.clockAt(page.before()).elapsedNanos();
      if (samples++ == 0) {
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
    require(samples >= 3, "only " + samples + " samples of the page");
    return samples + " samples, at most " + worst + " ns from CLOCK_MONOTONIC_RAW";
  }

  /**
   * Checks the readings of a Java unikernel on Xen: {@code java NANOS RTC ELAPSED OBJECTS TEXT}.
   *
   * @return figures in one line
   * @throws IllegalStateException if a reading disagrees with the RTC
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
        long ahead = nanos - rtcNanos("cmos " + field[2]);
        first = seconds == 0 ? ahead : first;
        wander = Math.max(wander, Math.abs(ahead - first));
        PosixTime text = PosixTime.parse(field[5]);
        require(
            ahead >= -toleranceNanos
                && ahead <= SECOND + toleranceNanos
                && wander <= toleranceNanos
                && Math.abs(text.toEpochNanos() - nanos) <= toleranceNanos,
            "disagrees with the RTC: " + line);
        require(field[4].equals("0"), "a reading allocated objects: " + line);
        seconds++;
      }
    }
    require(seconds >= 3, "only " + seconds + " seconds");
    return seconds + " seconds agree with the RTC within " + wander / 1_000 + " us, 0 objects";
  }

  /**
   * Checks every page of a log. At boot, Xen sets its wall clock from the RTC, and reads system
   * time before it waits for the RTC's next second. The wall clock is therefore ahead of the RTC by
   * a constant of up to a second.
   *
   * @param lines of the log; other lines are skipped
   * @param machineStart date at which the machine was started
   * @param toleranceNanos by how much a page may deviate from the start of a second of the RTC
   * @throws IllegalStateException if a page disagrees
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
        require(page.info().tscStable(), "no stable TSC: " + line);
        if (last != null) {
          long step =
              page.clockAt(page.before()).elapsedNanos()
                  - last.clockAt(last.after()).elapsedNanos();
          require(step >= 0, "went back by " + -step + " ns at " + line);
          figures.updates += page.info().version() == last.info().version() ? 0 : 1;
        }
        last = page;
        figures.shifts.add(page.info().shift());
      }
      if (line.startsWith("cmos ")) {
        long read = last.wallAt(last.after()).epochNanos();
        long ahead = read - rtcNanos(line);
        if (figures.edges == 0) {
          figures.aheadNanos = ahead;
        }
        figures.wanderNanos = Math.max(figures.wanderNanos, Math.abs(ahead - figures.aheadNanos));
        require(
            ahead >= -toleranceNanos
                && ahead <= SECOND + toleranceNanos
                && figures.wanderNanos <= toleranceNanos,
            "the page has " + last.wallAt(last.after()).now() + ", the RTC " + line);
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

  /** The kernel set the wall clock to half past this second at that system time. */
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

  /** Converts the RTC's BCD digits: century, year, …, second. */
  private static long rtcNanos(String line) {
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
