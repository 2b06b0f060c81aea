package io.foliot.softfloat.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Finds annotations named {@code AllowFloat}, from any package, in source. */
final class SourceAllowances {
  private static final String NAME = "AllowFloat";

  private SourceAllowances() {}

  /** Whether an element or an enclosing one accepts floating point, with a reason. */
  static boolean isAllowed(Element element) {
    for (Element each = element; each != null; each = each.getEnclosingElement()) {
      for (AnnotationMirror annotation : each.getAnnotationMirrors()) {
        if (isAllowFloat(annotation) && hasReason(annotation)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The annotation of an element that gives no reason, or null. */
  static AnnotationMirror withoutReason(Element element) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (isAllowFloat(annotation) && !hasReason(annotation)) {
        return annotation;
      }
    }
    return null;
  }

  private static boolean isAllowFloat(AnnotationMirror annotation) {
    return annotation.getAnnotationType().asElement().getSimpleName().contentEquals(NAME);
  }

  private static boolean hasReason(AnnotationMirror annotation) {
    for (AnnotationValue value : annotation.getElementValues().values()) {
      if (value.getValue() instanceof String text && !text.isBlank()) {
        return true;
      }
    }
    return false;
  }
}
