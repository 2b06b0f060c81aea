package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.FloatTypes;
import io.foliot.softfloat.internal.api.ModuleInfo.Exposure;
import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.input.ClassBuffer;
import io.foliot.softfloat.internal.input.Platform;
import io.foliot.softfloat.internal.scan.Access;
import io.foliot.softfloat.internal.scan.ClassScanner;
import io.foliot.softfloat.internal.scan.ClassSummary;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds classes by name: in the inputs, on the class path, and in the running JDK. Safe for use by
 * several threads, which share what they found out.
 */
public final class Hierarchy {
  /** Classes nested deeper than this come from no compiler. */
  private static final int MAX_NESTING = 1000;

  private final List<ApiInput> inputs;
  private final List<ApiInput> libraries;
  private final FloatTypes types;

  /** Names of classes that are in no input. */
  private final Set<String> foreign = ConcurrentHashMap.newKeySet();

  private final Map<String, Optional<ApiClass>> platform = new ConcurrentHashMap<>();
  private final Map<ApiClass, List<Declared>> declared =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final Set<String> missing = Collections.synchronizedSet(new TreeSet<>());

  /**
   * All classes of a check.
   *
   * @param inputs what is checked
   * @param libraries where supertypes are looked up as well
   * @param types which types are floating point
   */
  public Hierarchy(List<ApiInput> inputs, List<ApiInput> libraries, FloatTypes types) {
    this.inputs = inputs;
    this.libraries = libraries;
    this.types = types;
  }

  /**
   * Reads a class of the JDK and forgets it, for what is loaded by that.
   *
   * @throws IOException if there is no such class
   * @throws BadInputException if it cannot be read
   */
  public static void readPlatform() throws IOException, BadInputException {
    try (InputStream in = Platform.open("java/lang/Double.class")) {
      read(in, FloatTypes.standard());
    }
  }

  /**
   * Supertypes that were found nowhere so far.
   *
   * @return their binary names, sorted
   */
  public List<String> missing() {
    return List.copyOf(missing);
  }

  /** The input that holds a class for code in {@code from}, or null. */
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

  /** A class of the class path or the JDK, or null. */
  ApiClass external(String className) {
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
    try (InputStream in = Platform.open(className + ".class")) {
      if (in == null) {
        return null;
      }
      return read(in, types);
    } catch (IOException | BadInputException | IllegalArgumentException e) {
      return null;
    }
  }

  private static ApiClass read(InputStream in, FloatTypes types)
      throws IOException, BadInputException {
    ClassBuffer buffer = ClassBuffer.of(in.readAllBytes());
    ClassScanner scanner = new ClassScanner(false, types);
    ClassSummary summary = scanner.scan(buffer);
    if (!scanner.isSuspicious()) {
      return ApiClass.clean(null, 0, 0, summary);
    }
    ApiReader reader = new ApiReader(types, scanner, summary);
    return ApiClass.of(null, 0, 0, summary, reader, List.of());
  }

  /** How far others can see a class. */
  Exposure exposureOf(ApiClass of, ApiInput input, int release) {
    Exposure exposure = input.module(release).exposureOf(of.summary().name());
    ApiClass at = of;
    for (int depth = 0; depth < MAX_NESTING; depth++) {
      ClassSummary summary = at.summary();
      if (summary.local() || Access.isSynthetic(summary.access())) {
        return Exposure.HIDDEN;
      }
      if (!Access.isVisible(summary.access())) {
        return Exposure.HIDDEN;
      }
      if (summary.outer() == null) {
        return exposure;
      }
      ApiClass outer = input.find(summary.outer(), release);
      if (outer == null) {
        return exposure;
      }
      boolean isProtected = (summary.access() & Access.PROTECTED) != 0;
      if (isProtected && isFinal(outer) && exposure == Exposure.EXPORTED) {
        exposure = Exposure.LIMITED;
      }
      at = outer;
    }
    return exposure;
  }

  static boolean isFinal(ApiClass of) {
    return (of.summary().access() & Access.FINAL) != 0;
  }

  static boolean isInterface(ApiClass of) {
    return (of.summary().access() & Access.INTERFACE) != 0;
  }

  /** Methods and fields that a class of an input declares, without those of the compiler. */
  List<Declared> declaredBy(ApiClass of) {
    List<Declared> known = declared.get(of);
    if (known != null) {
      return known;
    }
    List<Declared> members = new ArrayList<>();
    try {
      for (Declared each : Declared.by(of)) {
        // A bridge made for a public method of a hidden superclass does not override it.
        if (!Access.isSynthetic(each.access())) {
          members.add(each);
        }
      }
    } catch (IOException | BadInputException | RuntimeException e) {
      // It was read a moment ago; if it is gone now, nothing is known to be overridden.
      members.clear();
    }
    declared.put(of, members);
    return members;
  }
}
