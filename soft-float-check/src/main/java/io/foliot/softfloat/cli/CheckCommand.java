package io.foliot.softfloat.cli;

import io.foliot.softfloat.Report;
import io.foliot.softfloat.ReportFormat;
import io.foliot.softfloat.ReportWriter;
import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.SourceTree;
import io.foliot.softfloat.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code check}: looks for floating point and reports it. */
@Command(
    name = "check",
    description = "Looks for floating point in jars, folders, module paths and class files.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private SoftFloatCommand parent;
  @Mixin private CheckOptions options;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "Format on standard output: ${COMPLETION-CANDIDATES}.")
  private ReportFormat format;

  @Option(
      names = "--report",
      paramLabel = "FORMAT=FILE",
      description = "Writes the report to a file as well; may be repeated.")
  private Map<ReportFormat, Path> reports = Map.of();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Findings that are accepted for now; the command baseline writes the file.")
  private Path baseline;

  @Option(
      names = "--source-root",
      split = ",",
      paramLabel = "FOLDER",
      description = "Where source files are looked up; src/main/java and the like by default.")
  private List<Path> sourceRoots = List.of();

  @Override
  public Integer call() throws IOException {
    SoftFloatCheck.Builder builder = options.builder();
    if (baseline != null) {
      builder.baseline(options.baseline(baseline));
    }
    Report report = options.run(builder, parent.terminal());
    SourceTree sources = SourceTree.around(Path.of(""), sourceRoots);
    PrintWriter out = spec.commandLine().getOut();
    ReportWriter writer =
        format == ReportFormat.TEXT
            ? new TextReport(parent.terminal().colours())
            : format.writer(sources);
    writer.write(report, out);
    out.flush();
    for (Map.Entry<ReportFormat, Path> entry : reports.entrySet()) {
      OutputFile.write(
          entry.getValue(), file -> entry.getKey().writer(sources).write(report, file));
    }
    if (options.hasTrouble(report)) {
      return SoftFloatCommand.TROUBLE;
    }
    return options.failing(report).isEmpty() ? SoftFloatCommand.CLEAN : SoftFloatCommand.FINDINGS;
  }
}
