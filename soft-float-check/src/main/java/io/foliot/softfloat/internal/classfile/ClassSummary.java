package io.foliot.softfloat.internal.classfile;

import java.util.List;

/**
 * The place of a class in the hierarchy. Names are internal ({@code java/util/Map$Entry}).
 *
 * @param name the class
 * @param superName its superclass, or null for {@code java/lang/Object} and module descriptors
 * @param interfaces its direct superinterfaces
 * @param access its access flags; for a nested class those of the InnerClasses attribute, which
 *     include protected and private
 * @param outer the enclosing class, or null for a top-level class
 * @param local whether it is local or anonymous, so that no other class can name it
 * @param source its source file, or empty
 * @param extensible whether others can extend it: an interface, or a class that is neither final
 *     nor sealed and has a public or protected constructor
 * @param members the number of its public and protected members that are not synthetic
 */
public record ClassSummary(
    String name,
    String superName,
    List<String> interfaces,
    int access,
    String outer,
    boolean local,
    String source,
    boolean extensible,
    int members) {
  /**
   * Returns a copy with other access flags.
   *
   * @param other the access flags
   * @return the copy
   */
  public ClassSummary withAccess(int other) {
    return new ClassSummary(
        name, superName, interfaces, other, outer, local, source, extensible, members);
  }
}
