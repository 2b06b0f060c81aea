package io.foliot.softfloat.internal.check;

import io.foliot.softfloat.FloatTypes;
import io.foliot.softfloat.internal.api.ApiClass;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.ShapedInference;
import io.foliot.softfloat.internal.input.Container;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The definition of floating point, with the float-shaped types that the inputs declare. */
public final class InferredTypes {
  private final FloatTypes types;
  private final boolean none;

  /** Whether the scan finds every class suspicious that mentions one of the types. */
  private final boolean marked;

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
    boolean all = true;
    for (String name : names) {
      // ConstantScan looks at every text with a slash and one of these words.
      all &= name.contains("/") && (name.contains("Double") || name.contains("Float"));
    }
    marked = all;
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
        checked.set(i, again(container, checked.get(i), withCode, threads));
      }
    }
  }

  private ApiInput again(Container container, ApiInput before, boolean withCode, int threads) {
    BitSet wanted = new BitSet(container.size());
    for (ApiClass each : before.classes()) {
      wanted.set(each.entry(), each.suspicious() || !marked);
    }
    ApiInput read = new ParallelScan(container, types, withCode, wanted).run(threads).get(0);
    Map<Integer, ApiClass> classes = new HashMap<>();
    for (ApiClass each : read.classes()) {
      classes.put(each.entry(), each);
    }
    return before.with(classes);
  }
}
