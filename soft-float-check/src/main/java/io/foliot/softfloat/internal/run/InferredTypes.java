package io.foliot.softfloat.internal.run;

import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.ShapedInference;
import io.foliot.softfloat.model.FloatTypes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Float-shaped types that the inputs declare themselves. They are known when everything is read, so
 * what may use them is read again.
 */
final class InferredTypes {
  private final FloatTypes types;
  private final Set<String> names = new TreeSet<>();
  private final List<Set<String>> declared;

  /** Looks for such types in inputs and libraries. */
  InferredTypes(FloatTypes types, List<ApiInput> checked, List<ApiInput> known) {
    declared = checked.parallelStream().map(ShapedInference::of).toList();
    declared.forEach(names::addAll);
    known.parallelStream().map(ShapedInference::of).toList().forEach(names::addAll);
    names.removeAll(types.added());
    this.types = names.isEmpty() ? types : types.with(names);
  }

  /** What floating point is, these types included. */
  FloatTypes types() {
    return types;
  }

  /**
   * Whether to read an input again. Between libraries such a type is a detail of one of them, so
   * that it counts in the archive that declares it; folders are parts of one program.
   */
  boolean concern(int input, boolean isFolder) {
    return !names.isEmpty() && (isFolder || !declared.get(input).isEmpty());
  }
}
