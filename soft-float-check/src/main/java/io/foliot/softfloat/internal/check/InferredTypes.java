package io.foliot.softfloat.internal.check;

import io.foliot.softfloat.FloatTypes;
import io.foliot.softfloat.Progress;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.ShapedInference;
import io.foliot.softfloat.internal.input.Container;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The definition of floating point, with the float-shaped types that the inputs declare. */
public final class InferredTypes {
  private final FloatTypes types;
  private final boolean none;

  /**
   * Looks for float-shaped types.
   *
   * @param types the definition without them
   * @param checked the inputs, scanned
   * @param known the libraries, scanned
   */
  public InferredTypes(FloatTypes types, List<ApiInput> checked, List<ApiInput> known) {
    Set<String> names = new TreeSet<>();
    for (ApiInput input : checked) {
      names.addAll(ShapedInference.of(input));
    }
    for (ApiInput input : known) {
      names.addAll(ShapedInference.of(input));
    }
    names.removeAll(types.added());
    none = names.isEmpty();
    this.types = none ? types : types.with(names);
  }

  /**
   * The definition with what was found.
   *
   * @return the definition
   */
  public FloatTypes types() {
    return types;
  }

  /**
   * Scans again where the types that were found may be used: the archives that declare them, and
   * all folders, which are the project's own. Mostly there is nothing to do.
   *
   * @param containers the inputs, still open
   * @param checked the same inputs, scanned; those that are scanned again are replaced
   * @param withCode whether method bodies count
   * @param threads how many threads to use
   */
  public void rescan(
      List<Container> containers, List<ApiInput> checked, boolean withCode, int threads) {
    for (int i = 0; i < checked.size() && !none; i++) {
      Container container = containers.get(i);
      if (container.isFolder() || !ShapedInference.of(checked.get(i)).isEmpty()) {
        ParallelScan scan = new ParallelScan(List.of(container), types, withCode, Progress.NONE);
        checked.set(i, scan.run(threads).get(0));
      }
    }
  }
}
