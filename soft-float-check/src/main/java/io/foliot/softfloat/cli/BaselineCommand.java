package io.foliot.softfloat.cli;

import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.internal.text.Counted;
import io.foliot.softfloat.model.Baseline;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code baseline}: accepts the current findings, or removes stale entries. */
final class BaselineCommand implements Subcommand {
  private static final Option OUTPUT =
      new Option("--output", "-o", "FILE", "Baseline file; soft-float-baseline.txt by default.");
  private static final Option PRUNE =
      Option.flag("--prune", "", "Removes entries that match no finding, and adds none.");

  @Override
  public String name() {
    return "baseline";
  }

  @Override
  public String summary() {
    return "Writes or updates the baseline, the file of findings that are accepted for now.";
  }

  @Override
  public String operand() {
    return "PATH";
  }

  @Override
  public List<Option> options() {
    List<Option> all = new ArrayList<>(CheckOptions.ALL);
    all.addAll(List.of(OUTPUT, PRUNE));
    return all;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    CheckOptions options = new CheckOptions(arguments);
    Path file = Arguments.path(arguments.one(OUTPUT).orElse("soft-float-baseline.txt"));
    boolean prune = arguments.has(PRUNE);
    Baseline old = Files.exists(file) || prune ? CheckOptions.baseline(file) : Baseline.empty();
    SoftFloatCheck check = options.builder(terminal).build();
    Report report = options.run(check, terminal);
    if (CheckOptions.hasTrouble(report, terminal)) {
      // The findings in the unread inputs would be missing.
      terminal.complain(file + ": not written, because not all inputs could be read");
      return TROUBLE;
    }
    List<Finding> accepted =
        report.failing().stream().filter(finding -> finding.rule() != Rule.ALLOW_REASON).toList();
    Baseline next = old.updated(accepted, check::judges, name -> true, prune);
    OutputFile.write(file, next::write);
    terminal.println(
        file
            + ": "
            + Counted.of(next.size(), "entry")
            + ", "
            + next.countNotIn(old)
            + " added, "
            + old.countNotIn(next)
            + " removed");
    return CLEAN;
  }
}
