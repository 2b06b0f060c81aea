package io.foliot.softfloat;

import io.foliot.softfloat.internal.allow.Allowance;
import io.foliot.softfloat.internal.allow.Allowances;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.Hierarchy;
import io.foliot.softfloat.internal.check.ClassPatterns;
import io.foliot.softfloat.internal.check.FindingList;
import io.foliot.softfloat.internal.check.InferredTypes;
import io.foliot.softfloat.internal.check.Judging;
import io.foliot.softfloat.internal.check.ParallelScan;
import io.foliot.softfloat.internal.input.Container;
import io.foliot.softfloat.internal.input.Inputs;
import io.foliot.softfloat.internal.reach.ReachCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks for floating point in class files: the door of this library.
 *
 * <pre>{@code
 * Report report = SoftFloatCheck.builder().build().check(Path.of("library.jar"));
 * }</pre>
 *
 * <p>A check is immutable, safe for use by several threads, and reads its inputs anew each time. It
 * never throws because of what an input holds: what cannot be read is a {@link Problem} of the
 * report.
 */
public final class SoftFloatCheck {
  private final Set<Depth> depths;
  private final Map<Rule, Severity> severities;
  private final FloatTypes types;
  private final ClassPatterns patterns;
  private final List<Path> classPath;
  private final Set<String> entryPoints;
  private final int threads;
  private final Baseline baseline;
  private final Progress progress;

  private SoftFloatCheck(Builder builder) {
    // Not the maps and sets for enums: on JDK 25 the first of them for an enum that is not in the
    // archive of the JDK starts method handles, which takes as long as scanning a small library.
    depths = new TreeSet<>(builder.depths);
    severities = new TreeMap<>(builder.severities);
    types = FloatTypes.standard().with(builder.floatShaped);
    patterns = new ClassPatterns(builder.includes, builder.excludes);
    classPath = List.copyOf(builder.classPath);
    entryPoints = Set.copyOf(builder.entryPoints);
    threads = builder.threads;
    baseline = builder.baseline;
    progress = builder.progress;
  }

  /**
   * Starts with the standard options: depth {@link Depth#API}, every rule with its own severity,
   * all classes.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Checks inputs together, as one program.
   *
   * @param paths jars, jmods, class files, folders of classes, folders of jars, or {@code jrt:/}
   *     with an optional module name for the running JDK
   * @return what was found
   */
  public Report check(Path... paths) {
    return check(List.of(paths));
  }

  /**
   * Checks inputs together, as one program.
   *
   * @param paths as for {@link #check(Path...)}
   * @return what was found
   */
  public Report check(Collection<Path> paths) {
    long start = System.nanoTime();
    try (Inputs inputs = new Inputs();
        Inputs libraries = new Inputs()) {
      inputs.open(paths);
      libraries.open(classPath);
      return run(inputs, libraries, start);
    }
  }

  private Report run(Inputs inputs, Inputs libraries, long start) {
    Set<Problem> problems = new TreeSet<>(inputs.problems());
    problems.addAll(libraries.problems());
    List<String> notes = new ArrayList<>();
    List<Allowance> allowed = new ArrayList<>();
    List<ApiInput> checked = scan(inputs, problems, notes, allowed, progress);
    List<ApiInput> known =
        scan(libraries, problems, new ArrayList<>(), new ArrayList<>(), Progress.NONE);
    boolean withCode = depths.contains(Depth.CODE);
    InferredTypes inferred = new InferredTypes(types, checked, known, threads);
    inferred.rescan(inputs.containers(), checked, withCode, threads);
    FindingList findings = new FindingList(severities, new Allowances(allowed));
    addWithoutReason(allowed, findings);
    long members;
    try (Hierarchy hierarchy =
        depths.contains(Depth.API) ? new Hierarchy(checked, known, inferred.types()) : null) {
      Judging judging = new Judging(checked, hierarchy, withCode, patterns, findings);
      judging.run(threads);
      members = judging.members();
      if (hierarchy != null) {
        addMissing(hierarchy.missing(), notes);
      }
    }
    if (depths.contains(Depth.REACH)) {
      ReachCheck reach = new ReachCheck(checked, known, patterns, findings);
      for (String unused : reach.run(entryPoints)) {
        problems.add(
            new Problem(
                unused, "no class or method of the inputs has the name of this entry point"));
      }
      problems.addAll(reach.problems());
    }
    long classes = 0;
    for (ApiInput input : checked) {
      classes += input.classes().size();
    }
    addNested(inputs, notes);
    List<String> names = new ArrayList<>();
    for (Container container : inputs.containers()) {
      names.add(container.name());
    }
    List<Finding> left = findings.sorted();
    List<Suppression> accepted = findings.suppressions();
    if (baseline.size() > 0) {
      left = baseline.apply(left, accepted, this::judges, patterns, severities);
    }
    return new Report(
        left,
        List.copyOf(problems),
        notes,
        names,
        classes,
        members,
        System.nanoTime() - start,
        accepted);
  }

  private List<ApiInput> scan(
      Inputs inputs,
      Set<Problem> problems,
      List<String> notes,
      List<Allowance> allowed,
      Progress shown) {
    ParallelScan scan =
        new ParallelScan(inputs.containers(), types, depths.contains(Depth.CODE), shown);
    List<ApiInput> found = scan.run(threads);
    problems.addAll(scan.problems());
    notes.addAll(scan.notes());
    allowed.addAll(scan.allowances());
    return found;
  }

  private boolean judges(Rule rule) {
    return severities.containsKey(rule) && depths.contains(rule.depth());
  }

  private void addWithoutReason(List<Allowance> allowed, FindingList findings) {
    for (Allowance each : allowed) {
      if (each.reason().isEmpty() && patterns.test(each.location().className())) {
        findings.add(Rule.ALLOW_REASON, each.location(), "@AllowFloat gives no reason", List.of());
      }
    }
  }

  private static void addMissing(List<String> missing, List<String> notes) {
    if (!missing.isEmpty()) {
      notes.add(
          missing.size()
              + " supertypes are not on the class path (first: "
              + missing.get(0)
              + "); what is inherited from them was not checked");
    }
  }

  private static void addNested(Inputs inputs, List<String> notes) {
    for (Container container : inputs.containers()) {
      if (container.nestedArchives() > 0) {
        notes.add(
            container.name()
                + " holds "
                + container.nestedArchives()
                + " archives, which were not opened");
      }
    }
  }

  /** Options of a check. Not safe for use by several threads. */
  public static final class Builder {
    private final Set<Depth> depths = new TreeSet<>(List.of(Depth.API));
    private final Map<Rule, Severity> severities = new TreeMap<>();
    private final Set<String> floatShaped = new TreeSet<>();
    private final List<String> includes = new ArrayList<>();
    private final List<String> excludes = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private final Set<String> entryPoints = new TreeSet<>();
    private int threads = Runtime.getRuntime().availableProcessors();
    private Baseline baseline = Baseline.empty();
    private Progress progress = Progress.NONE;

    private Builder() {
      for (Rule rule : Rule.values()) {
        severities.put(rule, rule.severity());
      }
    }

    /**
     * Chooses how far to look.
     *
     * @param first a depth
     * @param others more depths
     * @return this builder
     */
    public Builder depths(Depth first, Depth... others) {
      depths.clear();
      depths.add(first);
      depths.addAll(List.of(others));
      return this;
    }

    /**
     * Gives a rule another weight.
     *
     * @param rule the rule
     * @param severity its weight
     * @return this builder
     */
    public Builder severity(Rule rule, Severity severity) {
      severities.put(rule, severity);
      return this;
    }

    /**
     * Turns a rule off.
     *
     * @param rule the rule
     * @return this builder
     */
    public Builder disable(Rule rule) {
      severities.remove(rule);
      return this;
    }

    /**
     * Declares more types that exist to carry floats.
     *
     * @param classNames binary names
     * @return this builder
     */
    public Builder floatShaped(String... classNames) {
      floatShaped.addAll(List.of(classNames));
      return this;
    }

    /**
     * Reports only on matching classes.
     *
     * @param globs patterns of binary names; {@code *} matches within a package, {@code **} across
     * @return this builder
     */
    public Builder include(String... globs) {
      includes.addAll(List.of(globs));
      return this;
    }

    /**
     * Does not report on matching classes.
     *
     * @param globs patterns of binary names; {@code *} matches within a package, {@code **} across
     * @return this builder
     */
    public Builder exclude(String... globs) {
      excludes.addAll(List.of(globs));
      return this;
    }

    /**
     * Adds libraries in which supertypes of the checked classes are looked up. The JDK need not be
     * named.
     *
     * @param paths jars and folders, as for {@link SoftFloatCheck#check(Path...)}
     * @return this builder
     */
    public Builder classPath(Path... paths) {
      classPath.addAll(List.of(paths));
      return this;
    }

    /**
     * Starts the reach depth at these places instead of the whole public API.
     *
     * @param names {@code package.Class} for all its public and protected methods, or {@code
     *     package.Class.method} for all methods of that name; {@code <init>} is a constructor
     * @return this builder
     */
    public Builder entryPoints(String... names) {
      entryPoints.addAll(List.of(names));
      return this;
    }

    /**
     * Sets how many threads read class files; one for each processor by default.
     *
     * @param count 1 to 64
     * @return this builder
     * @throws IllegalArgumentException if the count is outside that range
     */
    public Builder threads(int count) {
      if (count < 1 || count > 64) {
        throw new IllegalArgumentException("threads: " + count + "; expected 1 to 64");
      }
      threads = count;
      return this;
    }

    /**
     * Accepts the findings of a baseline. Its entries for rules that this check does not run, and
     * for classes that it leaves out, are not judged.
     *
     * @param accepted the baseline
     * @return this builder
     */
    public Builder baseline(Baseline accepted) {
      baseline = Objects.requireNonNull(accepted, "baseline");
      return this;
    }

    /**
     * Tells how far the check is while it runs.
     *
     * @param listener is called now and then, by several threads
     * @return this builder
     */
    public Builder progress(Progress listener) {
      progress = Objects.requireNonNull(listener, "progress");
      return this;
    }

    /**
     * Makes the check.
     *
     * @return a check with these options
     */
    public SoftFloatCheck build() {
      return new SoftFloatCheck(this);
    }
  }
}
