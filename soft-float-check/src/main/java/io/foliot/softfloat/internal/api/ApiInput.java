package io.foliot.softfloat.internal.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The classes of one jar, folder or module, with the version folders of a multi-release jar. */
public final class ApiInput {
  private final String name;
  private final List<ApiClass> all = new ArrayList<>();

  /** The classes of the base, the first of the {@link #releases}. */
  private final Map<String, ApiClass> base;

  private final TreeMap<Integer, Map<String, ApiClass>> releases = new TreeMap<>();
  private final TreeMap<Integer, ModuleInfo> modules = new TreeMap<>();

  /**
   * Creates an input without classes.
   *
   * @param name the name for reports
   * @param size the approximate number of classes
   */
  public ApiInput(String name, int size) {
    this.name = name;
    base = new HashMap<>(size + size / 3 + 1);
    releases.put(0, base);
  }

  /**
   * Adds a class. Of two classes with one name, both are checked, and others inherit from the
   * first.
   *
   * @param added the class, in the order of the entries
   */
  public void add(ApiClass added) {
    all.add(added);
    Map<String, ApiClass> classes = added.release() == 0 ? base : releases.get(added.release());
    if (classes == null) {
      classes = new HashMap<>();
      releases.put(added.release(), classes);
    }
    classes.putIfAbsent(added.summary().name(), added);
  }

  /**
   * Adds a module descriptor.
   *
   * @param release 0 or the version folder
   * @param module the descriptor
   */
  public void add(int release, ModuleInfo module) {
    modules.putIfAbsent(release, module);
  }

  /** {@return all classes, in the order of their addition} */
  public List<ApiClass> classes() {
    return all;
  }

  /** {@return the name for reports} */
  public String name() {
    return name;
  }

  /** {@return the numbers of the version folders, ascending, without the base} */
  public NavigableSet<Integer> versions() {
    NavigableSet<Integer> versions = new TreeSet<>(releases.keySet());
    versions.remove(0);
    return versions;
  }

  /**
   * Finds the class that a JVM of a release loads.
   *
   * @param className the internal name
   * @param release the release
   * @return the class, or null
   */
  public ApiClass find(String className, int release) {
    if (releases.size() == 1) {
      return releases.firstEntry().getValue().get(className);
    }
    Map.Entry<Integer, Map<String, ApiClass>> at = releases.floorEntry(release);
    while (at != null) {
      ApiClass found = at.getValue().get(className);
      if (found != null) {
        return found;
      }
      at = releases.lowerEntry(at.getKey());
    }
    return null;
  }

  /**
   * Finds the module descriptor for a release. Java 8 jars often have one only in a version folder,
   * so that one counts for the base too.
   *
   * @param release 0 or a version folder
   * @return the descriptor, or one that exports everything
   */
  public ModuleInfo module(int release) {
    if (modules.isEmpty()) {
      return ModuleInfo.NONE;
    }
    Map.Entry<Integer, ModuleInfo> exact = modules.floorEntry(release);
    return exact == null ? modules.firstEntry().getValue() : exact.getValue();
  }
}
