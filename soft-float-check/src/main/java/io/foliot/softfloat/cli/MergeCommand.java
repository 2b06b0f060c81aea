package io.foliot.softfloat.cli;

import io.foliot.softfloat.internal.input.Inputs;
import io.foliot.softfloat.internal.text.Counted;
import io.foliot.softfloat.report.SarifMerge;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code merge}: merges the SARIF files of several modules. */
final class MergeCommand implements Subcommand {
  private static final Option OUTPUT =
      new Option("--output", "-o", "FILE", "Output file; standard output by default.");

  @Override
  public String name() {
    return "merge";
  }

  @Override
  public String summary() {
    return "Merges the runs of several SARIF files into one file.";
  }

  @Override
  public String operand() {
    return "FILE";
  }

  @Override
  public List<Option> options() {
    return List.of(OUTPUT);
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    SarifMerge merged = new SarifMerge();
    for (String file : arguments.operands()) {
      add(merged, Arguments.path(file));
    }
    Optional<Path> output = arguments.one(OUTPUT).map(Arguments::path);
    if (output.isEmpty()) {
      merged.write(terminal.out());
    } else {
      OutputFile.write(output.get(), merged::write);
      String runs = Counted.of(merged.size(), "run");
      String files = Counted.of(arguments.operands().size(), "file");
      terminal.println(output.get() + ": " + runs + " from " + files);
    }
    return CLEAN;
  }

  private static void add(SarifMerge merged, Path file) {
    try {
      String text = Files.readString(file);
      merged.add(file.toString(), text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new CommandException(file + ": not SARIF: not UTF-8 text");
    } catch (IOException e) {
      throw new CommandException(file + ": " + Inputs.describe(e));
    } catch (IllegalArgumentException e) {
      throw new CommandException(file + ": " + e.getMessage());
    }
  }
}
