package io.foliot.softfloat.cli;

import io.foliot.softfloat.Rule;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rules}: the catalogue, one line for each rule. */
@Command(name = "rules", description = "Lists all rules.", mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (Rule rule : Rule.values()) {
      String severity = rule.severity().name().toLowerCase(Locale.ROOT);
      out.println(pad(rule.id(), 8) + pad(severity, 9) + rule.message());
    }
    return SoftFloatCommand.CLEAN;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
