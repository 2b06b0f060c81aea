package io.foliot.softfloat.internal.run;

import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.ShapedInference;
import io.foliot.softfloat.model.FloatTypes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The float-shaped types that the inputs declare. They are known only after all classes are read,
 * so inputs that may use them are read again.
 */
final class InferredTypes {
  private final FloatTypes types;
  private final Set<String> names = new TreeSet<>();
  private final List<Set<String>> declared;

  /** Finds float-shaped types in inputs and libraries. */
  InferredTypes(FloatTypes types, List<ApiInput> checked, List<ApiInput> known) {
    declared = checked.parallelStream().map(ShapedInference::of).toList();
    declared.forEach(names::addAll);
    known.parallelStream().map(ShapedInference::of).toList().forEach(names::addAll);
    names.removeAll(types.added());
    this.types = names.isEmpty() ? types : types.with(names);
  }

  /** The floating-point types, including the inferred ones. */
  FloatTypes types() {
    return types;
  }

  /**
   * Whether to read an input again. An inferred type counts in the archive that declares it, and in
   * all folders, which are parts of one program.
   */
  boolean concern(int input, boolean isFolder) {
    return !names.isEmpty() && (isFolder || !declared.get(input).isEmpty());
  }
}
