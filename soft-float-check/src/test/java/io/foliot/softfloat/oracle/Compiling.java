package io.foliot.softfloat.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles generated sources. */
final class Compiling {
  private Compiling() {}

  /** Compiles {@code Generated.java} for the running JDK. */
  static Path compile(Path parent, String source, String classPath) throws IOException {
    Path folder = Files.createTempDirectory(parent, "generated");
    Path file = Files.writeString(folder.resolve("Generated.java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int exit =
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-nowarn",
            "-cp",
            classPath,
            "-d",
            folder.toString(),
            file.toString());
    if (exit != 0) {
      throw new IllegalArgumentException("the generated source does not compile: " + source);
    }
    return folder;
  }
}
