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

  /** The classes of the base, which are among the {@link #releases} as well. */
  private final Map<String, ApiClass> base;

  private final TreeMap<Integer, Map<String, ApiClass>> releases = new TreeMap<>();
  private final TreeMap<Integer, ModuleInfo> modules = new TreeMap<>();

  /**
   * An input without classes.
   *
   * @param name how a person would name it
   * @param size about how many classes it will have
   */
  public ApiInput(String name, int size) {
    this.name = name;
    base = new HashMap<>(size + size / 3 + 1);
    releases.put(0, base);
  }

  /**
   * Adds a class. Of two classes with one name the first one is what others inherit from, and both
   * are checked.
   *
   * @param added the class; its entry comes after those of the classes that are there
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
   * @param module what it says
   */
  public void add(int release, ModuleInfo module) {
    modules.putIfAbsent(release, module);
  }

  /**
   * All classes, in the order in which they were added.
   *
   * @return the list
   */
  public List<ApiClass> classes() {
    return all;
  }

  /**
   * How a person would name it.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The version folders, without the base.
   *
   * @return their numbers, rising
   */
  public NavigableSet<Integer> versions() {
    NavigableSet<Integer> versions = new TreeSet<>(releases.keySet());
    versions.remove(0);
    return versions;
  }

  /**
   * The class that a JVM of some release loads.
   *
   * @param className internal name
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
   * The descriptor that holds for a release. A descriptor in a version folder only is the common
   * way to give a module descriptor to a Java 8 jar, so it counts for the base as well.
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
