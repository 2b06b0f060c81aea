import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.model.Baseline;
import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Problem;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.report.ReportFormat;
import io.foliot.softfloat.report.SourceTree;
import io.foliot.softfloat.report.TextReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What Jazzer runs. The first byte says what the others are: a class file, an archive, a class
 * among others that it may extend, a class in a version folder, a manifest, a baseline, a SARIF
 * file, or arguments. Each must give a report, the same one twice, or one clear line. An exception,
 * a hang or more memory than the heap is a failure.
 */
public final class FuzzTarget {
  private static final Path FOLDER = Path.of(System.getProperty("fuzz.folder", "."));

  /** Classes compiled from Companions.java. */
  private static final Path COMPANIONS = Path.of(System.getProperty("fuzz.companions", "."));

  private static final ToolProvider COMMAND =
      ToolProvider.findFirst("soft-float-check").orElseThrow();
  private static final SoftFloatCheck SHALLOW =
      SoftFloatCheck.builder().depths(Depth.API, Depth.CODE).build();
  private static final SoftFloatCheck DEEP =
      SoftFloatCheck.builder().depths(Depth.API, Depth.CODE, Depth.REACH).build();

  private FuzzTarget() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    if (data.length == 0) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(data, 1, data.length);
    switch (data[0]) {
      case 'c' -> checkClass(rest);
      case 'j' -> check(Files.write(FOLDER.resolve("fuzz.jar"), rest), depth(rest));
      case 'f' -> check(among(rest, FOLDER.resolve("among.jar"), ""), depth(rest));
      case 'v' -> check(among(rest, FOLDER.resolve("versions.jar"), "META-INF/versions/9/"), depth(rest));
      case 'm' -> manifest(rest);
      case 'b' -> baseline(new String(rest, StandardCharsets.UTF_8));
      case 's' -> command("merge", Files.write(FOLDER.resolve("fuzz.sarif"), rest).toString());
      case 'a' -> arguments(new String(rest, StandardCharsets.UTF_8));
      default -> {}
    }
  }

  /** Following a large class through the JDK takes a thousand times as long as reading it. */
  private static SoftFloatCheck depth(byte[] data) {
    return data.length < 800 || data.length % 16 == 0 ? DEEP : SHALLOW;
  }

  private static void checkClass(byte[] data) throws IOException {
    Report report = check(Files.write(FOLDER.resolve("fuzz.class"), data), depth(data));
    if (report.problems().isEmpty() && report.classes() == 0) {
      if (!new String(data, StandardCharsets.ISO_8859_1).contains("module-info")) {
        throw new IllegalStateException("skipped in silence");
      }
    }
  }

  private static Path among(byte[] data, Path file, String prefix) throws IOException {
    try (ZipOutputStream zip = zip(file);
        Stream<Path> companions = Files.list(COMPANIONS)) {
      put(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n\n".getBytes());
      put(zip, prefix + "Fuzzed.class", data);
      for (Path each : companions.sorted().toList()) {
        String name = each.getFileName().toString();
        if (!name.equals(prefix + "Fuzzed.class")) {
          put(zip, name, Files.readAllBytes(each));
        }
      }
    }
    return file;
  }

  private static void manifest(byte[] data) throws IOException {
    Path file = FOLDER.resolve("manifest.jar");
    byte[] companion = Files.readAllBytes(COMPANIONS.resolve("Shown.class"));
    try (ZipOutputStream zip = zip(file)) {
      put(zip, "META-INF/MANIFEST.MF", data);
      put(zip, "META-INF/versions/9/Shown.class", companion);
    }
    Report report = check(file, SHALLOW);
    if (report.classes() == 0 && report.notes().isEmpty() && report.problems().isEmpty()) {
      throw new IllegalStateException("skipped in silence");
    }
  }

  private static ZipOutputStream zip(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(0);
    return zip;
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static void baseline(String text) throws IOException {
    Baseline parsed;
    try {
      parsed = Baseline.parse(text, "fuzz.txt");
    } catch (IllegalArgumentException e) {
      oneLine(e.getMessage());
      return;
    }
    StringBuilder written = new StringBuilder();
    parsed.write(written);
    if (Baseline.parse(written.toString(), "again.txt").size() != parsed.size()) {
      throw new IllegalStateException("what was written is not what was read");
    }
  }

  /** Options only: a path could name any file of this machine. */
  private static void arguments(String text) {
    List<String> args = new ArrayList<>(List.of("check"));
    for (String each : text.split("\n", -1)) {
      boolean writes = each.contains("report") || each.startsWith("@");
      if (!writes && (each.startsWith("--") || each.startsWith("-cp"))) {
        args.add(each);
      }
    }
    args.add(COMPANIONS.resolve("Shown.class").toString());
    command(args.toArray(new String[0]));
  }

  private static void command(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = COMMAND.run(new PrintWriter(out), new PrintWriter(err), args);
    if (exit < 0 || exit > 2 || (exit == 2) == err.toString().isEmpty()) {
      throw new IllegalStateException("exit " + exit + " with " + err);
    }
    for (String line : err.toString().lines().toList()) {
      if (!line.startsWith("soft-float-check: ") || line.startsWith("soft-float-check: java.")) {
        throw new IllegalStateException("not a clear line: " + line);
      }
    }
  }

  private static Report check(Path file, SoftFloatCheck check) throws IOException {
    Report report = check.check(file);
    for (ReportFormat format : ReportFormat.values()) {
      format.writer(SourceTree.of(FOLDER, List.of())).write(report, new StringBuilder());
    }
    for (Problem problem : report.problems()) {
      oneLine(problem.message());
    }
    for (Finding finding : report.findings()) {
      oneLine(TextReport.line(finding));
    }
    Report again = check.check(file);
    if (!again.findings().equals(report.findings())
        || !again.problems().equals(report.problems())) {
      throw new IllegalStateException("two reports of one input differ");
    }
    return report;
  }

  private static void oneLine(String message) {
    if (message.isBlank() || message.contains("\n") || message.startsWith("java.")) {
      throw new IllegalStateException("not one clear line: " + message);
    }
  }
}
