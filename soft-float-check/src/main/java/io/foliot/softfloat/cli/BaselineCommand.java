package io.foliot.softfloat.cli;

import io.foliot.softfloat.Baseline;
import io.foliot.softfloat.Report;
import io.foliot.softfloat.Rule;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code baseline}: accepts what there is now, or takes out what is gone. */
@Command(
    name = "baseline",
    description = "Writes or updates the file of findings that are accepted for now.",
    mixinStandardHelpOptions = true)
final class BaselineCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private SoftFloatCommand parent;
  @Mixin private CheckOptions options;

  @Option(
      names = {"--output", "-o"},
      paramLabel = "FILE",
      defaultValue = "soft-float-baseline.txt",
      description = "The file; by default ${DEFAULT-VALUE}.")
  private Path file;

  @Option(
      names = "--prune",
      description = "Only takes out entries that are not found any more; accepts nothing new.")
  private boolean prune;

  @Override
  public Integer call() {
    boolean exists = Files.exists(file);
    Baseline old = exists || prune ? options.baseline(file) : Baseline.empty();
    Report report = options.run(options.builder(), parent.terminal());
    if (options.hasTrouble(report)) {
      // What could not be read would be missing from the file.
      PlainCheck.complain(spec.commandLine().getErr(), file + " was not written");
      return SoftFloatCommand.TROUBLE;
    }
    Baseline next =
        old.updated(
            options.failing(report).stream()
                .filter(finding -> finding.rule() != Rule.ALLOW_REASON)
                .toList(),
            options::judges,
            prune);
    OutputFile.write(file, next::write);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        file
            + ": "
            + next.size()
            + " entries, "
            + next.countNotIn(old)
            + " added, "
            + old.countNotIn(next)
            + " removed");
    return SoftFloatCommand.CLEAN;
  }
}
