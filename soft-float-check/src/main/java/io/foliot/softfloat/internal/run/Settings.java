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
import java.util.Set;

/**
 * What a check was told.
 *
 * @param depths how far to look
 * @param severities severity of each rule; rules without one are off
 * @param types what floating point is
 * @param classes which classes to report on
 * @param classPath where supertypes are looked up
 * @param entryPoints where depth reach starts; the public API if there are none
 * @param baseline what is accepted
 * @param progress told how far the check is
 */
public record Settings(
    Set<Depth> depths,
    Map<Rule, Severity> severities,
    FloatTypes types,
    ClassPatterns classes,
    List<Path> classPath,
    Set<String> entryPoints,
    Baseline baseline,
    Progress progress) {
  boolean has(Depth depth) {
    return depths.contains(depth);
  }

  /** Whether the check looks for findings of a rule. */
  boolean judges(Rule rule) {
    return severities.containsKey(rule) && depths.contains(rule.depth());
  }
}
