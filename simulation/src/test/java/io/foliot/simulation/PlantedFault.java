package io.foliot.simulation;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A fault planted in a clock by replacing one passage of its source. The simulation must find it.
 *
 * @param what the fault
 * @param source file, relative to the root of the project
 * @param original passage, which occurs once in the file
 * @param planted passage that replaces it
 * @param model simulation that must find the fault
 * @param arguments of the model
 */
record PlantedFault(
    String what,
    String source,
    String original,
    String planted,
    String model,
    List<Object> arguments) {
  private static final String COUNTER = "clock-api/src/main/java/io/foliot/clock/counter/";
  private static final String XEN = "clock-xen/src/main/java/io/foliot/clock/xen/";
  private static final int READINGS = 1500;

  /** The root of the project; tests run in the directory of their module. */
  private static final Path ROOT = Path.of(System.getProperty("simulation.root", ".."));

  static List<PlantedFault> all() {
    return List.of(
        monotonic(
            "a restart ignores the high-water mark: slewed reference, an hour of silence, another host",
            "SteeredClock",
            "    long reached = before.highest();\n    long lead",
            "    long reached = before.base;\n    long lead"),
        monotonic(
            "a reference that was set back is followed",
            "SteeredClock",
            "|| (!monotonic && lead > STEP)",
            "|| lead > STEP"),
        monotonic(
            "a lead of days is slewed away at half speed",
            "SteeredClock",
            "if (lead > SLEW_LIMIT) {",
            "if (lead > Long.MAX_VALUE - SLEW_LIMIT) {"),
        monotonic(
            "a line is extrapolated however old its sample is",
            "SteeredClock",
            "return Long.compareUnsigned(passed, segment.renewalTicks) < 0\n        ?",
            "return passed >= 0 && passed < 20_000 * segment.durationTicks ?"),
        monotonic(
            "a counter that was set back is trusted",
            "SteeredClock",
            "return Long.compareUnsigned(passed, segment.renewalTicks) < 0\n        ?",
            "return passed < segment.renewalTicks ?"),
        monotonic(
            "a sample from before a stop of 4.5 s continues the line: the scale overflows",
            "SteeredClock",
            "if (passed >= 0 && passed < segment.durationTicks) {\n          current",
            "if (passed >= -(1L << 40)) {\n          current"),
        monotonic(
            "a stopped thread replaces a newer line with its old one",
            "SteeredClock",
            "if (current.compareAndSet(segment, fresh) && !fresh.isUntrusted()) {",
            "current.set(fresh);\n        if (!fresh.isUntrusted()) {"),
        monotonic(
            "the next line replaces one that it does not follow",
            "SteeredClock",
            "current.compareAndSet(segment, segment.next);",
            "current.set(segment.next);"),
        monotonic(
            "a changed rate is ignored",
            "RateEstimate",
            "if (!outlier || measured == 0) {",
            "if (measured != 1) {"),
        monotonic(
            "trust is never checked again",
            "SteeredClock",
            "if (estimate.outlier && !trusted.getAsBoolean()) {",
            "if (estimate.outlier && trusted == null) {"),
        monotonic(
            "the reference may go back once the counter is not trusted",
            "SteeredClock",
            "return lead <= 0 ? mark.raise(now) : high;",
            "return now;"),
        monotonic(
            "readings of the counter do not raise the high-water mark of the reference",
            "SteeredClock",
            "      mark.raise(reached);\n",
            ""),
        wall(
            "a step is mistaken for a rate",
            "RateEstimate",
            "if (!fits(sample)) {",
            "if (sample.ticks - last.ticks <= 0) {"),
        wall(
            "a wall clock does not follow a step back",
            "SteeredClock",
            "|| (!monotonic && lead > STEP)",
            ""),
        counter(
            "a reader stopped for a whole wrap of the counter",
            "if (mark.get() == marked) {",
            "if (mark.get() != startTicks - 1) {"),
        counter(
            "a counter behind the high-water mark counts as a whole wrap ahead",
            "passed >>> 62 == 3 ? marked :",
            "passed >>> 62 == 4 ? marked :"),
        counter(
            "the high-water mark is not raised",
            "mark.compareAndSet(marked, now);",
            "mark.compareAndSet(now, marked);"),
        guest(
            1,
            "only some readings raise the high-water mark",
            "SystemTimeClock",
            "return mark.raise(now);",
            "return (now & 1) == 0 ? mark.raise(now) : Math.max(mark.get(), now);"),
        guest(
            1,
            "the high-water mark is loaded after the page",
            "SystemTimeClock",
            "      long now = systemTimeNanos() + added;\n",
            "      long now = systemTimeNanos() + added;\n      marked = mark.get();\n"),
        guest(
            1,
            "the origin is loaded after the page",
            "SystemTimeClock",
            "      long now = systemTimeNanos() + added;\n",
            "      long now = systemTimeNanos() + (added = origin.get());\n"),
        guest(
            1,
            "the clock stands still when the host is days behind",
            "SystemTimeClock",
            "if (back <= MAX_CORRECTION) {",
            "if (back <= Long.MAX_VALUE) {"),
        guest(
            1,
            "the high-water mark is ignored",
            "SystemTimeClock",
            "return mark.raise(now);",
            "return now;"),
        guest(
            1,
            "the version is not checked again",
            "Seqlock",
            "return (version & 1) != 0 || page.loadInt(versionOffset) != version;",
            "return (version & 1) != 0;"),
        guest(
            1,
            "a structure is read during an update",
            "Seqlock",
            "return (version & 1) != 0 || page.loadInt(versionOffset) != version;",
            "return page.loadInt(versionOffset) != version;"),
        guest(
            2,
            "the virtual CPU is not checked again",
            "VcpuClock",
            "(!several || stayed(vcpu, before, ticks))",
            "(!several || ticks != 0)"),
        guest(
            2,
            "a move from virtual CPU 0 to 1 to 0 goes unnoticed",
            "VcpuClock",
            "&& ticks - before >= 0 && after - ticks >= 0;",
            "&& after != 1;"),
        inShort(
            "MIGRATION_AFTER_EXCURSION",
            "the version is checked before the last reading of the counter",
            "VcpuClock",
            """
                  if ((!several || stayed(vcpu, before, ticks))
                      && !Seqlock.mustRetry(page, at + VcpuTimeInfo.VERSION, version)) {
            """,
            """
                  if (!Seqlock.mustRetry(page, at + VcpuTimeInfo.VERSION, version)
                      && (!several || stayed(vcpu, before, ticks))) {
            """),
        guest(
            1,
            "a counter behind the timestamp counts as centuries ahead",
            "VcpuTimeInfo",
            "scale(ticks < 0 ? 0 : ticks, multiplier, (byte) shiftAndFlags)",
            "scale(ticks, multiplier, (byte) shiftAndFlags)"),
        guest(
            1,
            "the product is cut to 64 bits",
            "VcpuTimeInfo",
            "return over + (shifted >>> 32) * factor + (((shifted & LOW_WORD) * factor) >>> 32);",
            "return over + ((shifted * factor) >>> 32);"),
        guest(
            1,
            "the version of the wall clock is not checked again",
            "XenPosixClock",
            "return !Seqlock.mustRetry(page, layout.wallVersion(), version);",
            "return (version & 1) == 0;"),
        guest(
            1,
            "a wall clock that was never written reads 1970",
            "XenPosixClock",
            "if ((seconds | nanos) == 0) {",
            "if ((seconds | nanos) == 1) {"),
        guest(
            1,
            "the wall clock adds the origin of the monotonic clock",
            "XenPosixClock",
            "      long elapsed = systemTime.systemTimeNanos();\n"
                + "      if (unchanged(version)) {\n        return sum",
            "      long elapsed = systemTime.elapsedNanos();\n"
                + "      if (unchanged(version)) {\n        return sum"),
        arm(
            "the generic timer is rounded to a microsecond",
            "GenericTimerClock",
            "return rate.floorToNanos(counter.read());",
            "return rate.floorToNanos(counter.read()) & -1024L;"),
        arm(
            "the clock stands still until a restored guest's count has caught up",
            "SystemTimeClock",
            "if (back <= MAX_CORRECTION) {",
            "if (back <= Long.MAX_VALUE) {"),
        arm(
            "the high-water mark is raised but not returned",
            "SystemTimeClock",
            "return mark.raise(now);",
            "mark.raise(now);\n        return now;"),
        arm(
            "the seconds of the wall clock have 32 bits",
            "XenPosixClock",
            "return ((long) page.loadInt(layout.wallSecondsHigh()) << 32)\n        | (",
            "return 0L\n        | ("));
  }

  private static PlantedFault monotonic(String what, String type, String from, String to) {
    return new PlantedFault(
        what, COUNTER + type + ".java", from, to, "SteeredSimulation", List.of(false, READINGS));
  }

  private static PlantedFault wall(String what, String type, String from, String to) {
    return new PlantedFault(
        what, COUNTER + type + ".java", from, to, "SteeredSimulation", List.of(true, READINGS));
  }

  private static PlantedFault counter(String what, String from, String to) {
    return new PlantedFault(
        what, COUNTER + "FreeRunningClock.java", from, to, "CounterSimulation", List.of(READINGS));
  }

  private static PlantedFault guest(int vcpus, String what, String type, String from, String to) {
    return new PlantedFault(
        what, XEN + type + ".java", from, to, "GuestSimulation", List.of(vcpus, READINGS));
  }

  private static PlantedFault arm(String what, String type, String from, String to) {
    return new PlantedFault(
        what, XEN + type + ".java", from, to, "ArmSimulation", List.of(READINGS));
  }

  private static PlantedFault inShort(
      String history, String what, String type, String from, String to) {
    return new PlantedFault(
        what, XEN + type + ".java", from, to, "ShortHistory", List.of(history, 1, 1));
  }

  /**
   * Runs the simulation until it finds the fault.
   *
   * @param mostPoints after which it gives up
   * @return the failure, or null if it was not found
   */
  AssertionError find(long mostPoints) {
    Runner runner = new Runner(loader(), model, arguments.toArray());
    try {
      if (model.equals("ShortHistory")) {
        runner.exhaustive(1);
      } else {
        runner.random(1, mostPoints);
      }
      return null;
    } catch (AssertionError found) {
      return found;
    }
  }

  /** {@return a loader of the clocks with the fault} */
  RewritingLoader loader() {
    return new RewritingLoader(compiled());
  }

  private Map<String, byte[]> compiled() {
    try {
      Path folder = Files.createTempDirectory("planted");
      Path file = ROOT.resolve(source);
      String text = Files.readString(file);
      int at = text.indexOf(original);
      if (at < 0 || text.indexOf(original, at + 1) >= 0) {
        throw new IllegalStateException(
            source
                + " must contain exactly once: "
                + original
                + "\nThe source has changed; plant the fault another way: "
                + what);
      }
      Path faulty = folder.resolve(file.getFileName());
      Files.writeString(faulty, text.replace(original, planted));
      StringWriter messages = new StringWriter();
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      boolean compiles =
          compiler
              .getTask(
                  messages,
                  null,
                  null,
                  List.of("-proc:none", "-nowarn", "-d", folder.toString()),
                  null,
                  compiler.getStandardFileManager(null, null, null).getJavaFileObjects(faulty))
              .call();
      if (!compiles) {
        throw new IllegalStateException(what + " does not compile:\n" + messages);
      }
      return classesIn(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the class files in a folder} Deletes the folder. */
  private static Map<String, byte[]> classesIn(Path folder) throws IOException {
    Map<String, byte[]> classes = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        String name = folder.relativize(file).toString();
        if (name.endsWith(".class")) {
          String type = name.substring(0, name.length() - 6);
          classes.put(
              type.replace(file.getFileSystem().getSeparator(), "."), Files.readAllBytes(file));
        }
        Files.delete(file);
      }
    }
    return classes;
  }
}
