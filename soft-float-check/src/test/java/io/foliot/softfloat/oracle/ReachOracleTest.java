package io.foliot.softfloat.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Severity;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Executes some hundred methods of the JDK with every floating-point instruction observed, and
 * compares with what the reach depth says about them: it must have announced each.
 */
final class ReachOracleTest {
  @TempDir Path folder;

  @Test
  void nothingThatIsCalledUnreachableIsExecuted() throws Exception {
    EntryPoints points = new EntryPoints();
    Path classes =
        Compiling.compile(folder, points.source(), System.getProperty("java.class.path"));
    Report report = SoftFloatCheck.builder().depths(Depth.REACH).build().check(classes);
    Set<String> announced = new HashSet<>();
    for (Finding finding : report.findings()) {
      if (finding.severity() != Severity.INFO) {
        announced.add(finding.location().member());
      }
    }
    List<String> lines = observe(classes, points.calls().size());
    List<String> missed = new ArrayList<>();
    int executed = 0;
    int returned = 0;
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      if (!words[0].equals("entry")) {
        continue;
      }
      int number = Integer.parseInt(words[1]);
      returned += words[2].equals("returned") ? 1 : 0;
      // Where it fails, it may format a message: the check says that it does not follow that.
      if (words.length > 3 && words[2].equals("returned")) {
        executed++;
        if (!announced.contains("e" + number)) {
          missed.add(points.calls().get(number) + " executed " + line);
        }
      }
    }
    String summary =
        points.calls().size()
            + " entry points, "
            + returned
            + " returned, "
            + executed
            + " executed floating point, "
            + announced.size()
            + " announced";
    System.out.println("reach oracle: " + summary);
    assertEquals(List.of(), missed, summary);
    assertTrue(returned > 300 && executed > 20, summary);
    assertTrue(announced.size() < points.calls().size() / 2, summary);
  }

  private List<String> observe(Path classes, int count) throws IOException, InterruptedException {
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
                "Generated",
                String.valueOf(count))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    int exit = process.waitFor();
    List<String> lines = Files.readAllLines(folder.resolve("log"));
    assertEquals(0, exit, String.join("\n", lines));
    return lines;
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
