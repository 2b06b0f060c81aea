package io.foliot.softfloat;

import io.foliot.softfloat.internal.text.Counted;
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
 * Assertions for any test framework. They throw {@link AssertionError} and depend on no test
 * library.
 *
 * <pre>{@code
 * @Test
 * void noFloats() {
 *   FloatAssertions.assertFloatFree(Path.of("target/classes"));
 * }
 * }</pre>
 *
 * <p>Findings of severity {@link Severity#ERROR} and unreadable inputs fail an assertion.
 * Thread-safe.
 */
public final class FloatAssertions {
  private static final int MAX_SHOWN = 20;

  private FloatAssertions() {}

  /**
   * Asserts that the API in jars or folders is free of floating point.
   *
   * @param inputs jars, jmods, class files, folders of classes or of jars
   * @throws AssertionError if it is not, or if an input cannot be read or contains no class
   */
  public static void assertFloatFree(Path... inputs) {
    assertFloatFree(SoftFloatCheck.builder().build(), inputs);
  }

  /**
   * Asserts that the API in the jars or folders of some classes is free of floating point.
   *
   * @param classes one class from each jar or folder, all of whose classes are checked
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
   * @param check the check, with its depths, severities and other options
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
    text.append(Counted.of(errors, "use")).append(" of floating point");
    if (!report.problems().isEmpty()) {
      text.append(", ").append(Counted.of(report.problems().size(), "unreadable input"));
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
