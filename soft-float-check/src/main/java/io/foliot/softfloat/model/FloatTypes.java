package io.foliot.softfloat.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What counts as floating point in a type: the primitives, their boxes, and the float-shaped types,
 * which exist to carry floats ({@code DoubleStream}, {@code ToDoubleFunction}, {@code FloatBuffer}
 * and so on). This is the one definition that all rules and the float-free Animal Sniffer signature
 * share. Immutable and safe for use by several threads.
 */
public final class FloatTypes {
  /** What makes a type a floating-point type. */
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

  /**
   * The types of the JDK.
   *
   * @return the standard definition
   */
  public static FloatTypes standard() {
    return STANDARD;
  }

  /**
   * This definition and more float-shaped types.
   *
   * @param classNames binary names, such as {@code com.example.Ratio}; {@code /} is accepted in
   *     place of the dot
   * @return a wider definition
   */
  public FloatTypes with(Collection<String> classNames) {
    Set<String> all = new HashSet<>(added);
    for (String name : classNames) {
      all.add(name.replace('.', '/'));
    }
    return new FloatTypes(Set.copyOf(all));
  }

  /**
   * The float-shaped types that were added to the standard ones.
   *
   * @return their internal names
   */
  public Set<String> added() {
    return added;
  }

  /**
   * What kind of floating point a class is.
   *
   * @param internalName name of a class, such as {@code java/lang/Double}
   * @return the kind, or null if the class is not floating point
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
