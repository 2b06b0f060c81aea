package io.foliot.clock.posix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a main class of the tests in a separate JVM with its own options. */
final class ChildJvm {
  private ChildJvm() {}

  /** Exit status of a child, and its output including standard error. */
  record Result(int exitCode, String output) {
    List<String> lines() {
      return output.lines().toList();
    }
  }

  /** Runs a class of the test class path. */
  static Result run(Class<?> main, Map<String, String> environment, String... jvmOptions)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(jvmOptions));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    return run(arguments, environment);
  }

  /** Runs an executable jar. */
  static Result runJar(Path jar, List<String> jvmOptions) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(jvmOptions);
    arguments.addAll(List.of("-jar", jar.toString()));
    return run(arguments, Map.of());
  }

  private static Result run(List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the child JVM does not exit: " + command);
    }
    return new Result(process.exitValue(), output);
  }
}
