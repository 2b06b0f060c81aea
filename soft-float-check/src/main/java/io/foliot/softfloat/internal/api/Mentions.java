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
    type(descriptor, 0, "the type is ");
  }

  /** Parameters and result of a method: API-1, API-2 or API-3. */
  void methodTypes(String descriptor) {
    int at = 1;
    for (int i = 1; descriptor.charAt(at) != ')'; i++) {
      at = type(descriptor, at, "parameter " + i + " is ");
    }
    type(descriptor, at + 1, "returns ");
  }

  /** One type of a descriptor; returns the position behind it. */
  private int type(String descriptor, int start, String place) {
    int at = start;
    while (descriptor.charAt(at) == '[') {
      at++;
    }
    int end = afterElement(descriptor, at);
    String name = elementName(descriptor, at, end);
    FloatTypes.Kind kind = name == null ? null : types.kindOf(name);
    if (kind != null) {
      add(rule(kind), place + display(name, at - start));
    }
    return end;
  }

  /** What {@code FloatTypes} calls it; null if it is a primitive without floating point. */
  private static String elementName(String descriptor, int at, int end) {
    return switch (descriptor.charAt(at)) {
      case 'L' -> descriptor.substring(at + 1, end - 1);
      case 'D' -> "D";
      case 'F' -> "F";
      default -> null;
    };
  }

  private static int afterElement(String descriptor, int at) {
    char code = descriptor.charAt(at);
    if ("BCDFIJSVZ".indexOf(code) >= 0) {
      return at + 1;
    }
    int end = code == 'L' ? descriptor.indexOf(';', at) : -1;
    if (end < 0) {
      throw new IllegalArgumentException("not a descriptor: " + descriptor);
    }
    return end + 1;
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

  /** A number in an annotation or the default of an annotation element. */
  void number(String place, Object value) {
    if (value != null) {
      add(Rule.API_ANNOTATION, place + " is " + value);
    }
  }

  /** An array of numbers in the same places. */
  void numbers(String place) {
    add(Rule.API_ANNOTATION, place + " is an array of floating-point numbers");
  }

  /** A class literal in the same places. */
  void literal(String place, String descriptor) {
    int at = 0;
    while (descriptor.charAt(at) == '[') {
      at++;
    }
    String name = elementName(descriptor, at, afterElement(descriptor, at));
    if (name != null && types.kindOf(name) != null) {
      add(Rule.API_ANNOTATION, place + " is " + display(name, at) + ".class");
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

  private static Rule rule(FloatTypes.Kind kind) {
    return switch (kind) {
      case PRIMITIVE -> Rule.API_PRIMITIVE;
      case BOXED -> Rule.API_BOXED;
      case SHAPED -> Rule.API_SHAPED;
    };
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
