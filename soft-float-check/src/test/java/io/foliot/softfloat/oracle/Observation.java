package io.foliot.softfloat.oracle;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Executes generated entry points in a JVM of their own, under {@link FloatAgent}. */
final class Observation {
  /**
   * What came of one entry point.
   *
   * @param number which one
   * @param outcome {@code returned}, or the simple name of what it threw
   * @param methods those that executed floating point
   */
  record Entry(int number, String outcome, List<String> methods) {}

  private final Path folder;

  /** The folder receives the agent and what the JVM prints. */
  Observation(Path folder) {
    this.folder = folder;
  }

  /** Runs entry points 0 to {@code count - 1} of an {@link Observer.Entries}. */
  List<Entry> run(Path classes, String entries, int count)
      throws IOException, InterruptedException {
    Path probe = jar("probe.jar", new Manifest(), FloatProbe.class);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", FloatAgent.class.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    Path agent = jar("agent.jar", manifest, FloatAgent.class);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-javaagent:" + agent + "=" + probe,
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                Observer.class.getName(),
                entries,
                String.valueOf(count))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    int exit = process.waitFor();
    List<String> lines = Files.readAllLines(folder.resolve("log"));
    if (exit != 0) {
      throw new AssertionError(exit + ": " + String.join("\n", lines));
    }
    List<Entry> found = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("entry")) {
        List<String> methods = List.of(words).subList(3, words.length);
        found.add(new Entry(Integer.parseInt(words[1]), words[2], methods));
      }
    }
    return found;
  }

  private Path jar(String name, Manifest manifest, Class<?> content) throws IOException {
    Path file = folder.resolve(name);
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    String entry = content.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.putNextEntry(new JarEntry(entry));
      jar.write(content.getClassLoader().getResourceAsStream(entry).readAllBytes());
      jar.closeEntry();
    }
    return file;
  }
}
