package io.foliot.softfloat.cli;

import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.report.ReportFormat;
import io.foliot.softfloat.report.ReportWriter;
import io.foliot.softfloat.report.SourceTree;
import io.foliot.softfloat.report.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code check}: finds floating point and reports it. */
final class CheckCommand implements Subcommand {
  private static final Option FORMAT =
      Option.of(
          "--format",
          "FORMAT",
          "Format of standard output: text (default), json, sarif, github or html.");
  private static final Option REPORT =
      Option.of("--report", "FORMAT=FILE", "Also writes the report to a file; repeatable.");
  private static final Option BASELINE =
      Option.of(
          "--baseline",
          "FILE",
          "Findings that are accepted for now, as soft-float-check baseline writes them.");
  private static final Option SOURCE_ROOT =
      Option.of(
          "--source-root",
          "FOLDER,...",
          "Source folders; src/main/java and the like near each input by default.");

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "Finds floating point in jars, jmods, class files, folders and jrt:/[MODULE].";
  }

  @Override
  public String operand() {
    return "PATH";
  }

  @Override
  public List<Option> options() {
    List<Option> all = new ArrayList<>(CheckOptions.ALL);
    all.addAll(List.of(FORMAT, REPORT, BASELINE, SOURCE_ROOT));
    return all;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    CheckOptions options = new CheckOptions(arguments);
    ReportFormat format =
        arguments
            .one(FORMAT)
            .map(each -> Arguments.constant(ReportFormat.class, FORMAT, each))
            .orElse(ReportFormat.TEXT);
    Map<Path, ReportFormat> reports = reports(arguments);
    List<Path> roots = arguments.all(SOURCE_ROOT).stream().map(Arguments::path).toList();
    SoftFloatCheck.Builder builder = options.builder(terminal);
    arguments
        .one(BASELINE)
        .map(Arguments::path)
        .ifPresent(file -> builder.baseline(CheckOptions.baseline(file)));
    Report report = options.run(builder.build(), terminal);
    SourceTree sources = SourceTree.around(Path.of(""), roots);
    ReportWriter writer =
        format == ReportFormat.TEXT ? new TextReport(terminal.colors()) : format.writer(sources);
    writer.limits(report).forEach(terminal::complain);
    writer.write(report, terminal.out());
    terminal.out().flush();
    reports.forEach(
        (file, each) -> {
          ReportWriter more = each.writer(sources);
          more.limits(report).forEach(terminal::complain);
          OutputFile.write(file, out -> more.write(report, out));
        });
    if (CheckOptions.hasTrouble(report, terminal)) {
      return TROUBLE;
    }
    return report.isClean() ? CLEAN : FINDINGS;
  }

  private static Map<Path, ReportFormat> reports(Arguments arguments) {
    Map<Path, ReportFormat> reports = new LinkedHashMap<>();
    for (String each : arguments.all(REPORT)) {
      int equals = each.indexOf('=');
      if (equals < 0) {
        throw CommandException.usage("option --report: '" + each + "'; expected FORMAT=FILE");
      }
      reports.put(
          Arguments.path(each.substring(equals + 1)),
          Arguments.constant(ReportFormat.class, REPORT, each.substring(0, equals)));
    }
    return reports;
  }
}
