package io.foliot.duration;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles a class that uses this module, with the compiler of the running JDK. */
final class CompiledSource {
  private static final String IMPORTS =
      "import io.foliot.duration.*; import java.math.RoundingMode; import java.time.Instant;"
          + " import java.time.temporal.ChronoUnit; import java.util.concurrent.TimeUnit;\n";

  private CompiledSource() {}

  /**
   * {@return a path in the folder of this module} Tests run there or at the root of the project.
   * The test is skipped where there are only classes.
   */
  static Path inModule(String path) {
    Path module = Paths.get(Files.exists(Paths.get("src")) ? "" : "duration");
    assumeTrue(
        Files.exists(module.resolve("src")),
        "this test reads the sources of the module, and the working directory has none");
    return module.resolve(path);
  }

  /** {@return the class {@code Code} with these members} The test is skipped on a JRE. */
  static Class<?> load(String members, Path folder)
      throws IOException, URISyntaxException, ReflectiveOperationException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assumeTrue(compiler != null, "this test needs a compiler, and the JVM has none");
    Path source = folder.resolve("Code.java");
    String text = IMPORTS + "public class Code {\n" + members + "}\n";
    Files.write(source, text.getBytes(StandardCharsets.UTF_8));
    Path module =
        Paths.get(Duration.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int code =
        compiler.run(
            null,
            errors,
            errors,
            "-proc:none",
            "-encoding",
            "UTF-8",
            "-cp",
            module.toString(),
            "-d",
            folder.toString(),
            source.toString());
    if (code != 0) {
      throw new AssertionError(new String(errors.toByteArray(), StandardCharsets.UTF_8) + text);
    }
    URL[] urls = {folder.toUri().toURL()};
    return new URLClassLoader(urls, CompiledSource.class.getClassLoader()).loadClass("Code");
  }
}
