package io.foliot.softfloat.cli;

import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.internal.input.Inputs;
import io.foliot.softfloat.model.Baseline;
import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options that {@code check} and {@code baseline} share. */
final class CheckOptions {
  private static final Option DEPTH =
      Option.of("--depth", "DEPTH,...", "What to check: api (default), code, reach.");
  private static final Option ENTRY_POINT =
      Option.of(
          "--entry-point",
          "NAME,...",
          "Entry points of depth reach: class or class.method; the public API by default.");
  private static final Option JDK =
      Option.of(
          "--jdk", "HOME", "JDK that depth reach follows calls into; the running one by default.");
  private static final Option SEVERITY =
      Option.of("--severity", "RULE=LEVEL,...", "Severity of a rule: error, warning, info or off.");
  private static final Option FAIL_ON =
      Option.of(
          "--fail-on",
          "LEVEL",
          "Lowest severity with exit code 1: error (default), warning or info.");
  private static final Option INCLUDE =
      Option.of("--include", "GLOB,...", "Reports only on these classes, such as com.example.**.");
  private static final Option EXCLUDE =
      Option.of("--exclude", "GLOB,...", "Does not report on these classes.");
  private static final Option FLOAT_TYPE =
      Option.of("--float-type", "CLASS,...", "Your own types that exist to carry floating point.");
  private static final Option KOTLIN_INTERNAL =
      Option.flag("--kotlin-internal", "", "Counts Kotlin's internal declarations as API.");
  private static final Option CLASS_PATH =
      new Option(
          "--class-path", "-cp", "PATHS", "Libraries that the classes use, not reported on.");

  static final List<Option> ALL =
      List.of(
          DEPTH,
          ENTRY_POINT,
          JDK,
          SEVERITY,
          FAIL_ON,
          INCLUDE,
          EXCLUDE,
          FLOAT_TYPE,
          KOTLIN_INTERNAL,
          CLASS_PATH);

  private final Arguments arguments;
  private final List<Depth> depths = new ArrayList<>();
  private final Severity failOn;

  CheckOptions(Arguments arguments) {
    this.arguments = arguments;
    for (String each : arguments.has(DEPTH) ? arguments.all(DEPTH) : List.of("api")) {
      depths.add(Arguments.constant(Depth.class, DEPTH, each));
    }
    failOn =
        arguments
            .one(FAIL_ON)
            .map(each -> Arguments.constant(Severity.class, FAIL_ON, each))
            .orElse(Severity.ERROR);
  }

  /** Creates a check with these options. */
  SoftFloatCheck.Builder builder(Terminal terminal) {
    SoftFloatCheck.Builder builder = SoftFloatCheck.builder().progress(terminal.progress());
    builder.depths(depths.get(0), depths.toArray(new Depth[0]));
    try {
      arguments.all(SEVERITY).forEach(builder::severity);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(e.getMessage());
    }
    builder.failOn(failOn);
    builder.entryPoints(arguments.all(ENTRY_POINT).toArray(new String[0]));
    arguments.one(JDK).map(Arguments::path).ifPresent(builder::jdk);
    builder.include(arguments.all(INCLUDE).toArray(new String[0]));
    builder.exclude(arguments.all(EXCLUDE).toArray(new String[0]));
    builder.floatShaped(arguments.all(FLOAT_TYPE).toArray(new String[0]));
    if (arguments.has(KOTLIN_INTERNAL)) {
      builder.kotlinInternal();
    }
    for (String part : arguments.one(CLASS_PATH).orElse("").split(File.pathSeparator, -1)) {
      if (!part.isEmpty()) {
        builder.classPath(Arguments.path(part));
      }
    }
    return builder;
  }

  /** Runs a check over the operands. */
  Report run(SoftFloatCheck check, Terminal terminal) {
    List<Path> inputs = arguments.operands().stream().map(Arguments::path).toList();
    Report report = check.check(inputs);
    terminal.progressEnded();
    return report;
  }

  /** Reports problems on standard error; returns whether there are any. */
  static boolean hasTrouble(Report report, Terminal terminal) {
    report.problems().forEach(each -> terminal.complain(each.toString()));
    return !report.problems().isEmpty();
  }

  static Baseline baseline(Path file) {
    try {
      return Baseline.read(file);
    } catch (NoSuchFileException e) {
      throw CommandException.usage(
          "baseline " + file + " does not exist; soft-float-check baseline writes one");
    } catch (IOException e) {
      throw CommandException.usage("baseline " + file + ": " + Inputs.describe(e));
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(e.getMessage());
    }
  }
}
