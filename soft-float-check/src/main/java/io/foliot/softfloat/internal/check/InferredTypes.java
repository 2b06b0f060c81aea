package io.foliot.softfloat.internal.check;

import io.foliot.softfloat.FloatTypes;
import io.foliot.softfloat.internal.api.ApiClass;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.ShapedInference;
import io.foliot.softfloat.internal.gang.Gang;
import io.foliot.softfloat.internal.input.Container;
import io.foliot.softfloat.internal.scan.SimpleNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The definition of floating point, with the float-shaped types that the inputs declare. */
public final class InferredTypes {
  private final FloatTypes types;

  /** The names that were found, without those that were known already. */
  private final Set<String> names = new TreeSet<>();

  /** The checked inputs that declare some of them. */
  private final boolean[] declaring;

  /**
   * Looks for float-shaped types.
   *
   * @param types the definition without them
   * @param checked the inputs, scanned
   * @param known the libraries, scanned
   * @param threads how many threads to use
   */
  public InferredTypes(
      FloatTypes types, List<ApiInput> checked, List<ApiInput> known, int threads) {
    List<ApiInput> all = new ArrayList<>(checked);
    all.addAll(known);
    List<Set<String>> found = new ArrayList<>(Collections.nCopies(all.size(), Set.of()));
    List<Gang.Member> members = new ArrayList<>();
    for (int i = 0; i < Gang.size(threads, all.size(), 1); i++) {
      members.add(new Looking(all, found));
    }
    Gang.run(members, all.size(), 1);
    declaring = new boolean[checked.size()];
    for (int i = 0; i < all.size(); i++) {
      names.addAll(found.get(i));
      if (i < declaring.length) {
        declaring[i] = !found.get(i).isEmpty();
      }
    }
    names.removeAll(types.added());
    this.types = names.isEmpty() ? types : types.with(names);
  }

  /** Each input has a slot of its own in the list of what was found. */
  private record Looking(List<ApiInput> inputs, List<Set<String>> found) implements Gang.Member {
    @Override
    public void work(int from, int to) {
      for (int i = from; i < to; i++) {
        found.set(i, ShapedInference.of(inputs.get(i)));
      }
    }
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
   * Reads the classes again that may use the types that were found: in the archives that declare
   * some of them, and in all folders, which are the project's own. Mostly there is nothing to do.
   *
   * @param containers the inputs, still open
   * @param checked the same inputs, scanned; classes that are read again are replaced
   * @param withCode whether method bodies count
   * @param threads how many threads to use
   */
  public void rescan(
      List<Container> containers, List<ApiInput> checked, boolean withCode, int threads) {
    if (names.isEmpty()) {
      return;
    }
    SimpleNames.Wanted used = new SimpleNames.Wanted(names);
    List<BitSet> wanted = new ArrayList<>(containers.size());
    for (int i = 0; i < containers.size(); i++) {
      boolean again = declaring[i] || containers.get(i).isFolder();
      wanted.add(again ? using(used, checked.get(i)) : new BitSet());
    }
    List<ApiInput> read = new ParallelScan(containers, types, withCode, wanted).run(threads);
    for (int i = 0; i < read.size(); i++) {
      for (ApiClass each : read.get(i).classes()) {
        checked.get(i).replace(each);
      }
    }
  }

  private static BitSet using(SimpleNames.Wanted used, ApiInput input) {
    BitSet found = new BitSet();
    for (ApiClass each : input.classes()) {
      if (each.summary().names().mayHold(used)) {
        found.set(each.entry());
      }
    }
    return found;
  }
}
