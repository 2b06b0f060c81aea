package io.foliot.softfloat.internal.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The classes of a multi-release archive to check for each version folder. */
final class VersionedClasses {
  private final ApiInput input;
  private final Map<String, List<ApiClass>> subtypes = new HashMap<>();

  VersionedClasses(ApiInput input) {
    this.input = input;
    for (ApiClass each : input.classes()) {
      for (String parent : each.parents()) {
        subtypes.computeIfAbsent(parent, name -> new ArrayList<>()).add(each);
      }
    }
  }

  /** The classes of a version folder, and those of the base that inherit from one of them. */
  List<ApiClass> checkedFor(int release) {
    Set<ApiClass> inheriting = inheriting(release);
    List<ApiClass> checked = new ArrayList<>();
    for (ApiClass each : input.classes()) {
      if (each.release() == release || inheriting.contains(each)) {
        checked.add(each);
      }
    }
    return checked;
  }

  private Set<ApiClass> inheriting(int release) {
    Set<ApiClass> found = Collections.newSetFromMap(new IdentityHashMap<>());
    List<String> queue = new ArrayList<>();
    for (ApiClass each : input.classes()) {
      if (each.release() == release) {
        queue.add(each.summary().name());
      }
    }
    Set<String> seen = new HashSet<>(queue);
    for (int i = 0; i < queue.size(); i++) {
      for (ApiClass each : subtypes.getOrDefault(queue.get(i), List.of())) {
        String name = each.summary().name();
        ApiClass loaded = input.find(name, release);
        if (loaded == null) {
          // Exists only in a later version folder.
          continue;
        }
        if (loaded.entry() == each.entry() && seen.add(name)) {
          queue.add(name);
        }
        if (each.release() == 0 && loaded.release() == 0) {
          found.add(each);
        }
      }
    }
    return found;
  }
}
