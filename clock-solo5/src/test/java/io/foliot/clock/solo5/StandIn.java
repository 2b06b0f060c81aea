package io.foliot.clock.solo5;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compiles the C stand-in for Solo5 with the C compiler of the system. */
final class StandIn {
  private StandIn() {}

  /**
   * {@return a shared library, compiled with options that may omit functions}
   *
   * @param options for the compiler, such as {@code -DSTANDIN_WITHOUT_WALL}
   */
  static Path library(String... options) {
    try {
      Path folder = Files.createTempDirectory("solo5-standin");
      Path library = folder.resolve("libsolo5_standin.so");
      List<String> command = new ArrayList<>(List.of("cc", "-shared", "-fPIC", "-O2", "-Wall"));
      command.addAll(Arrays.asList(options));
      command.addAll(List.of("src/test/c/solo5_standin.c", "-o", library.toString()));
      Result result = run(command.toArray(new String[0]));
      if (result.status != 0) {
        throw new AssertionError("the stand-in does not compile: " + result.output);
      }
      library.toFile().deleteOnExit();
      folder.toFile().deleteOnExit();
      return library;
    } catch (IOException e) {
      throw new AssertionError("the tests need a C compiler named cc on PATH", e);
    }
  }

  /** Exit status and output of a command, including standard error. */
  static final class Result {
    final int status;
    final String output;

    Result(int status, String output) {
      this.status = status;
      this.output = output;
    }
  }

  static Result run(String... command) throws IOException {
    return run(new ProcessBuilder(command));
  }

  static Result run(ProcessBuilder builder) throws IOException {
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Result(process.waitFor(), output);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
