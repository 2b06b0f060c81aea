package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.FloatTypes;
import io.foliot.softfloat.Rule;
import io.foliot.softfloat.internal.scan.ClassText;
import io.foliot.softfloat.internal.scan.SignatureScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Type;

/** Gathers what one element mentions: one message for each rule. */
final class Mentions {
  /** A hostile signature can name thousands of types; a message shows the first ones. */
  private static final int MAX_PARTS = 8;

  private final FloatTypes types;
  private final Map<Rule, Set<String>> parts = new TreeMap<>();

  Mentions(FloatTypes types) {
    this.types = types;
  }

  void add(Rule rule, String part) {
    Set<String> all = parts.get(rule);
    if (all == null) {
      all = new LinkedHashSet<>();
      parts.put(rule, all);
    }
    if (all.size() < MAX_PARTS) {
      all.add(ClassText.shortened(part));
    }
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  List<Mention> toList() {
    List<Mention> all = new ArrayList<>(parts.size());
    for (Map.Entry<Rule, Set<String>> entry : parts.entrySet()) {
      all.add(new Mention(entry.getKey(), String.join(", ", entry.getValue())));
    }
    return List.copyOf(all);
  }

  /** The type of a field: API-1, API-2 or API-3. */
  void fieldType(String descriptor) {
    type(Type.getType(descriptor), "the type is ");
  }

  /** Parameters and result of a method: API-1, API-2 or API-3. */
  void methodTypes(String descriptor) {
    Type[] parameters = Type.getArgumentTypes(descriptor);
    for (int i = 0; i < parameters.length; i++) {
      type(parameters[i], "parameter " + (i + 1) + " is ");
    }
    type(Type.getReturnType(descriptor), "returns ");
  }

  /** Everything that a field or method type names, as the given rule. */
  void anyType(Rule rule, String descriptor, String signature) {
    Named named = new Named(this, rule, "the type names ", false);
    SignatureScanner.scan(signature == null ? descriptor : signature, named);
  }

  /** What only the generic signature names: API-4. */
  void signature(String signature) {
    if (signature == null) {
      return;
    }
    SignatureScanner.scan(
        signature, new Named(this, Rule.API_GENERIC, "the generic signature names ", true));
  }

  /** A named type in a place such as {@code extends}. */
  void named(Rule rule, String internalName, String place) {
    if (internalName != null && types.kindOf(internalName) != null) {
      add(rule, place + " " + internalName.replace('/', '.'));
    }
  }

  /** A value of an annotation or the default of an annotation element. */
  void value(Object value, String place) {
    if (value instanceof Float || value instanceof Double) {
      add(Rule.API_ANNOTATION, place + " is " + value);
    } else if (value instanceof float[] || value instanceof double[]) {
      add(Rule.API_ANNOTATION, place + " is an array of floating-point numbers");
    } else if (value instanceof Type type) {
      Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
      if (types.kindOf(internalName(element)) != null) {
        add(Rule.API_ANNOTATION, place + " is " + type.getClassName() + ".class");
      }
    }
  }

  /** Adds the float types of a signature. Not a lambda: that would cost time at the start. */
  private static final class Named implements SignatureScanner.Sink {
    private final Mentions mentions;
    private final Rule rule;
    private final String place;
    private final boolean genericOnly;

    Named(Mentions mentions, Rule rule, String place, boolean genericOnly) {
      this.mentions = mentions;
      this.rule = rule;
      this.place = place;
      this.genericOnly = genericOnly;
    }

    @Override
    public void type(String name, int dimensions, boolean generic) {
      if ((generic || !genericOnly) && mentions.types.kindOf(name) != null) {
        mentions.add(rule, place + display(name, dimensions));
      }
    }
  }

  private void type(Type type, String place) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    FloatTypes.Kind kind = types.kindOf(internalName(element));
    if (kind != null) {
      add(rule(kind), place + type.getClassName());
    }
  }

  private static Rule rule(FloatTypes.Kind kind) {
    return switch (kind) {
      case PRIMITIVE -> Rule.API_PRIMITIVE;
      case BOXED -> Rule.API_BOXED;
      case SHAPED -> Rule.API_SHAPED;
    };
  }

  private static String internalName(Type type) {
    return type.getSort() == Type.OBJECT ? type.getInternalName() : type.getDescriptor();
  }

  private static String display(String name, int dimensions) {
    String base =
        switch (name) {
          case "F" -> "float";
          case "D" -> "double";
          default -> name.replace('/', '.');
        };
    return base + "[]".repeat(Math.min(dimensions, 255));
  }
}
