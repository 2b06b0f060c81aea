package io.foliot.softfloat.cli;

import io.foliot.softfloat.model.Rule;
import java.util.List;
import java.util.Locale;

/** {@code rules}: lists all rules. */
final class RulesCommand implements Subcommand {
  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String summary() {
    return "Lists all rules.";
  }

  @Override
  public String operand() {
    return "";
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    for (Rule rule : Rule.values()) {
      String severity = rule.severity().name().toLowerCase(Locale.ROOT);
      terminal.println(pad(rule.id(), 8) + pad(severity, 9) + rule.message());
    }
    return CLEAN;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
