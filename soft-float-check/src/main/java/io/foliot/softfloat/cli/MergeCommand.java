package io.foliot.softfloat.cli;

import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.input.Inputs;
import io.foliot.softfloat.internal.report.SarifMerge;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code merge}: the SARIF files of several modules as one. */
@Command(
    name = "merge",
    description = "Puts the runs of several SARIF files, one for each module, into one file.",
    mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "SARIF 2.1.0 files of any tool.")
  private List<Path> files;

  @Option(
      names = {"--output", "-o"},
      paramLabel = "FILE",
      description = "Where to write; standard output by default.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    SarifMerge merged = new SarifMerge();
    for (Path file : files) {
      add(merged, file);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (output == null) {
      merged.write(out);
    } else {
      OutputFile.write(output, merged::write);
      out.println(output + ": " + merged.size() + " runs of " + files.size() + " files");
    }
    return SoftFloatCommand.CLEAN;
  }

  private static void add(SarifMerge merged, Path file) {
    try {
      String text = Files.readString(file);
      merged.add(file.toString(), text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new CommandException(file + ": not SARIF: it is not UTF-8 text");
    } catch (IOException e) {
      throw new CommandException(file + ": " + Inputs.describe(e));
    } catch (BadInputException e) {
      throw new CommandException(file + ": " + e.getMessage());
    }
  }
}
