package io.foliot.softfloat.maven;

import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.internal.text.Counted;
import io.foliot.softfloat.model.Baseline;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes or updates the baseline: accepts the floating point of the module for now. If the
 * outermost module has a baseline, all modules without their own add their entries there.
 */
@Mojo(
    name = "baseline",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.COMPILE)
public final class BaselineMojo extends AbstractCheckMojo {
  /** Whether to remove entries that match no finding, and add none. */
  @Parameter(defaultValue = "false", property = "soft-float.prune")
  private boolean prune;

  /** For Maven. */
  public BaselineMojo() {}

  @Override
  void run(SoftFloatCheck.Builder builder) throws MojoExecutionException {
    Path file = baselineFile();
    Baseline old = Files.exists(file) || prune ? readBaseline() : Baseline.empty();
    SoftFloatCheck check = builder.build();
    Report report = check.check(classes());
    logProblems(report);
    List<Finding> accepted =
        report.failing().stream().filter(each -> each.rule() != Rule.ALLOW_REASON).toList();
    Baseline next = old.updated(accepted, check::judges, judgedClasses(), prune);
    try (Writer out = Files.newBufferedWriter(file)) {
      next.write(out);
    } catch (IOException e) {
      throw new MojoExecutionException("soft-float-check: cannot write " + file, e);
    }
    getLog()
        .info(
            file
                + ": "
                + Counted.of(next.size(), "entry")
                + ", "
                + next.countNotIn(old)
                + " added, "
                + old.countNotIn(next)
                + " removed");
  }
}
