package io.foliot.softfloat.cli;

import io.foliot.softfloat.Depth;
import io.foliot.softfloat.Problem;
import io.foliot.softfloat.Report;
import io.foliot.softfloat.Severity;
import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code check PATH...} without any option but {@code --depth} in front, which needs no command
 * line parser: starting one takes longer than the check of a small library. What it says is the
 * same.
 */
final class PlainCheck {
  private static final String DEPTH = "--depth";

  private PlainCheck() {}

  /** Runs a command, with the parser only if it is needed. */
  static int runCommand(Terminal terminal, PrintWriter out, PrintWriter err, String... args) {
    try {
      boolean withDepth = args.length > 1 && args[1].equals(DEPTH);
      int first = withDepth ? 3 : 1;
      List<Depth> depths = withDepth ? depths(args) : List.of(Depth.API);
      if (depths.isEmpty() || !fits(first, args)) {
        return SoftFloatCommand.run(terminal, out, err, args);
      }
      return run(terminal, out, err, depths, Arrays.asList(args).subList(first, args.length));
    } catch (RuntimeException e) {
      return failed(e, err);
    }
  }

  /** Says in one line why a command ended early. */
  static int failed(Throwable error, PrintWriter err) {
    // Closing the inputs can fail for want of memory too, and then one is the cause of the other.
    if (error.getCause() instanceof OutOfMemoryError memory) {
      throw memory;
    }
    String message = error instanceof CommandException ? error.getMessage() : error.toString();
    complain(err, message);
    return SoftFloatCommand.TROUBLE;
  }

  /** Writes one line on standard error; arguments and names of files may hold controls. */
  static void complain(PrintWriter err, String message) {
    StringBuilder line = new StringBuilder("soft-float-check: ").append(message);
    for (int i = 0; i < line.length(); i++) {
      if (Character.isISOControl(line.charAt(i))) {
        line.setCharAt(i, '?');
      }
    }
    err.println(line);
  }

  /** The depths that are named, or none if that takes the parser to explain. */
  private static List<Depth> depths(String... args) {
    List<Depth> depths = new ArrayList<>();
    for (String name : (args.length > 2 ? args[2] : "").split(",", -1)) {
      Depth found = null;
      for (Depth depth : Depth.values()) {
        found = depth.name().equalsIgnoreCase(name) ? depth : found;
      }
      if (found == null) {
        return List.of();
      }
      depths.add(found);
    }
    return depths;
  }

  private static boolean fits(int first, String... args) {
    if (args.length <= first || !args[0].equals("check")) {
      return false;
    }
    for (int i = first; i < args.length; i++) {
      // An option, or a file with arguments.
      if (args[i].isEmpty() || args[i].charAt(0) == '-' || args[i].charAt(0) == '@') {
        return false;
      }
    }
    return true;
  }

  private static int run(
      Terminal terminal, PrintWriter out, PrintWriter err, List<Depth> depths, List<String> paths) {
    List<Path> inputs = new ArrayList<>();
    try {
      for (String each : paths) {
        inputs.add(Path.of(each));
      }
    } catch (InvalidPathException e) {
      complain(err, "not a path: " + e.getMessage() + " (see --help)");
      return SoftFloatCommand.TROUBLE;
    }
    SoftFloatCheck.Builder builder = SoftFloatCheck.builder().progress(terminal.progress(err));
    builder.depths(depths.get(0), depths.toArray(new Depth[0]));
    Report report = builder.build().check(inputs);
    terminal.done(err);
    try {
      new TextReport(terminal.colours()).write(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException("a PrintWriter keeps its errors to itself", e);
    }
    out.flush();
    if (hasTrouble(report, paths, err)) {
      return SoftFloatCommand.TROUBLE;
    }
    return report.count(Severity.ERROR) > 0 ? SoftFloatCommand.FINDINGS : SoftFloatCommand.CLEAN;
  }

  /** Says on standard error what could not be checked; true if there was anything. */
  static boolean hasTrouble(Report report, List<String> paths, PrintWriter err) {
    for (Problem problem : report.problems()) {
      complain(err, problem.toString());
    }
    if (report.problems().isEmpty() && report.classes() == 0) {
      complain(err, "no class files in " + String.join(", ", paths));
      return true;
    }
    return !report.problems().isEmpty();
  }
}
