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
 * A fault that a clock could have: its source with one passage replaced. A simulation that does not
 * find it shows nothing.
 *
 * @param what the fault
 * @param source the file, below the root of the project
 * @param original what the file says once
 * @param planted what it says instead
 * @param model the simulation that must find it
 * @param arguments those of the model
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

  /** The root of the project; tests run in the folder of their module. */
  private static final Path ROOT = Path.of(System.getProperty("simulation.root", ".."));

  static List<PlantedFault> all() {
    return List.of(
        monotonic(
            "a restart has no floor: slewed reference, an hour of silence, another host",
            "SteeredClock",
            "    long reached = before.highest();\n    long lead",
            "    long reached = before.base;\n    long lead"),
        monotonic(
            "a reference that was set back is followed",
            "SteeredClock",
            "|| (!monotonic && lead > STEP)",
            "|| lead > STEP"),
        monotonic(
            "a lead of days is slewed, at half speed for twice as long",
            "SteeredClock",
            "if (lead > SLEW_LIMIT) {",
            "if (lead > Long.MAX_VALUE - SLEW_LIMIT) {"),
        monotonic(
            "the line is extrapolated, however old its sample is",
            "SteeredClock",
            "return Long.compareUnsigned(passed, segment.renewalTicks) < 0\n        ?",
            "return passed >= 0 && passed < 20_000 * segment.durationTicks ?"),
        monotonic(
            "a counter that was set back is believed",
            "SteeredClock",
            "return Long.compareUnsigned(passed, segment.renewalTicks) < 0\n        ?",
            "return passed < segment.renewalTicks ?"),
        monotonic(
            "a sample from before a stop of 4.5 s joins lines: the scale overflows",
            "SteeredClock",
            "if (passed >= 0 && passed < segment.durationTicks) {\n          current",
            "if (passed >= -(1L << 40)) {\n          current"),
        monotonic(
            "a thread that was stopped puts its old line in place of a newer one",
            "SteeredClock",
            "if (current.compareAndSet(segment, fresh) && !fresh.isUntrusted()) {",
            "current.set(fresh);\n        if (!fresh.isUntrusted()) {"),
        monotonic(
            "the next line is put in place of another one",
            "SteeredClock",
            "current.compareAndSet(segment, segment.next);",
            "current.set(segment.next);"),
        monotonic(
            "a rate that changed is kept",
            "RateEstimate",
            "if (!outlier || measured == 0) {",
            "if (measured != 1) {"),
        monotonic(
            "trust is never asked again",
            "SteeredClock",
            "if (estimate.outlier && !trusted.getAsBoolean()) {",
            "if (estimate.outlier && trusted == null) {"),
        monotonic(
            "the reference has no floor once the counter is not trusted",
            "SteeredClock",
            "return lead <= 0 ? mark.raise(now) : high;",
            "return now;"),
        monotonic(
            "readings of the counter do not raise the floor of the reference",
            "SteeredClock",
            "      mark.raise(reached);\n",
            ""),
        wall(
            "a step is taken for a rate",
            "RateEstimate",
            "if (!fits(sample)) {",
            "if (sample.ticks - last.ticks <= 0) {"),
        wall("a wall clock is not set back", "SteeredClock", "|| (!monotonic && lead > STEP)", ""),
        counter(
            "a reader that was stopped for a turn of the counter",
            "if (mark.get() == marked) {",
            "if (mark.get() != startTicks - 1) {"),
        counter(
            "a counter behind the mark is a whole turn ahead",
            "passed >>> 62 == 3 ? marked :",
            "passed >>> 62 == 4 ? marked :"),
        counter(
            "the mark stays behind",
            "mark.compareAndSet(marked, now);",
            "mark.compareAndSet(now, marked);"),
        guest(
            1,
            "only unstable readings raise the floor",
            "SystemTime",
            "return mark.raise(now);",
            "return (now & 1) == 0 ? mark.raise(now) : Math.max(mark.get(), now);"),
        guest(
            1,
            "the floor is loaded after the page",
            "SystemTime",
            "      long now = systemTimeNanos() + added;\n",
            "      long now = systemTimeNanos() + added;\n      marked = mark.get();\n"),
        guest(
            1,
            "the origin is loaded after the page",
            "SystemTime",
            "      long now = systemTimeNanos() + added;\n",
            "      long now = systemTimeNanos() + (added = origin.get());\n"),
        guest(
            1,
            "a host that is days behind: the clock stands still",
            "SystemTime",
            "if (back <= LARGEST_CORRECTION) {",
            "if (back <= Long.MAX_VALUE) {"),
        guest(
            1,
            "nothing keeps a clock from going back",
            "SystemTime",
            "return mark.raise(now);",
            "return now;"),
        guest(
            1,
            "the version is not looked at again",
            "VcpuClock",
            "&& page.loadInt(at + VcpuTimeInfo.VERSION) == version) {",
            ") {"),
        guest(
            1,
            "a structure is read while it is written",
            "VcpuClock",
            "&& !VersionLock.beingWritten(version)",
            ""),
        guest(
            2,
            "the virtual CPU is not looked at again",
            "VcpuClock",
            "(!several || stayed(vcpu, before, ticks))",
            "(!several || ticks != 0)"),
        guest(
            2,
            "an excursion 0 to 1 to 0 is not seen",
            "VcpuClock",
            "&& ticks - before >= 0 && after - ticks >= 0;",
            "&& after != 1;"),
        inShort(
            "MIGRATION_AFTER_EXCURSION",
            "the version is looked at before the counter is read for the last time",
            "VcpuClock",
            """
                  if ((!several || stayed(vcpu, before, ticks))
                      && !VersionLock.beingWritten(version)
                      && page.loadInt(at + VcpuTimeInfo.VERSION) == version) {
            """,
            """
                  if (!VersionLock.beingWritten(version)
                      && page.loadInt(at + VcpuTimeInfo.VERSION) == version
                      && (!several || stayed(vcpu, before, ticks))) {
            """),
        guest(
            1,
            "a counter behind the stamp is centuries ahead",
            "VcpuTimeInfo",
            "scale(ticks < 0 ? 0 : ticks, multiplier, (byte) shiftAndFlags)",
            "scale(ticks, multiplier, (byte) shiftAndFlags)"),
        guest(
            1,
            "the product has 64 bits",
            "VcpuTimeInfo",
            "return over + (shifted >>> 32) * factor + (((shifted & LOW_WORD) * factor) >>> 32);",
            "return over + ((shifted * factor) >>> 32);"),
        guest(
            1,
            "the wall clock's version is not looked at again",
            "XenPosixClock",
            "return !VersionLock.beingWritten(version)"
                + " && page.loadInt(layout.wallVersion()) == version;",
            "return !VersionLock.beingWritten(version);"),
        guest(
            1,
            "a wall clock that was never written is 1970",
            "XenPosixClock",
            "if ((seconds | nanos) == 0) {",
            "if ((seconds | nanos) == 1) {"),
        guest(
            1,
            "the wall clock has the origin of the monotonic one",
            "XenPosixClock",
            "      long elapsed = systemTime.systemTimeNanos();\n"
                + "      if (unchanged(version)) {\n        return sum",
            "      long elapsed = systemTime.elapsedNanos();\n"
                + "      if (unchanged(version)) {\n        return sum"),
        arm(
            "the generic timer is read to the microsecond",
            "GenericTimerClock",
            "return rate.floorToNanos(counter.read());",
            "return rate.floorToNanos(counter.read()) & -1024L;"),
        arm(
            "a clock stands still until a restored guest's count has caught up",
            "SystemTime",
            "if (back <= LARGEST_CORRECTION) {",
            "if (back <= Long.MAX_VALUE) {"),
        arm(
            "the high-water mark is raised and not shown",
            "SystemTime",
            "return mark.raise(now);",
            "mark.raise(now);\n        return now;"),
        arm(
            "the wall clock's seconds have 32 bits",
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
   * Lets the simulation look for the fault.
   *
   * @param mostPoints when to give up
   * @return the failure that it found, or null
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

  /** A copy of the clocks with the fault. */
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
                + " says not exactly once: "
                + original
                + "\nPlant the fault another way: "
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

  /** The class files in a folder, which is deleted. */
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
