import io.foliot.softfloat.Depth;
import io.foliot.softfloat.Finding;
import io.foliot.softfloat.Problem;
import io.foliot.softfloat.Report;
import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.TextReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Jazzer runs: any bytes as a class file and as a jar must give a report, and the same report
 * twice. An exception, a hang or more memory than the heap is a failure.
 */
public final class FuzzTarget {
  private static final Path FOLDER = Path.of(System.getProperty("fuzz.folder", "."));
  private static final SoftFloatCheck SHALLOW =
      SoftFloatCheck.builder().depths(Depth.API, Depth.CODE).threads(1).build();
  private static final SoftFloatCheck DEEP =
      SoftFloatCheck.builder().depths(Depth.API, Depth.CODE, Depth.REACH).threads(1).build();

  private FuzzTarget() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    check(data, FOLDER.resolve("fuzz.class"));
    check(data, FOLDER.resolve("fuzz.jar"));
  }

  private static void check(byte[] data, Path file) throws IOException {
    Files.write(file, data);
    // Following a large class through the JDK takes a thousand times as long as reading it.
    SoftFloatCheck check = data.length < 800 ? DEEP : SHALLOW;
    Report report = check.check(file);
    StringBuilder text = new StringBuilder();
    new TextReport().write(report, text);
    for (Problem problem : report.problems()) {
      if (problem.message().isBlank() || problem.message().contains("\n")) {
        throw new IllegalStateException("not one clear line: " + problem);
      }
    }
    for (Finding finding : report.findings()) {
      if (TextReport.line(finding).contains("\n")) {
        throw new IllegalStateException("not one line: " + finding);
      }
    }
    if (report.problems().isEmpty() && report.classes() == 0 && file.toString().endsWith(".class")) {
      boolean module = new String(data, java.nio.charset.StandardCharsets.ISO_8859_1).contains("module-info");
      if (!module) {
        throw new IllegalStateException("skipped in silence");
      }
    }
    Report again = check.check(file);
    if (!again.findings().equals(report.findings()) || !again.problems().equals(report.problems())) {
      throw new IllegalStateException("two reports of one input differ");
    }
  }
}
