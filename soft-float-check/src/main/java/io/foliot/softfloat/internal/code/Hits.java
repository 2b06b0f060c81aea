package io.foliot.softfloat.internal.code;

import io.foliot.softfloat.internal.classfile.ClassText;
import io.foliot.softfloat.internal.classfile.TypeNames;
import io.foliot.softfloat.model.FloatTypes;
import io.foliot.softfloat.model.MemberKind;
import io.foliot.softfloat.model.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Type;

/** Collects the uses in one member: one hit per rule, with the first line and the count. */
final class Hits {
  /** The number of uses that a message names; a method can have thousands. */
  private static final int MAX_NAMED = 4;

  private final FloatTypes types;
  private final ClassText texts;
  private final MemberKind kind;
  private final String name;
  private final String descriptor;
  private int line;

  /** Created on the first use, because most members have none. */
  private Map<Rule, Use> uses = Map.of();

  private static final class Use {
    private final Set<String> named = new LinkedHashSet<>();
    private int line;
    private int count;
    private boolean certain;
  }

  Hits(FloatTypes types, ClassText texts, MemberKind kind, String name, String descriptor) {
    this.types = types;
    this.texts = texts;
    this.kind = kind;
    this.name = name;
    this.descriptor = descriptor;
  }

  /** Sets the line of the following uses. */
  void line(int number) {
    line = number;
  }

  void add(Rule rule, String what) {
    add(rule, what, false);
  }

  void add(Rule rule, String what, boolean certain) {
    Use use = uses.get(rule);
    if (use == null) {
      if (uses.isEmpty()) {
        uses = new TreeMap<>();
      }
      use = new Use();
      uses.put(rule, use);
    }
    if (use.count == 0) {
      use.line = line;
    }
    use.count++;
    use.certain |= certain;
    if (use.named.size() < MAX_NAMED) {
      use.named.add(ClassText.shortened(what));
    }
  }

  /** Whether a class, or the element type of an array, is boxed or float-shaped. */
  boolean isFloatClass(String internalName) {
    if (internalName.startsWith("[")) {
      return isFloatType(internalName);
    }
    return types.kindOf(internalName) != null;
  }

  /** Whether a descriptor or signature names a floating-point type. */
  boolean isFloatType(String type) {
    texts.count(type);
    return TypeNames.hasFloat(types, type);
  }

  void addTo(List<CodeHit> hits) {
    for (Map.Entry<Rule, Use> entry : uses.entrySet()) {
      Use use = entry.getValue();
      String message = String.join(", ", use.named);
      if (use.count > 1) {
        message += " (" + use.count + " uses)";
      }
      hits.add(new CodeHit(entry.getKey(), use.certain, kind, name, descriptor, use.line, message));
    }
  }

  static String display(String internalName) {
    String name = ClassText.shortened(internalName);
    return name.startsWith("[") && name.equals(internalName)
        ? Type.getType(name).getClassName()
        : name.replace('/', '.');
  }
}
