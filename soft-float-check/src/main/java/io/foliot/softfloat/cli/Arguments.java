package io.foliot.softfloat.cli;

import io.foliot.softfloat.internal.text.NearestName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parsed arguments of a command: the values of its options, and its operands. */
final class Arguments {
  private final Map<String, List<String>> values = new HashMap<>();
  private final List<String> operands = new ArrayList<>();

  private Arguments() {}

  /**
   * Parses {@code --name value}, {@code --name=value}, flags and operands, in any order; everything
   * after {@code --} is an operand.
   *
   * @throws CommandException if an option is unknown or has no value
   */
  static Arguments parse(List<Option> options, List<String> args) {
    Arguments parsed = new Arguments();
    int at = 0;
    while (at < args.size()) {
      String arg = args.get(at++);
      if (arg.equals("--")) {
        parsed.operands.addAll(args.subList(at, args.size()));
        break;
      }
      if (!arg.startsWith("-") || arg.equals("-")) {
        parsed.operands.add(arg);
        continue;
      }
      int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
      Option option = find(equals < 0 ? arg : arg.substring(0, equals), options);
      if (!option.takesValue()) {
        if (equals >= 0) {
          throw CommandException.usage("option " + option.name() + " takes no value");
        }
        parsed.add(option, "");
      } else if (equals >= 0) {
        parsed.add(option, arg.substring(equals + 1));
      } else if (at < args.size()) {
        parsed.add(option, args.get(at++));
      } else {
        throw CommandException.usage(
            "option " + option.name() + " needs a value: " + option.label());
      }
    }
    return parsed;
  }

  private static Option find(String written, List<Option> options) {
    for (Option option : options) {
      if (option.hasName(written)) {
        return option;
      }
    }
    throw CommandException.usage(
        "unknown option '"
            + written
            + "'"
            + NearestName.hint(written, options.stream().map(Option::name).toList()));
  }

  private void add(Option option, String value) {
    values.computeIfAbsent(option.name(), name -> new ArrayList<>()).add(value);
  }

  boolean has(Option option) {
    return values.containsKey(option.name());
  }

  List<String> operands() {
    return operands;
  }

  /** The value of an option that can be given at most once. */
  Optional<String> one(Option option) {
    List<String> all = values.getOrDefault(option.name(), List.of());
    if (all.size() > 1) {
      throw CommandException.usage("option " + option.name() + " can be given only once");
    }
    return all.stream().findFirst();
  }

  /** The values of a repeatable option, split at commas. */
  List<String> all(Option option) {
    List<String> parts = new ArrayList<>();
    for (String value : values.getOrDefault(option.name(), List.of())) {
      parts.addAll(Arrays.asList(value.split(",", -1)));
    }
    if (parts.contains("")) {
      throw CommandException.usage("option " + option.name() + " has an empty value");
    }
    return parts;
  }

  /** Finds an enum constant by its name, in any case. */
  static <E extends Enum<E>> E constant(Class<E> type, Option option, String name) {
    List<String> names = new ArrayList<>();
    for (E each : type.getEnumConstants()) {
      if (each.name().equalsIgnoreCase(name)) {
        return each;
      }
      names.add(each.name().toLowerCase(Locale.ROOT));
    }
    throw CommandException.usage(
        "option "
            + option.name()
            + ": unknown value '"
            + name
            + "'; expected one of "
            + String.join(", ", names));
  }

  static Path path(String text) {
    if (text.isEmpty()) {
      throw CommandException.usage("empty path; expected a jar, jmod, class file or folder");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw CommandException.usage("invalid path: " + e.getMessage());
    }
  }
}
