package io.foliot.softfloat.internal.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All classes of the program and the JDK, read on first use. */
final class Universe {
  private static final String OBJECT = "java/lang/Object";
  private static final Set<String> OF_ARRAYS =
      Set.of(OBJECT, "java/lang/Cloneable", "java/io/Serializable");

  private final ClassFiles files;
  private final Map<String, CodeClass> classes = new HashMap<>();
  private final Map<String, Set<String>> supertypes = new HashMap<>();
  private final Map<CodeClass, List<CodeMethod>> initializers = new HashMap<>();

  Universe(ClassFiles files) {
    this.files = files;
  }

  /** Finds a class by internal name; null if it is missing or damaged. */
  CodeClass find(String name) {
    CodeClass found = classes.get(name);
    if (found == null && !classes.containsKey(name)) {
      found = read(name);
      classes.put(name, found);
    }
    return found;
  }

  private CodeClass read(String name) {
    ClassFiles.Found file = name.startsWith("[") ? null : files.find(name);
    if (file == null || file.bytes == null) {
      return null;
    }
    try {
      return CodeClass.read(file);
    } catch (RuntimeException e) {
      files.damaged(name);
      return null;
    }
  }

  void damaged(String className) {
    files.damaged(className);
  }

  /** Resolves a method (JVMS 5.4.3.3); null if it is missing. */
  CodeMethod resolve(CodeClass from, String key) {
    return select(from, key);
  }

  /** Selects the method that runs on an object of a class (JVMS 5.4.6); null if it is missing. */
  CodeMethod select(CodeClass from, String key) {
    CodeMethod own = from.methods.get(key);
    if (own != null) {
      return own;
    }
    if (from.selected.containsKey(key)) {
      return from.selected.get(key);
    }
    CodeMethod found = search(from, key);
    from.selected.put(key, found);
    return found;
  }

  private CodeMethod search(CodeClass from, String key) {
    CodeMethod declared = null;
    Set<String> seen = new HashSet<>();
    CodeClass at = from;
    while (at != null && seen.add(at.name)) {
      CodeMethod found = at.methods.get(key);
      if (found != null && !found.isAbstract()) {
        return found;
      }
      declared = declared == null ? found : declared;
      at = at.superName == null ? null : find(at.superName);
    }
    CodeMethod best = null;
    for (String each : supertypesOf(from.name)) {
      CodeClass type = find(each);
      CodeMethod found = type != null && type.isInterface() ? type.methods.get(key) : null;
      if (found != null && !found.isAbstract()) {
        // The most specific default method.
        best = best == null || isSubtype(each, best.owner.name) ? found : best;
      }
      declared = declared == null ? found : declared;
    }
    return best == null ? declared : best;
  }

  /** Resolves a field (JVMS 5.4.3.2); null if it is missing. */
  CodeField field(String owner, String key) {
    for (String each : supertypesOf(owner)) {
      CodeClass type = find(each);
      CodeField found = type == null ? null : type.fields.get(key);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  boolean isSubtype(String name, String supertype) {
    return supertypesOf(name).contains(supertype);
  }

  /** The names of a type and all its supertypes, nearest first. */
  Set<String> supertypesOf(String name) {
    Set<String> known = supertypes.get(name);
    if (known == null) {
      known = name.startsWith("[") ? ofArray(name) : ofClass(name);
      supertypes.put(name, known);
    }
    return known;
  }

  private Set<String> ofClass(String name) {
    Set<String> all = new LinkedHashSet<>();
    ArrayDeque<String> queue = new ArrayDeque<>();
    queue.add(name);
    while (!queue.isEmpty()) {
      String next = queue.remove();
      CodeClass type = all.add(next) ? find(next) : null;
      if (type != null) {
        if (type.superName != null) {
          queue.add(type.superName);
        }
        queue.addAll(type.interfaces);
      }
    }
    all.add(OBJECT);
    return all;
  }

  private Set<String> ofArray(String name) {
    Set<String> all = new LinkedHashSet<>();
    all.add(name);
    String element = Types.elementOf(name);
    if (element != null) {
      for (String each : supertypesOf(element)) {
        all.add(Types.arrayOf(each));
      }
    }
    all.addAll(OF_ARRAYS);
    return all;
  }

  /** The static initializers that the initialization of a class runs (JVMS 5.5). */
  List<CodeMethod> initializersOf(CodeClass type) {
    List<CodeMethod> known = initializers.get(type);
    if (known != null) {
      return known;
    }
    List<CodeMethod> found = new ArrayList<>();
    for (String name : type.isInterface() ? List.of(type.name) : supertypesOf(type.name)) {
      CodeClass each = find(name);
      CodeMethod initializer = each == null ? null : each.methods.get("<clinit>()V");
      boolean isRun =
          each == type || initializer == null || !each.isInterface() || hasDefault(each);
      if (initializer != null && isRun) {
        found.add(initializer);
      }
    }
    initializers.put(type, found);
    return found;
  }

  private static boolean hasDefault(CodeClass type) {
    for (CodeMethod each : type.methods.values()) {
      if (!each.isAbstract() && !each.isStatic()) {
        return true;
      }
    }
    return false;
  }
}
