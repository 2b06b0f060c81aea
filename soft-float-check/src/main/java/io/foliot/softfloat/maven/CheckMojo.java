package io.foliot.softfloat.maven;

import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.internal.input.Inputs;
import io.foliot.softfloat.model.Baseline;
import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Problem;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Severity;
import io.foliot.softfloat.report.ReportFormat;
import io.foliot.softfloat.report.SourceTree;
import io.foliot.softfloat.report.TextReport;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Fails the build where the classes of the module use floating point. */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class CheckMojo extends AbstractMojo {
  /** The classes to check: a folder or an archive. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", property = "soft-float.classes")
  private File classesDirectory;

  /** Where supertypes are looked up. */
  @Parameter(defaultValue = "${project.compileClasspathElements}", readonly = true)
  private List<String> classPath;

  /** How far to look: any of {@code api}, {@code code} and {@code reach}. */
  @Parameter(defaultValue = "api", property = "soft-float.depths")
  private List<String> depths;

  /** Where depth {@code reach} starts: classes, or class.method; the public API by default. */
  @Parameter(property = "soft-float.entryPoints")
  private List<String> entryPoints = new ArrayList<>();

  /** Weight by rule identifier: {@code error}, {@code warning}, {@code info} or {@code off}. */
  @Parameter private Map<String, String> severities = new HashMap<>();

  /** Classes to report on, as patterns of binary names; all of them by default. */
  @Parameter(property = "soft-float.includes")
  private List<String> includes = new ArrayList<>();

  /** Classes not to report on, as patterns of binary names. */
  @Parameter(property = "soft-float.excludes")
  private List<String> excludes = new ArrayList<>();

  /** Types of the project's own that exist to carry floats. */
  @Parameter(property = "soft-float.floatTypes")
  private List<String> floatTypes = new ArrayList<>();

  /** Findings that are accepted for now; the command line writes the file. */
  @Parameter(property = "soft-float.baseline")
  private File baseline;

  /** Reports to write: any of {@code text}, {@code json}, {@code sarif}, {@code html}. */
  @Parameter(property = "soft-float.reports")
  private List<String> reports = new ArrayList<>();

  /** Where the reports are written, as {@code soft-float.sarif} and so on. */
  @Parameter(
      defaultValue = "${project.build.directory}/soft-float",
      property = "soft-float.reportDirectory")
  private File reportDirectory;

  /** The folder that reports name files relative to. */
  @Parameter(defaultValue = "${project.basedir}", readonly = true)
  private File basedir;

  /** Where the sources are. */
  @Parameter(defaultValue = "${project.compileSourceRoots}", readonly = true)
  private List<String> sourceRoots;

  /** Does nothing if true. */
  @Parameter(defaultValue = "false", property = "soft-float.skip")
  private boolean skip;

  /** Reports without failing the build if true. */
  @Parameter(defaultValue = "false", property = "soft-float.warnOnly")
  private boolean warnOnly;

  /** For Maven. */
  public CheckMojo() {}

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("soft-float-check is skipped (soft-float.skip)");
      return;
    }
    if (!classesDirectory.exists()) {
      getLog().info("soft-float-check: no classes in this module");
      return;
    }
    long start = System.nanoTime();
    try {
      Report report = check().check(classesDirectory.toPath());
      write(report);
      finish(report);
    } catch (OutOfMemoryError | RuntimeException e) {
      // Closing the inputs can fail for want of memory too, and then one is the cause of the other.
      if (e instanceof OutOfMemoryError || e.getCause() instanceof OutOfMemoryError) {
        throw new MojoExecutionException("soft-float-check: " + Inputs.noMemory(), e);
      }
      throw e;
    } finally {
      getLog()
          .debug("soft-float-check took " + (System.nanoTime() - start) / 1000 + " microseconds");
    }
  }

  private SoftFloatCheck check() throws MojoExecutionException {
    SoftFloatCheck.Builder builder = SoftFloatCheck.builder();
    List<Depth> wanted = new ArrayList<>();
    for (String depth : depths) {
      wanted.add(depth(depth));
    }
    if (!wanted.isEmpty()) {
      builder.depths(wanted.get(0), wanted.toArray(new Depth[0]));
    }
    for (Map.Entry<String, String> entry : severities.entrySet()) {
      try {
        builder.severity(entry.getKey() + "=" + entry.getValue());
      } catch (IllegalArgumentException e) {
        throw new MojoExecutionException("soft-float-check: " + e.getMessage(), e);
      }
    }
    builder.entryPoints(entryPoints.toArray(new String[0]));
    builder.include(includes.toArray(new String[0]));
    builder.exclude(excludes.toArray(new String[0]));
    builder.floatShaped(floatTypes.toArray(new String[0]));
    for (String element : classPath) {
      Path path = Path.of(element);
      if (!path.equals(classesDirectory.toPath()) && path.toFile().exists()) {
        builder.classPath(path);
      }
    }
    if (baseline != null) {
      builder.baseline(readBaseline());
    }
    return builder.build();
  }

  private Baseline readBaseline() throws MojoExecutionException {
    try {
      return Baseline.read(baseline.toPath());
    } catch (NoSuchFileException e) {
      throw new MojoExecutionException("soft-float-check: there is no baseline " + baseline, e);
    } catch (IOException e) {
      throw new MojoExecutionException(
          "soft-float-check: the baseline " + baseline + ": " + Inputs.describe(e), e);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException("soft-float-check: " + e.getMessage(), e);
    }
  }

  private void write(Report report) throws MojoExecutionException {
    if (reports.isEmpty()) {
      return;
    }
    SourceTree sources =
        SourceTree.around(basedir.toPath(), sourceRoots.stream().map(Path::of).toList());
    for (String name : reports) {
      ReportFormat format =
          ReportFormat.byName(name)
              .orElseThrow(
                  () ->
                      new MojoExecutionException(
                          "soft-float-check: report "
                              + name
                              + "; expected text, json, sarif, github or html"));
      Path file = reportDirectory.toPath().resolve("soft-float." + format.extension());
      try {
        Files.createDirectories(reportDirectory.toPath());
        try (Writer out = Files.newBufferedWriter(file)) {
          format.writer(sources).write(report, out);
        }
      } catch (IOException e) {
        throw new MojoExecutionException("soft-float-check could not write " + file, e);
      }
    }
  }

  private void finish(Report report) throws MojoExecutionException, MojoFailureException {
    for (Finding finding : report.findings()) {
      String line = TextReport.line(finding);
      if (finding.severity() == Severity.ERROR && !warnOnly) {
        getLog().error(line);
      } else if (finding.severity() == Severity.INFO) {
        getLog().info(line);
      } else {
        getLog().warn(line);
      }
    }
    for (String note : report.notes()) {
      getLog().info(note);
    }
    for (Problem problem : report.problems()) {
      getLog().error(problem.toString());
    }
    if (!report.problems().isEmpty()) {
      throw new MojoExecutionException(
          "soft-float-check could not read everything: " + report.problems().get(0));
    }
    int errors = report.count(Severity.ERROR);
    if (errors > 0 && !warnOnly) {
      throw new MojoFailureException(
          "soft-float-check found " + errors + " uses of floating point in " + classesDirectory);
    }
  }

  private static Depth depth(String text) throws MojoExecutionException {
    for (Depth depth : Depth.values()) {
      if (depth.name().equalsIgnoreCase(text.strip())) {
        return depth;
      }
    }
    throw new MojoExecutionException(
        "soft-float-check: depth " + text + "; expected api, code or reach");
  }
}
