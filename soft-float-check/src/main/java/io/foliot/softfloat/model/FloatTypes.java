package io.foliot.softfloat.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The types that count as floating point: the primitives, their boxes, and the float-shaped types,
 * which exist to carry floats, such as {@code DoubleStream}, {@code ToDoubleFunction} and {@code
 * FloatBuffer}. All rules and the float-free Animal Sniffer signature share this definition.
 * Immutable and thread-safe.
 */
public final class FloatTypes {
  /** Kinds of floating-point types. */
  public enum Kind {
    /** {@code float} or {@code double}. */
    PRIMITIVE,
    /** {@code java.lang.Float} or {@code java.lang.Double}. */
    BOXED,
    /** A type that exists to carry floats. */
    SHAPED
  }

  private static final FloatTypes STANDARD = new FloatTypes(Set.of());

  private final Set<String> added;

  private FloatTypes(Set<String> added) {
    this.added = added;
  }

  /** {@return the floating-point types of Java and the JDK} */
  public static FloatTypes standard() {
    return STANDARD;
  }

  /**
   * Adds float-shaped types to this definition.
   *
   * @param classNames binary names, such as {@code com.example.Ratio}, or internal names
   * @return the wider definition
   */
  public FloatTypes with(Collection<String> classNames) {
    Set<String> all = new HashSet<>(added);
    for (String name : classNames) {
      all.add(name.replace('.', '/'));
    }
    return new FloatTypes(Set.copyOf(all));
  }

  /** {@return the internal names of the float-shaped types that were added} */
  public Set<String> added() {
    return added;
  }

  /**
   * Classifies a class.
   *
   * @param internalName the name of a class, such as {@code java/lang/Double}
   * @return its kind of floating point, or null if it is none
   */
  public Kind kindOf(String internalName) {
    return switch (internalName) {
      case "java/lang/Float", "java/lang/Double" -> Kind.BOXED;
      default -> isShaped(internalName) ? Kind.SHAPED : null;
    };
  }

  private boolean isShaped(String name) {
    if (added.contains(name)) {
      return true;
    }
    if (!name.startsWith("java/") && !name.startsWith("jdk/incubator/vector/")) {
      return false;
    }
    return ShapedNames.JDK.contains(name);
  }
}
