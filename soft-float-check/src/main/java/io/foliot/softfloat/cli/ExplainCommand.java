package io.foliot.softfloat.cli;

import io.foliot.softfloat.Rule;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: what one rule is about and what to do. */
@Command(name = "explain", description = "Explains a rule.", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RULE", description = "Identifier of the rule, such as API-1.")
  private String id;

  @Override
  public Integer call() {
    Optional<Rule> found = Rule.byId(id);
    if (found.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "there is no rule " + id + "; soft-float-check rules lists them all");
    }
    Rule rule = found.get();
    PrintWriter out = spec.commandLine().getOut();
    out.println(rule.id() + " (" + rule.severity().name().toLowerCase(Locale.ROOT) + ")");
    out.println(rule.message());
    out.println(rule.hint());
    return SoftFloatCommand.CLEAN;
  }
}
