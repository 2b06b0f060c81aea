package io.foliot.softfloat.internal.classfile;

import java.util.List;

/**
 * What the hierarchy needs to know of a class. Names are internal ({@code java/util/Map$Entry}).
 *
 * @param name the class
 * @param superName its superclass, or null for {@code java/lang/Object} and module descriptors
 * @param interfaces its direct superinterfaces
 * @param access its access flags: those of the InnerClasses attribute for a nested class, which
 *     tell protected and private
 * @param outer the class around it, or null for a top-level class
 * @param local whether it is local or anonymous, so that no other class can name it
 * @param source its source file, or empty
 * @param extensible whether others can write a subclass: an interface, or a class that is neither
 *     final nor sealed and has a public or protected constructor
 * @param members number of its public and protected members that the compiler did not make up
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
   * The same class with other flags.
   *
   * @param other access flags
   * @return the summary
   */
  public ClassSummary withAccess(int other) {
    return new ClassSummary(
        name, superName, interfaces, other, outer, local, source, extensible, members);
  }
}
