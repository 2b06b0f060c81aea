package io.foliot.softfloat.internal.api;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;

/** Finds floating point in the values of an annotation, at any nesting depth. */
final class AnnotationValues extends AnnotationVisitor {
  private final Mentions mentions;

  /** The annotation in messages; empty for the default of an element. */
  private final String annotation;

  private final boolean inArray;

  private AnnotationValues(Mentions mentions, String annotation, boolean inArray) {
    super(Opcodes.ASM9);
    this.mentions = mentions;
    this.annotation = annotation;
    this.inArray = inArray;
  }

  static AnnotationValues of(String descriptor, Mentions mentions) {
    return new AnnotationValues(mentions, shown(descriptor), false);
  }

  static AnnotationValues ofDefault(Mentions mentions) {
    return new AnnotationValues(mentions, "", false);
  }

  private static String shown(String descriptor) {
    // In the unnamed package the name begins behind the L of the descriptor.
    String simple = descriptor.substring(Math.max(descriptor.lastIndexOf('/'), 0) + 1);
    return "@" + simple.replace(";", "").replace('$', '.');
  }

  @Override
  public void visit(String name, Object value) {
    mentions.annotationValue(place(name), value);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String name, String descriptor) {
    return new AnnotationValues(mentions, shown(descriptor), false);
  }

  @Override
  public AnnotationVisitor visitArray(String name) {
    return new AnnotationValues(mentions, annotation, true);
  }

  private String place(String name) {
    if (annotation.isEmpty()) {
      return "the default";
    }
    return inArray ? "a value of " + annotation : annotation + " " + name;
  }
}
