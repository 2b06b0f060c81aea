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
 * Finds the float-shaped types that a project declares itself: functional interfaces whose method
 * carries floating point. Where it is not certain that an interface is functional, it is left out.
 */
public final class ShapedInference {
  /** Supertypes of functional interfaces that declare no method of their own. */
  private static final Set<String> EMPTY_PARENTS =
      Set.of("java/io/Serializable", "java/lang/Cloneable");

  private static final Set<String> OF_OBJECT =
      Set.of("equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;");

  /** Floating point that callers of a method handle; annotations are not among it. */
  private static final Set<Rule> IN_METHODS =
      Set.of(Rule.API_PRIMITIVE, Rule.API_BOXED, Rule.API_SHAPED, Rule.API_GENERIC);

  /** Interfaces that extend each other deeper than this come from no compiler. */
  private static final int MAX_DEPTH = 64;

  private final ApiInput input;
  private final ClassBuffer buffer = new ClassBuffer();

  private ShapedInference(ApiInput input) {
    this.input = input;
  }

  /**
   * The float-shaped types that an input declares.
   *
   * @param input its classes, scanned
   * @return internal names, sorted; mostly empty
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

  /** The list of those is built in. */
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
      // Nothing but another name for a float-shaped interface, such as DoubleSupplier.
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

  /** Gathers the methods of an interface and its parents; false if not all can be known. */
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

  /** Adds the instance methods that an interface declares, by name and descriptor. */
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
      // It was read a moment ago; if it is gone now, nothing is certain.
      return false;
    }
    return true;
  }
}
