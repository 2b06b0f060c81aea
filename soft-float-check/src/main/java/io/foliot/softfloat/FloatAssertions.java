package io.foliot.softfloat;

import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Problem;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Severity;
import io.foliot.softfloat.report.TextReport;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Assertions for tests of any framework: they throw {@link AssertionError}, and need no test
 * library.
 *
 * <pre>{@code
 * @Test
 * void noFloats() {
 *   FloatAssertions.assertFloatFree(Path.of("target/classes"));
 * }
 * }</pre>
 *
 * <p>Findings of severity {@link Severity#ERROR} and inputs that cannot be read fail an assertion.
 * Safe for use by several threads.
 */
public final class FloatAssertions {
  private static final int MAX_SHOWN = 20;

  private FloatAssertions() {}

  /**
   * Asserts that the API of jars or folders is free of floating point.
   *
   * @param inputs jars, jmods, class files, folders of classes or of jars
   * @throws AssertionError if it is not, or if an input cannot be read or holds no class
   */
  public static void assertFloatFree(Path... inputs) {
    assertFloatFree(SoftFloatCheck.builder().build(), inputs);
  }

  /**
   * Asserts that the API of the jars or folders that hold some classes is free of floating point.
   *
   * @param classes one class of each jar or folder; all classes beside it are checked too
   * @throws AssertionError as for {@link #assertFloatFree(Path...)}
   * @throws IllegalArgumentException if a class was not loaded from a file
   */
  public static void assertFloatFree(Class<?>... classes) {
    Set<Path> inputs = new LinkedHashSet<>();
    for (Class<?> each : classes) {
      inputs.add(source(each));
    }
    assertFloatFree(inputs.toArray(new Path[0]));
  }

  /**
   * Asserts that a check finds nothing.
   *
   * @param check the check, with its depths, severities and so on
   * @param inputs as for {@link #assertFloatFree(Path...)}
   * @throws AssertionError as for {@link #assertFloatFree(Path...)}
   */
  public static void assertFloatFree(SoftFloatCheck check, Path... inputs) {
    Report report = check.check(inputs);
    if (!report.isClean()) {
      throw new AssertionError(message(report));
    }
  }

  private static String message(Report report) {
    StringBuilder text = new StringBuilder();
    int errors = report.count(Severity.ERROR);
    text.append(errors).append(" uses of floating point");
    if (!report.problems().isEmpty()) {
      text.append(", and ").append(report.problems().size()).append(" inputs could not be read");
    }
    for (Problem problem : report.problems()) {
      text.append('\n').append(problem);
    }
    int shown = 0;
    for (Finding finding : report.findings()) {
      if (finding.severity() == Severity.ERROR && shown < MAX_SHOWN) {
        shown++;
        text.append('\n').append(TextReport.line(finding)).append(". ").append(finding.hint());
      }
    }
    if (shown < errors) {
      text.append("\nand ").append(errors - shown).append(" more");
    }
    return text.toString();
  }

  private static Path source(Class<?> of) {
    CodeSource source = of.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      throw new IllegalArgumentException(
          of + " was not loaded from a file; expected a class of the code to check");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      throw new IllegalArgumentException(
          of + " was loaded from " + source.getLocation() + "; expected a file", e);
    }
  }
}
