package io.foliot.softfloat.internal.reach;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.tree.analysis.Value;

/**
 * The sources of a value in a body.
 *
 * @param getSize words on the stack
 * @param sources the variables that it may come from
 * @param texts the string constants that it may be
 */
record FlowValue(int getSize, Set<Flow> sources, Set<String> texts) implements Value {
  /** A value of one word that is no object, or null. */
  static final FlowValue ONE = new FlowValue(1, Set.of(), Set.of());

  /** A value of two words. */
  static final FlowValue TWO = new FlowValue(2, Set.of(), Set.of());

  static FlowValue of(Flow source) {
    return new FlowValue(1, Set.of(source), Set.of());
  }

  FlowValue merge(FlowValue other) {
    if (sources.containsAll(other.sources) && texts.containsAll(other.texts)) {
      return this;
    }
    Set<Flow> allSources = new LinkedHashSet<>(sources);
    allSources.addAll(other.sources);
    Set<String> allTexts = new LinkedHashSet<>(texts);
    allTexts.addAll(other.texts);
    return new FlowValue(getSize, allSources, allTexts);
  }
}
