package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.internal.classfile.Access;
import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.input.ClassBuffer;
import io.foliot.softfloat.model.MemberKind;
import io.foliot.softfloat.model.Rule;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the float-shaped types that a project declares: functional interfaces whose method carries
 * floating point. Excludes interfaces that may not be functional.
 */
public final class ShapedInference {
  /** Supertypes of functional interfaces that declare no method of their own. */
  private static final Set<String> EMPTY_PARENTS =
      Set.of("java/io/Serializable", "java/lang/Cloneable");

  private static final Set<String> OF_OBJECT =
      Set.of("equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;");

  /** The rules about types in methods, without annotations. */
  private static final Set<Rule> IN_METHODS =
      Set.of(Rule.API_PRIMITIVE, Rule.API_BOXED, Rule.API_SHAPED, Rule.API_GENERIC);

  /** An inheritance depth of interfaces that no compiler accepts or no one writes. */
  private static final int MAX_DEPTH = 64;

  private final ApiInput input;
  private final ClassBuffer buffer = new ClassBuffer();

  private ShapedInference(ApiInput input) {
    this.input = input;
  }

  /**
   * Finds the float-shaped types that an input declares.
   *
   * @param input the input
   * @return internal names, sorted; usually none
   */
  public static Set<String> of(ApiInput input) {
    Set<String> found = new TreeSet<>();
    ShapedInference inference = null;
    for (ApiClass each : input.classes()) {
      if (!each.members().isEmpty()
          && (each.summary().access() & Access.INTERFACE) != 0
          && (each.summary().access() & Access.ANNOTATION) == 0
          && !isPlatform(each.summary().name())) {
        inference = inference == null ? new ShapedInference(input) : inference;
        if (inference.isShaped(each)) {
          found.add(each.summary().name());
        }
      }
    }
    if (inference != null) {
      inference.buffer.close();
    }
    return found;
  }

  /** Whether a class is in the JDK, whose float-shaped types are listed. */
  private static boolean isPlatform(String name) {
    return name.startsWith("java/") || name.startsWith("javax/") || name.startsWith("jdk/");
  }

  private boolean isShaped(ApiClass of) {
    FloatMember carrier = null;
    boolean extendsShaped = false;
    for (FloatMember member : of.members()) {
      boolean carries = mentions(member, IN_METHODS);
      if (carries
          && member.kind() == MemberKind.METHOD
          && (member.access() & Access.ABSTRACT) != 0) {
        if (carrier != null) {
          return false;
        }
        carrier = member;
      } else if (member.kind() == MemberKind.CLASS) {
        extendsShaped |= mentions(member, Set.of(Rule.API_SHAPED));
      }
    }
    Map<String, Boolean> methods = new HashMap<>();
    if (carrier == null) {
      // An alias for a float-shaped interface such as DoubleSupplier.
      return extendsShaped
          && of.summary().interfaces().size() == 1
          && of.summary().interfaces().get(0).startsWith("java/util/function/")
          && declare(of, methods)
          && !methods.containsValue(true);
    }
    if (!collect(of, methods, new HashSet<>(), 0)) {
      return false;
    }
    int open = 0;
    for (boolean isAbstract : methods.values()) {
      open += isAbstract ? 1 : 0;
    }
    return open == 1;
  }

  private static boolean mentions(FloatMember member, Set<Rule> rules) {
    for (Mention mention : member.mentions()) {
      if (rules.contains(mention.rule())) {
        return true;
      }
    }
    return false;
  }

  /** Collects the methods of an interface and its parents; false if some are unknown. */
  private boolean collect(ApiClass of, Map<String, Boolean> methods, Set<String> seen, int depth) {
    if (depth > MAX_DEPTH || !declare(of, methods)) {
      return false;
    }
    for (String parent : of.summary().interfaces()) {
      if (EMPTY_PARENTS.contains(parent) || !seen.add(parent)) {
        continue;
      }
      ApiClass found = input.find(parent, of.release());
      if (found == null || !collect(found, methods, seen, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  /** Adds the instance methods of an interface, by name and descriptor. */
  private boolean declare(ApiClass of, Map<String, Boolean> methods) {
    try {
      for (Declared each : Declared.by(of, buffer)) {
        String name = each.name() + each.descriptor();
        if (each.isMethod()
            && (each.access() & (Access.STATIC | Access.PRIVATE)) == 0
            && !OF_OBJECT.contains(name)) {
          methods.putIfAbsent(name, (each.access() & Access.ABSTRACT) != 0);
        }
      }
    } catch (IOException | BadInputException | RuntimeException e) {
      // The file is gone since the first pass.
      return false;
    }
    return true;
  }
}
