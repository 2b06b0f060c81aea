package io.foliot.softfloat;

import io.foliot.softfloat.internal.scan.SignatureScanner;
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
   * What kind of floating point a type is.
   *
   * @param name {@code F}, {@code D} or the internal name of a class, such as {@code
   *     java/lang/Double}
   * @return the kind, or null if the type is not floating point
   */
  public Kind kindOf(String name) {
    switch (name) {
      case "F", "D" -> {
        return Kind.PRIMITIVE;
      }
      case "java/lang/Float", "java/lang/Double" -> {
        return Kind.BOXED;
      }
      default -> {
        return isShaped(name) ? Kind.SHAPED : null;
      }
    }
  }

  /**
   * Whether a descriptor or generic signature names floating point of any kind.
   *
   * @param signature a JVM descriptor or signature of a field, method or class
   * @return true if it does
   */
  public boolean isMentionedIn(String signature) {
    if (added.isEmpty() && signature.indexOf('D') < 0 && signature.indexOf('F') < 0) {
      // All standard types have one of these letters in their names, and most signatures have not.
      return false;
    }
    Search search = new Search(this);
    SignatureScanner.scan(signature, search);
    return search.found;
  }

  /** Not a lambda: the first lambda of a JVM costs more than the check of a small library. */
  private static final class Search implements SignatureScanner.Sink {
    private final FloatTypes types;
    private boolean found;

    Search(FloatTypes types) {
      this.types = types;
    }

    @Override
    public void type(String name, int dimensions, boolean generic) {
      found |= types.kindOf(name) != null;
    }
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
