package io.foliot.softfloat.cli;

import io.foliot.softfloat.model.Rule;
import java.util.List;
import java.util.Locale;

/** {@code explain}: prints what rules mean and what to do about findings. */
final class ExplainCommand implements Subcommand {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "Explains what rules mean and what to do about findings.";
  }

  @Override
  public String operand() {
    return "RULE";
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    for (String id : arguments.operands()) {
      Rule rule =
          Rule.byId(id)
              .orElseThrow(
                  () ->
                      CommandException.usage(
                          "unknown rule '" + id + "'; soft-float-check rules lists all rules"));
      terminal.println(rule.id() + " (" + rule.severity().name().toLowerCase(Locale.ROOT) + ")");
      terminal.println(rule.message());
      terminal.println(rule.hint());
    }
    return CLEAN;
  }
}
