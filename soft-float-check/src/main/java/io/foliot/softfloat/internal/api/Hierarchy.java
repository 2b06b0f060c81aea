package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.internal.api.ModuleInfo.Exposure;
import io.foliot.softfloat.internal.classfile.Access;
import io.foliot.softfloat.internal.classfile.ClassFile;
import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.input.ClassBuffer;
import io.foliot.softfloat.internal.input.Platform;
import io.foliot.softfloat.model.FloatTypes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Finds classes in the inputs, on the class path and in the running JDK. Thread-safe. */
public final class Hierarchy implements AutoCloseable {
  /** A nesting depth that no compiler produces. */
  private static final int MAX_NESTING = 1000;

  private final List<ApiInput> inputs;
  private final List<ApiInput> libraries;
  private final FloatTypes types;

  /** The names of classes that are in no input. */
  private final Set<String> foreign = ConcurrentHashMap.newKeySet();

  private final Map<String, Optional<ApiClass>> platform = new ConcurrentHashMap<>();
  private final Map<String, List<FloatMember>> passedOn = new ConcurrentHashMap<>();

  /** The buffers that are not in use. */
  private final Queue<ClassBuffer> buffers = new ConcurrentLinkedQueue<>();

  private final Map<ApiClass, List<Declared>> declared =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** Created on first use. */
  private Map<String, List<ApiSurface.Visible>> subclasses;

  private final Set<String> missing = Collections.synchronizedSet(new TreeSet<>());

  /**
   * Creates a hierarchy.
   *
   * @param inputs the checked inputs
   * @param libraries the libraries of the class path
   * @param types the floating-point types
   */
  public Hierarchy(List<ApiInput> inputs, List<ApiInput> libraries, FloatTypes types) {
    this.inputs = inputs;
    this.libraries = libraries;
    this.types = types;
  }

  /** {@return the binary names of supertypes that could not be found so far, sorted} */
  public List<String> missing() {
    return List.copyOf(missing);
  }

  /** The input from which code in {@code from} loads a class, or null. */
  ApiInput inputOf(String className, ApiInput from, int release) {
    if (from.find(className, release) != null) {
      return from;
    }
    if (foreign.contains(className)) {
      return null;
    }
    boolean anywhere = false;
    for (ApiInput input : inputs) {
      if (input.find(className, release) != null) {
        return input;
      }
      anywhere |= input.find(className, Integer.MAX_VALUE) != null;
    }
    if (!anywhere) {
      foreign.add(className);
    }
    return null;
  }

  /**
   * The members with floating point that subtypes inherit from a class of the class path or the JDK
   * and its supertypes.
   */
  List<FloatMember> passedOnBy(String className) {
    List<FloatMember> known = passedOn.get(className);
    if (known != null) {
      return known;
    }
    List<FloatMember> members = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<String> queue = new ArrayList<>();
    queue.add(className);
    for (int i = 0; i < queue.size(); i++) {
      String each = queue.get(i);
      ApiClass found = each.equals("java/lang/Object") || !seen.add(each) ? null : external(each);
      if (found == null) {
        continue;
      }
      for (FloatMember member : found.members()) {
        if (Access.isVisible(member.access()) && member.isInherited(isInterface(found))) {
          members.add(member);
        }
      }
      queue.addAll(found.parents());
    }
    passedOn.put(className, members);
    return members;
  }

  /** A class of the class path or the JDK, or null. */
  private ApiClass external(String className) {
    for (ApiInput library : libraries) {
      ApiClass found = library.find(className, Integer.MAX_VALUE);
      if (found != null) {
        return found;
      }
    }
    Optional<ApiClass> known = platform.get(className);
    if (known == null) {
      known = Optional.ofNullable(readPlatform(className));
      platform.put(className, known);
      if (known.isEmpty()) {
        missing.add(className.replace('/', '.'));
      }
    }
    return known.orElse(null);
  }

  private ApiClass readPlatform(String className) {
    ClassBuffer buffer = takeBuffer();
    try {
      return Platform.read(className, buffer)
          ? ApiClass.of(null, 0, 0, ApiVisitor.read(ClassFile.of(buffer), types, true))
          : null;
    } catch (IOException | BadInputException e) {
      return null;
    } finally {
      buffers.add(buffer);
    }
  }

  private ClassBuffer takeBuffer() {
    ClassBuffer free = buffers.poll();
    return free != null ? free : new ClassBuffer();
  }

  @Override
  public void close() {
    buffers.forEach(ClassBuffer::close);
  }

  /** The exposure of a class. */
  Exposure exposureOf(ApiClass of, ApiInput input, int release) {
    Exposure exposure = input.module(release).exposureOf(of.summary().name());
    List<ApiClass> nesting = nesting(of, input, release);
    if (!areVisible(nesting)) {
      return Exposure.HIDDEN;
    }
    for (int i = 1; i < nesting.size(); i++) {
      boolean isProtected = (nesting.get(i - 1).summary().access() & Access.PROTECTED) != 0;
      if (isProtected && exposure == Exposure.EXPORTED && !isExtensible(nesting.get(i), release)) {
        exposure = Exposure.LIMITED;
      }
    }
    return exposure;
  }

  /** A class and its enclosing classes, from the inside out. */
  private static List<ApiClass> nesting(ApiClass of, ApiInput input, int release) {
    List<ApiClass> nesting = new ArrayList<>();
    for (ApiClass at = of; at != null && nesting.size() < MAX_NESTING; ) {
      nesting.add(at);
      String outer = at.summary().outer();
      at = outer == null ? null : input.find(outer, release);
    }
    return nesting;
  }

  /** Whether the flags of a class and its enclosing classes make it visible. */
  private static boolean areVisible(List<ApiClass> nesting) {
    for (ApiClass each : nesting) {
      int access = each.summary().access();
      if (each.summary().local() || Access.isSynthetic(access) || !Access.isVisible(access)) {
        return false;
      }
    }
    return true;
  }

  /** Whether others can extend a class, directly or through a visible subclass. */
  boolean isExtensible(ApiClass of, int release) {
    Set<ApiClass> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<ApiClass> family = new ArrayList<>();
    family.add(of);
    for (int i = 0; i < family.size(); i++) {
      ApiClass each = family.get(i);
      if (each.summary().extensible()) {
        return true;
      }
      if (seen.add(each)) {
        for (ApiSurface.Visible sub : subclasses().getOrDefault(each.summary().name(), List.of())) {
          if (areVisible(nesting(sub.type(), sub.input(), release))) {
            family.add(sub.type());
          }
        }
      }
    }
    return false;
  }

  /** The classes of the inputs, by superclass. */
  private synchronized Map<String, List<ApiSurface.Visible>> subclasses() {
    if (subclasses == null) {
      subclasses = new HashMap<>();
      for (ApiInput input : inputs) {
        for (ApiClass each : input.classes()) {
          if (each.summary().superName() != null) {
            subclasses
                .computeIfAbsent(each.summary().superName(), name -> new ArrayList<>(1))
                .add(new ApiSurface.Visible(input, each));
          }
        }
      }
    }
    return subclasses;
  }

  static boolean isInterface(ApiClass of) {
    return (of.summary().access() & Access.INTERFACE) != 0;
  }

  /** The methods and fields that a class of an input declares, without synthetic ones. */
  List<Declared> declaredBy(ApiClass of) {
    List<Declared> known = declared.get(of);
    if (known != null) {
      return known;
    }
    List<Declared> members = new ArrayList<>();
    ClassBuffer buffer = takeBuffer();
    try {
      for (Declared each : Declared.by(of, buffer)) {
        // A bridge to a public method of a hidden superclass does not override it.
        if (!Access.isSynthetic(each.access())) {
          members.add(each);
        }
      }
    } catch (IOException | BadInputException | RuntimeException e) {
      // If the file is gone since the first pass, nothing counts as overridden.
      members.clear();
    } finally {
      buffers.add(buffer);
    }
    declared.put(of, members);
    return members;
  }
}
