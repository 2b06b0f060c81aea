package io.foliot.softfloat.oracle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles generated sources. */
final class Compiling {
  private Compiling() {}

  /** Compiles {@code Generated.java} for the running JDK. */
  static Path compile(Path parent, String source, String classPath) throws IOException {
    return compile(parent, Map.of("Generated.java", source), classPath);
  }

  /** Compiles sources, by path, for the running JDK; other files lie beside the classes. */
  static Path compile(Path parent, Map<String, String> files, String classPath) throws IOException {
    Path folder = Files.createTempDirectory(parent, "generated");
    List<String> arguments =
        new ArrayList<>(
            List.of("-proc:none", "-nowarn", "-cp", classPath, "-d", folder.toString()));
    for (Map.Entry<String, String> each : files.entrySet()) {
      Path file = folder.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, each.getValue());
      if (each.getKey().endsWith(".java")) {
        arguments.add(file.toString());
      }
    }
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler.run(null, messages, messages, arguments.toArray(new String[0])) != 0) {
      throw new IllegalArgumentException("the sources do not compile: " + messages);
    }
    return folder;
  }
}
