package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.internal.code.CodeHit;
import io.foliot.softfloat.internal.input.Container;
import io.foliot.softfloat.internal.scan.ClassSummary;
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
 * @param source source file, or empty
 * @param members what it mentions; mostly empty
 * @param code what its code does with floating point; empty unless that was asked for
 * @param suspicious whether it was read in full, because the scan could not rule out floating point
 */
public record ApiClass(
    Container container,
    int entry,
    int release,
    ClassSummary summary,
    String source,
    List<FloatMember> members,
    List<CodeHit> code,
    boolean suspicious) {
  /**
   * A class that mentions no floating point.
   *
   * @param container the input
   * @param entry index of the class file
   * @param release 0 or the version folder
   * @param summary its place in the hierarchy
   * @return the class
   */
  public static ApiClass clean(Container container, int entry, int release, ClassSummary summary) {
    return new ApiClass(container, entry, release, summary, "", List.of(), List.of(), false);
  }

  /**
   * A class that was read in full.
   *
   * @param container the input
   * @param entry index of the class file
   * @param release 0 or the version folder
   * @param summary its place in the hierarchy
   * @param reader what read it
   * @param code what its code does
   * @return the class
   */
  public static ApiClass of(
      Container container,
      int entry,
      int release,
      ClassSummary summary,
      ApiReader reader,
      List<CodeHit> code) {
    return new ApiClass(
        container, entry, release, summary, reader.source(), reader.found(), code, true);
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
