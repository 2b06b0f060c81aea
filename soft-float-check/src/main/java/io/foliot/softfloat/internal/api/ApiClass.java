package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.internal.classfile.ClassSummary;
import io.foliot.softfloat.internal.input.Container;
import java.util.ArrayList;
import java.util.List;

/**
 * A class of an input: its place in the hierarchy, and what it shows of floating point if others
 * can see it.
 *
 * @param container the input
 * @param entry index of the class file in the container
 * @param release 0, or N for {@code META-INF/versions/N}
 * @param summary its place in the hierarchy
 * @param members what it mentions; mostly empty
 */
public record ApiClass(
    Container container, int entry, int release, ClassSummary summary, List<FloatMember> members) {
  /**
   * A class that was read.
   *
   * @param container the input
   * @param entry index of the class file
   * @param release 0 or the version folder
   * @param visitor what has read it
   * @return the class
   */
  public static ApiClass of(Container container, int entry, int release, ApiVisitor visitor) {
    return new ApiClass(container, entry, release, visitor.summary(), visitor.members());
  }

  /**
   * The source file.
   *
   * @return its name, or empty
   */
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
