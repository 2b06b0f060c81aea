package io.foliot.softfloat.processor;

import io.foliot.softfloat.model.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** Floating point in annotations: API-6. */
final class AnnotationCheck {
  private final TypeMentions mentions;
  private final Diagnostics diagnostics;

  AnnotationCheck(TypeMentions mentions, Diagnostics diagnostics) {
    this.mentions = mentions;
    this.diagnostics = diagnostics;
  }

  /** Checks the annotations of an element and of the types in its declaration, each once. */
  void check(Element annotated, Element at, Iterable<? extends TypeMirror> types) {
    Set<String> seen = new HashSet<>();
    for (AnnotationMirror annotation : annotated.getAnnotationMirrors()) {
      seen.add(annotation.toString());
      values(annotation, annotation, at);
    }
    for (TypeMirror type : types) {
      onType(type, at, seen);
    }
  }

  private void onType(TypeMirror type, Element at, Set<String> seen) {
    for (AnnotationMirror annotation : type.getAnnotationMirrors()) {
      if (seen.add(annotation.toString())) {
        values(annotation, null, at);
      }
    }
    for (TypeMirror part : TypeMentions.parts(type)) {
      onType(part, at, seen);
    }
  }

  /** Checks an element of an annotation interface: its type and its default. */
  void element(ExecutableElement element) {
    Set<String> names = mentions.all(element.getReturnType());
    if (!names.isEmpty()) {
      String text = "the type names " + String.join(", ", names);
      diagnostics.report(Rule.API_ANNOTATION, element, text);
    } else if (element.getDefaultValue() != null) {
      value(element.getDefaultValue(), "the default", null, element);
    }
    check(element, element, List.of(element.getReturnType()));
  }

  private void values(AnnotationMirror annotation, AnnotationMirror outermost, Element at) {
    String name = "@" + annotation.getAnnotationType().asElement().getSimpleName();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      String place = name + " " + entry.getKey().getSimpleName();
      value(entry.getValue(), place, outermost, at);
    }
  }

  private void value(AnnotationValue value, String place, AnnotationMirror outermost, Element at) {
    Object content = value.getValue();
    if (content instanceof Float || content instanceof Double) {
      diagnostics.report(Rule.API_ANNOTATION, at, outermost, place + " is " + content);
    } else if (content instanceof TypeMirror type) {
      if (mentions.erasedKind(type) != null) {
        String text = place + " is " + mentions.display(type) + ".class";
        diagnostics.report(Rule.API_ANNOTATION, at, outermost, text);
      }
    } else if (content instanceof AnnotationMirror nested) {
      values(nested, outermost == null ? nested : outermost, at);
    } else if (content instanceof List<?> parts) {
      for (Object part : parts) {
        if (part instanceof AnnotationValue each) {
          value(each, place, outermost, at);
        }
      }
    }
  }
}
