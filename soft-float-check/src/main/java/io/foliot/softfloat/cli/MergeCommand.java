package io.foliot.softfloat.cli;

import io.foliot.softfloat.internal.input.Inputs;
import io.foliot.softfloat.report.SarifMerge;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code merge}: one SARIF file out of those of several modules. */
final class MergeCommand implements Subcommand {
  private static final Option OUTPUT =
      new Option("--output", "-o", "FILE", "Where to write; standard output by default.");

  @Override
  public String name() {
    return "merge";
  }

  @Override
  public String summary() {
    return "Puts the runs of several SARIF files, one for each module, into one file.";
  }

  @Override
  public String operands() {
    return "FILE...";
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
      int files = arguments.operands().size();
      terminal.println(output.get() + ": " + merged.size() + " runs of " + files + " files");
    }
    return CLEAN;
  }

  private static void add(SarifMerge merged, Path file) {
    try {
      String text = Files.readString(file);
      merged.add(file.toString(), text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new CommandException(file + ": not SARIF: it is not UTF-8 text");
    } catch (IOException e) {
      throw new CommandException(file + ": " + Inputs.describe(e));
    } catch (IllegalArgumentException e) {
      throw new CommandException(file + ": " + e.getMessage());
    }
  }
}
