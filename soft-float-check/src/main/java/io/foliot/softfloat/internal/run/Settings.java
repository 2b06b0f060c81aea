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
 * What a check was told.
 *
 * @param depths how far to look
 * @param severities severity of each rule; rules without one are off
 * @param types what floating point is
 * @param kotlinInternal whether what is internal in Kotlin counts as API
 * @param classes which classes to report on
 * @param classPath where supertypes are looked up
 * @param entryPoints where depth reach starts; the public API if there are none
 * @param jdk home of the JDK that depth reach follows calls into; the running one if empty
 * @param baseline what is accepted
 * @param baselineClasses the classes whose entries in the baseline are judged
 * @param failOn the least severity that counts
 * @param unmatchedAsNotes whether names and patterns that match nothing are no problem
 * @param progress told how far the check is
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
   * Whether the check looks for findings of a rule.
   *
   * @param rule the rule
   * @return whether its depth is asked for, and it is not off
   */
  public boolean judges(Rule rule) {
    return severities.containsKey(rule) && depths.contains(rule.depth());
  }
}
