package io.foliot.softfloat.maven;

import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.internal.input.Inputs;
import io.foliot.softfloat.model.Baseline;
import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.PrintableText;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** The parameters that the goals share. */
abstract class AbstractCheckMojo extends AbstractMojo {
  private static final String BASELINE = "soft-float-baseline.txt";

  /** The classes to check: a folder or an archive. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", property = "soft-float.classes")
  private File classesDirectory;

  /** The libraries that the classes use. */
  @Parameter(defaultValue = "${project.compileClasspathElements}", readonly = true)
  private List<String> classPath;

  /** What to check: any of {@code api}, {@code code} and {@code reach}. */
  @Parameter(defaultValue = "api", property = "soft-float.depths")
  private List<String> depths;

  /**
   * The entry points of depth {@code reach}: classes or class.method; by default the public API.
   */
  @Parameter(property = "soft-float.entryPoints")
  private List<String> entryPoints = new ArrayList<>();

  /**
   * The JDK (9 or later) that depth {@code reach} follows calls into; by default the running one.
   */
  @Parameter(property = "soft-float.jdk")
  private File jdk;

  /** Severities by rule: {@code error}, {@code warning}, {@code info} or {@code off}. */
  @Parameter private Map<String, String> severities = new HashMap<>();

  /** More severities, as {@code RULE=LEVEL}, for the command line. */
  @Parameter(property = "soft-float.severity")
  private List<String> severity = new ArrayList<>();

  /** The lowest severity that fails the build: {@code error}, {@code warning} or {@code info}. */
  @Parameter(defaultValue = "error", property = "soft-float.failOn")
  private String failOn;

  /** Patterns of the classes to report on; by default all classes. */
  @Parameter(property = "soft-float.includes")
  private List<String> includes = new ArrayList<>();

  /** Patterns of classes not to report on. */
  @Parameter(property = "soft-float.excludes")
  private List<String> excludes = new ArrayList<>();

  /** Types of the project that exist to carry floating point. */
  @Parameter(property = "soft-float.floatTypes")
  private List<String> floatTypes = new ArrayList<>();

  /** Whether Kotlin's {@code internal} declarations count as API. */
  @Parameter(defaultValue = "false", property = "soft-float.kotlinInternal")
  private boolean kotlinInternal;

  /**
   * The baseline. By default {@code soft-float-baseline.txt} in the folder of the module if it
   * exists, or else in that of the outermost module.
   */
  @Parameter(property = "soft-float.baseline")
  private File baseline;

  /** The folder of the module. */
  @Parameter(defaultValue = "${project.basedir}", readonly = true)
  private File basedir;

  /** Whether to skip the goal. */
  @Parameter(defaultValue = "false", property = "soft-float.skip")
  private boolean skip;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("soft-float-check: skipped (soft-float.skip)");
      return;
    }
    if (!hasClasses()) {
      getLog().info("soft-float-check: no classes in this module");
      return;
    }
    long start = System.nanoTime();
    try {
      run(builder());
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException("soft-float-check: " + PrintableText.of(e.getMessage()), e);
    } catch (OutOfMemoryError | RuntimeException e) {
      // Closing the inputs can run out of memory too, which makes one error the cause of another.
      if (e instanceof OutOfMemoryError || e.getCause() instanceof OutOfMemoryError) {
        throw new MojoExecutionException("soft-float-check: " + Inputs.noMemory(), e);
      }
      throw e;
    } finally {
      long micros = (System.nanoTime() - start) / 1000;
      getLog().debug("soft-float-check took " + micros + " microseconds");
    }
  }

  /** Executes the goal. */
  abstract void run(SoftFloatCheck.Builder builder)
      throws MojoExecutionException, MojoFailureException;

  private boolean hasClasses() throws MojoExecutionException {
    Path classes = classesDirectory.toPath();
    if (!Files.isDirectory(classes)) {
      return Files.exists(classes);
    }
    try (Stream<Path> all = Files.walk(classes)) {
      return all.anyMatch(
          each -> each.toString().endsWith(".class") && !each.endsWith("module-info.class"));
    } catch (IOException e) {
      throw new MojoExecutionException("soft-float-check: cannot read " + classes, e);
    }
  }

  private SoftFloatCheck.Builder builder() {
    SoftFloatCheck.Builder builder = SoftFloatCheck.builder();
    List<Depth> all = new ArrayList<>();
    for (String each : depths) {
      all.add(constant(Depth.class, "depth", each));
    }
    if (!all.isEmpty()) {
      builder.depths(all.get(0), all.toArray(new Depth[0]));
    }
    severities.forEach((rule, level) -> builder.severity(rule + "=" + level));
    severity.forEach(builder::severity);
    builder.failOn(constant(Severity.class, "failOn", failOn));
    builder.entryPoints(entryPoints.toArray(new String[0]));
    builder.include(includes.toArray(new String[0]));
    builder.exclude(excludes.toArray(new String[0]));
    builder.floatShaped(floatTypes.toArray(new String[0]));
    if (jdk != null) {
      builder.jdk(jdk.toPath());
    }
    if (kotlinInternal) {
      builder.kotlinInternal();
    }
    if (!top().equals(basedir().toAbsolutePath().normalize())) {
      // A parent configures patterns and entry points for all its modules.
      builder.unmatchedAsNotes();
    }
    for (String element : classPath) {
      Path path = Path.of(element);
      if (!path.equals(classesDirectory.toPath()) && Files.exists(path)) {
        builder.classPath(path);
      }
    }
    return builder;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String parameter, String text) {
    List<String> names = new ArrayList<>();
    for (E each : type.getEnumConstants()) {
      if (each.name().equalsIgnoreCase(text.strip())) {
        return each;
      }
      names.add(each.name().toLowerCase(Locale.ROOT));
    }
    throw new IllegalArgumentException(
        "unknown " + parameter + " '" + text + "'; expected one of " + String.join(", ", names));
  }

  final Report check(SoftFloatCheck.Builder builder) {
    return builder.build().check(classesDirectory.toPath());
  }

  final Path classes() {
    return classesDirectory.toPath();
  }

  final Path basedir() {
    return basedir.toPath();
  }

  /** The folder of the outermost module: the topmost of the parent folders that have a POM. */
  final Path top() {
    Path top = basedir.toPath().toAbsolutePath().normalize();
    while (top.getParent() != null && Files.exists(top.getParent().resolve("pom.xml"))) {
      top = top.getParent();
    }
    return top;
  }

  /** The configured baseline, or else that of the module or of all modules, whichever exists. */
  final Path baselineFile() {
    if (baseline != null) {
      return baseline.toPath();
    }
    Path own = basedir().resolve(BASELINE);
    Path shared = top().resolve(BASELINE);
    return !Files.exists(own) && Files.exists(shared) ? shared : own;
  }

  /** Whether a baseline is configured or exists at a default place. */
  final boolean hasBaseline() {
    return baseline != null || Files.exists(baselineFile());
  }

  /** The classes whose entries can be stale: in a shared baseline those of this module. */
  final Predicate<String> judgedClasses() {
    boolean shared = !basedir().equals(baselineFile().toAbsolutePath().getParent());
    return shared
        ? name -> Files.exists(classes().resolve(name.replace('.', '/') + ".class"))
        : name -> true;
  }

  final Baseline readBaseline() throws MojoExecutionException {
    Path file = baselineFile();
    try {
      return Baseline.read(file);
    } catch (NoSuchFileException e) {
      throw new MojoExecutionException(
          "soft-float-check: baseline " + file + " does not exist; the goal baseline writes one",
          e);
    } catch (IOException e) {
      throw new MojoExecutionException(
          "soft-float-check: baseline " + file + ": " + Inputs.describe(e), e);
    }
  }

  final void logProblems(Report report) throws MojoExecutionException {
    report.problems().forEach(problem -> getLog().error(problem.toString()));
    if (!report.problems().isEmpty()) {
      throw new MojoExecutionException("soft-float-check: " + report.problems().get(0));
    }
  }
}
