package io.foliot.softfloat.internal.reach;

import io.foliot.softfloat.internal.api.ApiClass;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.classfile.TooLargeException;
import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.input.ClassBuffer;
import io.foliot.softfloat.internal.input.Platform;
import io.foliot.softfloat.model.Problem;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/** All classes that a program can run, read when they are first asked for. */
final class Universe {
  private final List<ApiInput> inputs;
  private final List<ApiInput> libraries;
  private final Map<String, CodeClass> classes = new HashMap<>();
  private final Map<String, Set<String>> supertypes = new HashMap<>();
  private final Map<String, List<CodeMethod>> initializers = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final ClassBuffer buffer = new ClassBuffer();

  Universe(List<ApiInput> inputs, List<ApiInput> libraries) {
    this.inputs = inputs;
    this.libraries = libraries;
  }

  /** Checked classes whose code could not be read. */
  List<Problem> problems() {
    return problems;
  }

  /** The class of that internal name, or null if it is nowhere. */
  CodeClass find(String name) {
    if (classes.containsKey(name)) {
      return classes.get(name);
    }
    CodeClass found = read(name);
    classes.put(name, found);
    return found;
  }

  /** The method of that name and descriptor that a class has or inherits, or null. */
  CodeMethod resolve(CodeClass from, String key) {
    CodeMethod own = from.methods.get(key);
    if (own != null) {
      return own;
    }
    if (from.inherited.containsKey(key)) {
      return from.inherited.get(key);
    }
    CodeMethod found = search(from, key);
    from.inherited.put(key, found);
    return found;
  }

  private CodeMethod search(CodeClass from, String key) {
    CodeMethod abstractOne = null;
    Set<String> seen = new LinkedHashSet<>();
    CodeClass at = from;
    while (at != null && seen.add(at.name)) {
      CodeMethod found = at.methods.get(key);
      if (found != null) {
        if (!found.isAbstract()) {
          return found;
        }
        abstractOne = abstractOne == null ? found : abstractOne;
      }
      at = at.superName == null ? null : find(at.superName);
    }
    for (String each : supertypesOf(from)) {
      CodeClass type = find(each);
      CodeMethod found = type != null && type.isInterface() ? type.methods.get(key) : null;
      if (found != null) {
        if (!found.isAbstract()) {
          return found;
        }
        abstractOne = abstractOne == null ? found : abstractOne;
      }
    }
    return abstractOne;
  }

  /** Names of the class itself and everything that it extends or implements, nearest first. */
  Set<String> supertypesOf(CodeClass of) {
    Set<String> known = supertypes.get(of.name);
    if (known != null) {
      return known;
    }
    Set<String> all = new LinkedHashSet<>();
    ArrayDeque<String> queue = new ArrayDeque<>();
    queue.add(of.name);
    while (!queue.isEmpty()) {
      String name = queue.remove();
      CodeClass type = all.add(name) ? find(name) : null;
      if (type != null) {
        if (type.superName != null) {
          queue.add(type.superName);
        }
        queue.addAll(type.interfaces);
      }
    }
    supertypes.put(of.name, all);
    return all;
  }

  /** The class and its superclasses that have a static initialiser. */
  List<CodeMethod> initializersOf(CodeClass type) {
    List<CodeMethod> known = initializers.get(type.name);
    if (known != null) {
      return known;
    }
    List<CodeMethod> found = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    CodeClass at = type;
    while (at != null && seen.add(at.name)) {
      CodeMethod initializer = at.methods.get("<clinit>()V");
      if (initializer != null) {
        found.add(initializer);
      }
      at = at.superName == null ? null : find(at.superName);
    }
    initializers.put(type.name, found);
    return found;
  }

  private CodeClass read(String name) {
    ApiClass own = null;
    try {
      for (ApiInput input : inputs) {
        ApiClass found = input.find(name, Integer.MAX_VALUE);
        if (found != null) {
          own = found;
          found.container().read(found.entry(), buffer);
          return CodeReader.read(reader(), true, input.name().startsWith("jrt:/"));
        }
      }
      for (ApiInput library : libraries) {
        ApiClass found = library.find(name, Integer.MAX_VALUE);
        if (found != null) {
          found.container().read(found.entry(), buffer);
          return CodeReader.read(reader(), false, false);
        }
      }
      return readPlatform(name);
    } catch (IOException | BadInputException | RuntimeException e) {
      // Of libraries and the JDK it is unknown code, and reported as such where it is called.
      if (own != null) {
        problems.add(
            new Problem(
                own.container().name() + "!/" + own.container().entryName(own.entry()),
                e instanceof TooLargeException
                    ? e.getMessage()
                    : "damaged class file: its code cannot be followed"));
      }
      return null;
    }
  }

  private ClassReader reader() {
    return new ClassReader(buffer.bytes(), 0, buffer.length());
  }

  private CodeClass readPlatform(String name) throws IOException {
    return Platform.read(name, buffer) ? CodeReader.read(reader(), false, true) : null;
  }
}
