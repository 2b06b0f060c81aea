package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.internal.classfile.ClassText;
import io.foliot.softfloat.internal.classfile.TypeNames;
import io.foliot.softfloat.model.FloatTypes;
import io.foliot.softfloat.model.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;

/** Collects the mentions of one element: one message per rule. */
final class Mentions {
  /** The number of types that a message names; a hostile signature can have thousands. */
  private static final int MAX_PARTS = 8;

  private final FloatTypes types;
  private final Map<Rule, Set<String>> parts = new EnumMap<>(Rule.class);

  Mentions(FloatTypes types) {
    this.types = types;
  }

  void add(Rule rule, String part) {
    Set<String> all = parts.computeIfAbsent(rule, each -> new LinkedHashSet<>());
    if (all.size() < MAX_PARTS) {
      all.add(ClassText.shortened(part));
    }
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  List<Mention> toList() {
    List<Mention> all = new ArrayList<>();
    parts.forEach((rule, texts) -> all.add(new Mention(rule, String.join(", ", texts))));
    return List.copyOf(all);
  }

  /** Adds the type of a field: API-1, API-2 or API-3. */
  void fieldType(String descriptor) {
    type(Type.getType(descriptor), "the type is ");
  }

  /** Adds parameters and result of a method: API-1, API-2 or API-3. */
  void methodTypes(String descriptor) {
    Type[] parameters = Type.getArgumentTypes(descriptor);
    for (int i = 0; i < parameters.length; i++) {
      type(parameters[i], "parameter " + (i + 1) + " is ");
    }
    type(Type.getReturnType(descriptor), "returns ");
  }

  private void type(Type type, String place) {
    FloatTypes.Kind kind = TypeNames.kindOf(types, type);
    if (kind != null) {
      add(rule(kind), place + type.getClassName());
    }
  }

  /** Adds a type under one rule, generic or not. */
  void anyType(Rule rule, String descriptor, String signature) {
    read(rule, signature == null ? descriptor : signature, "the type names ", false);
  }

  /** Adds types that only the generic signature names: API-4. */
  void signature(String signature) {
    if (signature != null) {
      read(Rule.API_GENERIC, signature, "the generic signature names ", true);
    }
  }

  private void read(Rule rule, String signature, String place, boolean genericOnly) {
    TypeNames.read(
        signature,
        (element, dimensions, generic) -> {
          if ((generic || !genericOnly) && TypeNames.kindOf(types, element) != null) {
            add(rule, place + TypeNames.display(element, dimensions));
          }
        });
  }

  /** Adds a class that is named outside a descriptor. */
  void named(Rule rule, String internalName, String place) {
    if (internalName != null && types.kindOf(internalName) != null) {
      add(rule, place + " " + internalName.replace('/', '.'));
    }
  }

  /** Adds a value of an annotation: API-6. */
  void annotationValue(String place, Object value) {
    if (value instanceof Float || value instanceof Double) {
      add(Rule.API_ANNOTATION, place + " is " + value);
    } else if (value instanceof float[] || value instanceof double[]) {
      add(Rule.API_ANNOTATION, place + " is an array of floating-point numbers");
    } else if (value instanceof Type type && TypeNames.kindOf(types, type) != null) {
      add(Rule.API_ANNOTATION, place + " is " + type.getClassName() + ".class");
    }
  }

  private static Rule rule(FloatTypes.Kind kind) {
    return switch (kind) {
      case PRIMITIVE -> Rule.API_PRIMITIVE;
      case BOXED -> Rule.API_BOXED;
      case SHAPED -> Rule.API_SHAPED;
    };
  }
}
