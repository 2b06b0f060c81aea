package io.foliot.clock.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's warning about native access, as described in docs/posix.md. */
class NativeAccessWarningTest {
  private static final String WARNING = "WARNING: A restricted method in java.lang.foreign.";

  /** Creates an executable jar that opens all clocks, with the class path of the tests. */
  private static Path executableJar(Path folder, boolean enableNativeAccess) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, OpenAll.class.getName());
    main.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(":", -1))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    if (enableNativeAccess) {
      main.putValue("Enable-Native-Access", "ALL-UNNAMED");
    }
    Path jar = folder.resolve(enableNativeAccess + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream empty = new JarOutputStream(out, manifest)) {
      empty.finish();
    }
    return jar;
  }

  private static String runJar(Path jar, String... options) throws Exception {
    ChildJvm.Result child = ChildJvm.runJar(jar, List.of(options));
    assertEquals(0, child.exitCode(), child.output());
    assertTrue(child.output().contains("realtime = "), child.output());
    return child.output();
  }

  @Test
  void theManifestEntryOfAnExecutableJarSilencesIt(@TempDir Path folder) throws Exception {
    assertTrue(runJar(executableJar(folder, false)).contains(WARNING));
    assertFalse(runJar(executableJar(folder, true)).contains("WARNING"));
  }

  @Test
  void theOptionSilencesIt(@TempDir Path folder) throws Exception {
    Path jar = executableJar(folder, false);
    assertFalse(runJar(jar, "--enable-native-access=ALL-UNNAMED").contains("WARNING"));
  }

  @Test
  void theManifestEntryAllowsNativeAccess(@TempDir Path folder) throws Exception {
    Path jar = executableJar(folder, true);
    assertFalse(runJar(jar, "--illegal-native-access=deny").contains("denied"));
  }
}
