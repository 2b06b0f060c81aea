package io.foliot.softfloat.maven;

import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.internal.text.Counted;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.PrintableText;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Severity;
import io.foliot.softfloat.report.ReportFormat;
import io.foliot.softfloat.report.ReportWriter;
import io.foliot.softfloat.report.SourceTree;
import io.foliot.softfloat.report.TextReport;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Fails the build if the classes of the module use floating point. */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class CheckMojo extends AbstractCheckMojo {
  /**
   * The reports to write: {@code text}, {@code json}, {@code sarif}, {@code github}, {@code html}.
   */
  @Parameter(property = "soft-float.reports")
  private List<String> reports = new ArrayList<>();

  /** The folder for the reports, which are named {@code soft-float.sarif} and so on. */
  @Parameter(
      defaultValue = "${project.build.directory}/soft-float",
      property = "soft-float.reportDirectory")
  private File reportDirectory;

  /** The source folders. */
  @Parameter(defaultValue = "${project.compileSourceRoots}", readonly = true)
  private List<String> sourceRoots;

  /** Whether to report findings without failing the build. */
  @Parameter(defaultValue = "false", property = "soft-float.warnOnly")
  private boolean warnOnly;

  /** For Maven. */
  public CheckMojo() {}

  @Override
  void run(SoftFloatCheck.Builder builder) throws MojoExecutionException, MojoFailureException {
    if (hasBaseline()) {
      builder.baseline(readBaseline(), judgedClasses());
    }
    Report report = check(builder);
    write(report);
    log(report);
    logProblems(report);
    if (!report.isClean() && !warnOnly) {
      throw new MojoFailureException(
          "soft-float-check: "
              + Counted.of(report.failing().size(), "use")
              + " of floating point in "
              + classes());
    }
  }

  private void write(Report report) throws MojoExecutionException {
    List<Path> roots = sourceRoots.stream().map(Path::of).toList();
    // Without a repository, paths start at the outermost module to be unique.
    SourceTree sources = SourceTree.around(basedir(), top(), roots);
    for (String name : reports) {
      ReportFormat format =
          ReportFormat.byName(name)
              .orElseThrow(
                  () ->
                      new MojoExecutionException(
                          "soft-float-check: unknown report '"
                              + name
                              + "'; expected text, json, sarif, github or html"));
      Path file = reportDirectory.toPath().resolve("soft-float." + format.extension());
      try {
        Files.createDirectories(reportDirectory.toPath());
        ReportWriter writer = format.writer(sources);
        writer.limits(report).forEach(getLog()::warn);
        try (Writer out = Files.newBufferedWriter(file)) {
          writer.write(report, out);
        }
      } catch (IOException e) {
        throw new MojoExecutionException("soft-float-check: cannot write " + file, e);
      }
    }
  }

  private void log(Report report) {
    for (Finding finding : report.findings()) {
      String line = TextReport.line(finding);
      if (finding.severity().compareTo(report.failOn()) <= 0 && !warnOnly) {
        getLog().error(line);
      } else if (finding.severity() == Severity.INFO) {
        getLog().info(line);
      } else {
        getLog().warn(line);
      }
    }
    report.notes().forEach(note -> getLog().info(PrintableText.of(note)));
  }
}
