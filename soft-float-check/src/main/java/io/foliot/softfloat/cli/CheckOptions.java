package io.foliot.softfloat.cli;

import io.foliot.softfloat.Baseline;
import io.foliot.softfloat.Depth;
import io.foliot.softfloat.Finding;
import io.foliot.softfloat.Report;
import io.foliot.softfloat.Rule;
import io.foliot.softfloat.Severity;
import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.internal.check.RuleLevel;
import io.foliot.softfloat.internal.input.Inputs;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What to check and how: the options that {@code check} and {@code baseline} share. */
final class CheckOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Jar, jmod, class file, folder of classes or of jars, or jrt:/[MODULE].")
  private List<String> paths;

  @Option(
      names = "--depth",
      split = ",",
      paramLabel = "DEPTH",
      defaultValue = "api",
      description = "How far to look: ${COMPLETION-CANDIDATES}; several with commas.")
  private List<Depth> depths;

  @Option(
      names = "--entry-point",
      split = ",",
      paramLabel = "NAME",
      description =
          "Where depth reach starts: a class, or class.method; the public API by default.")
  private List<String> entryPoints = List.of();

  @Option(
      names = "--severity",
      paramLabel = "RULE=LEVEL",
      description = "Weight of a rule: error, warning, info or off.")
  private Map<String, String> severities = Map.of();

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      defaultValue = "error",
      description = "Weakest finding that makes the exit code 1: ${COMPLETION-CANDIDATES}.")
  private Severity failOn;

  @Option(
      names = "--include",
      split = ",",
      paramLabel = "GLOB",
      description = "Report on these classes only, such as com.example.**.")
  private List<String> includes = List.of();

  @Option(
      names = "--exclude",
      split = ",",
      paramLabel = "GLOB",
      description = "Do not report on these classes.")
  private List<String> excludes = List.of();

  @Option(
      names = "--float-type",
      split = ",",
      paramLabel = "CLASS",
      description = "Types of your own that exist to carry floats.")
  private List<String> floatTypes = List.of();

  @Option(
      names = {"--class-path", "-cp"},
      paramLabel = "PATHS",
      description = "Libraries in which supertypes are looked up.")
  private String classPath = "";

  /** A check with these options. */
  SoftFloatCheck.Builder builder() {
    SoftFloatCheck.Builder builder = SoftFloatCheck.builder();
    builder.depths(depths.get(0), depths.toArray(new Depth[0]));
    for (RuleLevel level : levels()) {
      level.applyTo(builder);
    }
    builder.entryPoints(entryPoints.toArray(new String[0]));
    builder.include(includes.toArray(new String[0]));
    builder.exclude(excludes.toArray(new String[0]));
    builder.floatShaped(floatTypes.toArray(new String[0]));
    for (String part : classPath.split(File.pathSeparator, -1)) {
      if (!part.isEmpty()) {
        builder.classPath(path(part));
      }
    }
    return builder;
  }

  /** Runs a check over the paths. */
  Report run(SoftFloatCheck.Builder builder, Terminal terminal) {
    List<Path> inputs = new ArrayList<>();
    for (String each : paths) {
      inputs.add(path(each));
    }
    PrintWriter err = spec.commandLine().getErr();
    Report report = builder.progress(terminal.progress(err)).build().check(inputs);
    terminal.done(err);
    return report;
  }

  /** Says on standard error what could not be checked; true if there was anything. */
  boolean hasTrouble(Report report) {
    return PlainCheck.hasTrouble(report, paths, spec.commandLine().getErr());
  }

  /** Findings that make the exit code 1. */
  List<Finding> failing(Report report) {
    List<Finding> failing = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (finding.severity().compareTo(failOn) <= 0) {
        failing.add(finding);
      }
    }
    return failing;
  }

  /** Whether the check looks for findings of a rule. */
  boolean judges(Rule rule) {
    boolean off = false;
    for (RuleLevel level : levels()) {
      off = level.rule() == rule ? level.severity().isEmpty() : off;
    }
    return depths.contains(rule.depth()) && !off;
  }

  Baseline baseline(Path file) {
    try {
      return Baseline.read(file);
    } catch (NoSuchFileException e) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no baseline " + file + "; soft-float-check baseline writes one");
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "the baseline " + file + ": " + Inputs.describe(e));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private List<RuleLevel> levels() {
    List<RuleLevel> levels = new ArrayList<>();
    for (Map.Entry<String, String> entry : severities.entrySet()) {
      try {
        levels.add(RuleLevel.parse(entry.getKey(), entry.getValue()));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), e.getMessage(), e);
      }
    }
    return levels;
  }

  private Path path(String text) {
    if (text.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "a path is empty; expected a jar, jmod, class file or folder");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new ParameterException(spec.commandLine(), "not a path: " + e.getMessage());
    }
  }
}
