package io.foliot.softfloat;

import io.foliot.softfloat.internal.run.CheckRun;
import io.foliot.softfloat.internal.run.ClassPatterns;
import io.foliot.softfloat.internal.run.RuleLevel;
import io.foliot.softfloat.internal.run.Settings;
import io.foliot.softfloat.model.Baseline;
import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.FloatTypes;
import io.foliot.softfloat.model.Problem;
import io.foliot.softfloat.model.Progress;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds floating point in class files: the entry point of this library.
 *
 * <pre>{@code
 * Report report = SoftFloatCheck.builder().build().check(Path.of("library.jar"));
 * }</pre>
 *
 * <p>A check is immutable, thread-safe, and reads its inputs on each call. It never throws because
 * of the content of an input: unreadable inputs are {@linkplain Problem problems} of the report.
 */
public final class SoftFloatCheck {
  private final Settings settings;

  private SoftFloatCheck(Settings settings) {
    this.settings = settings;
  }

  /** {@return a builder with the defaults: depth {@link Depth#API}, all rules, all classes} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Checks inputs together, as one program.
   *
   * @param paths jars, jmods, class files, folders of classes, folders of jars, or {@code jrt:/}
   *     with an optional module name for the running JDK
   * @return the report
   */
  public Report check(Path... paths) {
    return check(List.of(paths));
  }

  /**
   * Tells whether this check applies a rule.
   *
   * @param rule the rule
   * @return whether this check runs the depth of the rule, and the rule is not off
   */
  public boolean judges(Rule rule) {
    return settings.judges(rule);
  }

  /**
   * Checks inputs together, as one program.
   *
   * @param paths as for {@link #check(Path...)}
   * @return the report
   */
  public Report check(Collection<Path> paths) {
    return CheckRun.of(settings, paths);
  }

  /** Options of a check. Not thread-safe. */
  public static final class Builder {
    private final Set<Depth> depths = EnumSet.of(Depth.API);
    private final Map<Rule, Severity> severities = new EnumMap<>(Rule.class);
    private final Set<String> floatShaped = new TreeSet<>();
    private final List<String> includes = new ArrayList<>();
    private final List<String> excludes = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private final Set<String> entryPoints = new TreeSet<>();
    private Optional<Path> jdk = Optional.empty();
    private Baseline baseline = Baseline.empty();
    private Predicate<String> baselineClasses = name -> true;
    private Severity failOn = Severity.ERROR;
    private boolean kotlinInternal;
    private boolean unmatchedAsNotes;
    private Progress progress = Progress.NONE;

    private Builder() {
      for (Rule rule : Rule.values()) {
        severities.put(rule, rule.severity());
      }
    }

    /**
     * Sets the depths, {@link Depth#API} by default.
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
     * Sets the severity of a rule.
     *
     * @param rule the rule
     * @param severity the severity
     * @return this builder
     */
    public Builder severity(Rule rule, Severity severity) {
      severities.put(rule, severity);
      return this;
    }

    /**
     * Sets the severity of a rule.
     *
     * @param setting the rule and {@code error}, {@code warning}, {@code info} or {@code off}, such
     *     as {@code API-9=off}
     * @return this builder
     * @throws IllegalArgumentException if the text has another form; the message is for the user
     */
    public Builder severity(String setting) {
      RuleLevel level = RuleLevel.parse(setting);
      return level.severity().isPresent()
          ? severity(level.rule(), level.severity().get())
          : disable(level.rule());
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
     * Adds float-shaped types: types that exist to carry floats.
     *
     * @param classNames binary names
     * @return this builder
     */
    public Builder floatShaped(String... classNames) {
      floatShaped.addAll(List.of(classNames));
      return this;
    }

    /**
     * Counts declarations that are {@code internal} in Kotlin, and public in class files, as API.
     *
     * @return this builder
     */
    public Builder kotlinInternal() {
      kotlinInternal = true;
      return this;
    }

    /**
     * Reports only on matching classes.
     *
     * @param globs patterns of binary names; {@code *} matches within a package, {@code **} across
     *     packages
     * @return this builder
     */
    public Builder include(String... globs) {
      includes.addAll(List.of(globs));
      return this;
    }

    /**
     * Does not report on matching classes.
     *
     * @param globs patterns, as for {@link #include}
     * @return this builder
     */
    public Builder exclude(String... globs) {
      excludes.addAll(List.of(globs));
      return this;
    }

    /**
     * Adds libraries that the checked classes use, which are not reported on. The JDK is always
     * included.
     *
     * @param paths jars and folders, as for {@link SoftFloatCheck#check(Path...)}
     * @return this builder
     */
    public Builder classPath(Path... paths) {
      classPath.addAll(List.of(paths));
      return this;
    }

    /**
     * Sets the entry points of depth reach, the whole public API by default.
     *
     * @param names {@code package.Class} for all its public and protected methods, including those
     *     it inherits from the inputs, or {@code package.Class.method} for all methods of that
     *     name; {@code <init>} names constructors
     * @return this builder
     */
    public Builder entryPoints(String... names) {
      entryPoints.addAll(List.of(names));
      return this;
    }

    /**
     * Sets the JDK that depth reach follows calls into, the running one by default. With a fixed
     * JDK a build has the same findings wherever it runs.
     *
     * @param home the home folder of a JDK of release 9 or later
     * @return this builder
     */
    public Builder jdk(Path home) {
      jdk = Optional.of(home);
      return this;
    }

    /**
     * Accepts the findings of a baseline. Entries for rules and classes outside the scope of the
     * check are never stale.
     *
     * @param accepted the baseline
     * @return this builder
     */
    public Builder baseline(Baseline accepted) {
      return baseline(accepted, name -> true);
    }

    /**
     * Accepts the findings of a baseline that this check shares with others.
     *
     * @param accepted the baseline
     * @param classes the classes, by binary name, whose entries can be stale
     * @return this builder
     */
    public Builder baseline(Baseline accepted, Predicate<String> classes) {
      baseline = Objects.requireNonNull(accepted, "baseline");
      baselineClasses = Objects.requireNonNull(classes, "classes");
      return this;
    }

    /**
     * Sets the lowest severity that makes a report unclean, {@link Severity#ERROR} by default.
     *
     * @param least the severity
     * @return this builder
     */
    public Builder failOn(Severity least) {
      failOn = Objects.requireNonNull(least, "least");
      return this;
    }

    /**
     * Reports patterns, types and entry points that match nothing as notes instead of problems, for
     * settings that several modules share.
     *
     * @return this builder
     */
    public Builder unmatchedAsNotes() {
      unmatchedAsNotes = true;
      return this;
    }

    /**
     * Sets a listener for the progress of the check.
     *
     * @param listener receives progress from several threads
     * @return this builder
     */
    public Builder progress(Progress listener) {
      progress = Objects.requireNonNull(listener, "progress");
      return this;
    }

    /**
     * Creates the check.
     *
     * @return a check with these options
     */
    public SoftFloatCheck build() {
      return new SoftFloatCheck(
          new Settings(
              Set.copyOf(depths),
              Map.copyOf(severities),
              FloatTypes.standard().with(floatShaped),
              kotlinInternal,
              new ClassPatterns(includes, excludes),
              List.copyOf(classPath),
              Set.copyOf(entryPoints),
              jdk,
              baseline,
              baselineClasses,
              failOn,
              unmatchedAsNotes,
              progress));
    }
  }
}
