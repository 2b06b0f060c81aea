package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.internal.classfile.ClassSummary;
import io.foliot.softfloat.internal.input.Container;
import java.util.ArrayList;
import java.util.List;

/**
 * A class of an input: its place in the hierarchy and its members with floating point.
 *
 * @param container the input
 * @param entry the index of the class file in the container
 * @param release 0, or N for {@code META-INF/versions/N}
 * @param summary its place in the hierarchy
 * @param members its members with floating point; usually none
 */
public record ApiClass(
    Container container, int entry, int release, ClassSummary summary, List<FloatMember> members) {
  /**
   * Creates a class.
   *
   * @param container the input
   * @param entry the index of the class file
   * @param release 0 or the version folder
   * @param visitor the visitor that has read it
   * @return the class
   */
  public static ApiClass of(Container container, int entry, int release, ApiVisitor visitor) {
    return new ApiClass(container, entry, release, visitor.summary(), visitor.members());
  }

  /** {@return the name of the source file, or empty} */
  public String source() {
    return summary.source();
  }

  /** Internal names of the superclass and the superinterfaces. */
  List<String> parents() {
    if (summary.superName() == null) {
      return summary.interfaces();
    }
    List<String> parents = new ArrayList<>(summary.interfaces().size() + 1);
    parents.add(summary.superName());
    parents.addAll(summary.interfaces());
    return parents;
  }
}
