package io.foliot.softfloat.internal.reach;

import io.foliot.softfloat.internal.reach.ObjectType.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.Type;

/** All {@link ObjectType}s of a program, and filters by supertype. */
final class Types {
  static final String OBJECT = "java/lang/Object";
  static final String STRING = "java/lang/String";

  private record Key(Kind kind, String name, String member, Reached maker) {}

  private final Universe universe;
  private final List<ObjectType> all = new ArrayList<>();
  private final Map<Key, ObjectType> named = new HashMap<>();
  private final Map<String, Filter> filters = new HashMap<>();
  private final Consumer<ObjectType> onAdded;

  /** Creates an empty collection; the listener receives each new kind of objects. */
  Types(Universe universe, Consumer<ObjectType> onAdded) {
    this.universe = universe;
    this.onAdded = onAdded;
  }

  /** Whether values of a type are tracked: objects, and arrays of objects. */
  static boolean isReference(Type type) {
    return type.getSort() == Type.OBJECT
        || (type.getSort() == Type.ARRAY && type.getElementType().getSort() == Type.OBJECT);
  }

  /** The array type with a given element type. */
  static String arrayOf(String name) {
    return name.startsWith("[") ? "[" + name : "[L" + name + ";";
  }

  /** The element type of an array, or null for primitive types. */
  static String elementOf(String array) {
    String element = array.substring(1);
    if (element.startsWith("L")) {
      return element.substring(1, element.length() - 1);
    }
    return element.startsWith("[") ? element : null;
  }

  ObjectType get(int id) {
    return all.get(id);
  }

  int size() {
    return all.size();
  }

  ObjectType made(String name) {
    return named(Kind.MADE, name, "", null);
  }

  ObjectType given(String name) {
    return named(Kind.GIVEN, name, "", null);
  }

  /** Every object of a type, from the program or unknown code. */
  ObjectType any(String name) {
    return named(Kind.ANY, name, "", null);
  }

  /** The arrays that a method creates. */
  ObjectType array(String name, Reached maker) {
    return named(Kind.MADE, name, "", maker);
  }

  /** The arrays that a method creates, of this type or a subtype. */
  ObjectType someArray(String name, Reached maker) {
    return named(Kind.GIVEN, name, "", maker);
  }

  ObjectType constant(String className) {
    return named(Kind.CLASS, className, "", null);
  }

  ObjectType member(String className, String member) {
    return named(Kind.MEMBER, className, member, null);
  }

  private ObjectType named(Kind kind, String name, String member, Reached maker) {
    Key key = new Key(kind, name, member, maker);
    ObjectType known = named.get(key);
    if (known == null) {
      String type =
          switch (kind) {
            case CLASS -> "java/lang/Class";
            case MEMBER ->
                member.equals("<init>")
                    ? "java/lang/reflect/Constructor"
                    : "java/lang/reflect/Method";
            default -> name;
          };
      known = add(kind, name, universe.supertypesOf(type), null, member, maker);
      named.put(key, known);
      onAdded.accept(known);
    }
    return known;
  }

  ObjectType lambda(Lambda lambda) {
    Set<String> supertypes = new LinkedHashSet<>();
    for (String each : lambda.interfaces) {
      supertypes.addAll(universe.supertypesOf(each));
    }
    ObjectType made = add(Kind.LAMBDA, lambda.interfaces.get(0), supertypes, lambda, "", null);
    onAdded.accept(made);
    return made;
  }

  private ObjectType add(
      Kind kind, String name, Set<String> supertypes, Lambda lambda, String member, Reached maker) {
    ObjectType added = new ObjectType(all.size(), kind, name, supertypes, lambda, member, maker);
    all.add(added);
    for (String each : supertypes) {
      Filter known = filters.get(each);
      if (known != null) {
        known.enter(added);
      }
    }
    return added;
  }

  Filter filter(String name) {
    Filter known = filters.get(name);
    if (known == null) {
      known = new Filter(name);
      for (ObjectType each : all) {
        known.enter(each);
      }
      filters.put(name, known);
    }
    return known;
  }

  /** The effect of a cast to a type. */
  final class Filter {
    private final String name;
    private final BitSet subtypes = new BitSet();

    /** The results for objects of which only a supertype is known. */
    private final Map<ObjectType, ObjectType> narrowed = new HashMap<>();

    private Filter(String name) {
      this.name = name;
    }

    private void enter(ObjectType type) {
      if (type.supertypes().contains(name)) {
        subtypes.set(type.id());
      }
    }

    /** The result of the cast, or null. Objects from unknown code may be of a subclass. */
    ObjectType pass(ObjectType type) {
      if (subtypes.get(type.id())) {
        return type;
      }
      if (type.isMade()) {
        return null;
      }
      ObjectType known = narrowed.get(type);
      if (known == null && canBe(type.name(), name)) {
        known = type.isAny() ? any(name) : someArray(name, isArray() ? type.maker() : null);
        narrowed.put(type, known);
      }
      return known;
    }

    private boolean isArray() {
      return name.startsWith("[");
    }
  }

  /** Whether an object of a known type may also have another type. */
  boolean canBe(String known, String other) {
    if (universe.isSubtype(other, known)) {
      return true;
    }
    CodeClass from = universe.find(known);
    CodeClass to = universe.find(other);
    return from != null
        && to != null
        && ((to.isInterface() && !from.isFinal()) || (from.isInterface() && !to.isFinal()));
  }
}
