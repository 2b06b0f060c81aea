package io.foliot.softfloat.internal.run;

import io.foliot.softfloat.model.Baseline;
import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.FloatTypes;
import io.foliot.softfloat.model.Progress;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The options of a check.
 *
 * @param depths the depths to check
 * @param severities the severity of each rule; rules without one are off
 * @param types the floating-point types
 * @param kotlinInternal whether Kotlin's internal declarations count as API
 * @param classes the classes to report on
 * @param classPath the libraries that the classes use
 * @param entryPoints the entry points of depth reach; the public API if empty
 * @param jdk the home of the JDK that depth reach follows calls into; the running one if empty
 * @param baseline the accepted findings
 * @param baselineClasses the classes whose baseline entries can be stale
 * @param failOn the lowest severity that makes the report unclean
 * @param unmatchedAsNotes whether names and patterns that match nothing are notes, not problems
 * @param progress receives progress
 */
public record Settings(
    Set<Depth> depths,
    Map<Rule, Severity> severities,
    FloatTypes types,
    boolean kotlinInternal,
    ClassPatterns classes,
    List<Path> classPath,
    Set<String> entryPoints,
    Optional<Path> jdk,
    Baseline baseline,
    Predicate<String> baselineClasses,
    Severity failOn,
    boolean unmatchedAsNotes,
    Progress progress) {
  boolean has(Depth depth) {
    return depths.contains(depth);
  }

  /**
   * Tells whether the check applies a rule.
   *
   * @param rule the rule
   * @return whether the check runs its depth, and the rule is not off
   */
  public boolean judges(Rule rule) {
    return severities.containsKey(rule) && depths.contains(rule.depth());
  }
}
