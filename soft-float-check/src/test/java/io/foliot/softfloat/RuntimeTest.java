package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.report.TextReport;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The running JDK as an input, whose classes are read from its file as far as that is possible. */
final class RuntimeTest {
  private static final Path BASE = Path.of("jrt:/java.base");

  @TempDir Path folder;

  @Test
  void everyClassOfTheJdkIsChecked() throws IOException {
    long classes = 0;
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      try (ModuleReader reader = module.open()) {
        classes +=
            reader
                .list()
                .filter(name -> name.endsWith(".class") && !name.equals("module-info.class"))
                .count();
      }
    }
    Report report = check(Path.of("jrt:/"));
    assertEquals(classes, report.classes());
    assertEquals(ModuleFinder.ofSystem().findAll().size(), report.inputs().size());
    assertEquals(List.of(), report.problems());
  }

  /** An interrupt closes the file for good. */
  @Test
  void anInterruptDoesNotStopAnyCheck() {
    List<Finding> expected = check(BASE).findings();
    Thread.currentThread().interrupt();
    List<Finding> interrupted = check(BASE).findings();
    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    assertEquals(expected, interrupted);
    assertEquals(expected, check(BASE).findings());
  }

  @Test
  void aCompressedImageIsReadByItsOwnJdk() throws IOException, InterruptedException {
    Path image = folder.resolve("image");
    ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow();
    String compress = Runtime.version().feature() < 21 ? "2" : "zip-6";
    int exit =
        jlink.run(
            System.out,
            System.err,
            "--add-modules",
            "java.base",
            "--compress",
            compress,
            "--output",
            image.toString());
    assertEquals(0, exit);
    Path report = folder.resolve("report");
    Process process =
        new ProcessBuilder(
                image.resolve("bin").resolve("java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.foliot.softfloat.cli.Main",
                "check",
                BASE.toString())
            .redirectOutput(report.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals(1, process.waitFor());
    StringBuilder expected = new StringBuilder();
    new TextReport().write(check(BASE), expected);
    assertEquals(withoutTotals(expected.toString()), withoutTotals(Files.readString(report)));
  }

  /** The number of classes differs: jlink writes some itself. */
  private static String withoutTotals(String report) {
    return report.substring(0, report.indexOf("not clean: "));
  }

  private static Report check(Path input) {
    return SoftFloatCheck.builder().build().check(input);
  }
}
