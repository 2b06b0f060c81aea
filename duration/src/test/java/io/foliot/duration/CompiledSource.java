package io.foliot.duration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import javax.tools.ToolProvider;

/** Compiles a class that uses this module, with the compiler of the running JDK. */
final class CompiledSource {
  private static final String IMPORTS =
      "import io.foliot.duration.*; import java.math.RoundingMode; import java.time.Instant;"
          + " import java.time.temporal.ChronoUnit; import java.util.concurrent.TimeUnit;\n";

  private CompiledSource() {}

  /** {@return the class {@code Code} with these members} */
  static Class<?> load(String members, Path folder)
      throws IOException, URISyntaxException, ReflectiveOperationException {
    Path source = folder.resolve("Code.java");
    String text = IMPORTS + "public class Code {\n" + members + "}\n";
    Files.write(source, text.getBytes(StandardCharsets.UTF_8));
    Path module =
        Paths.get(Duration.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
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
