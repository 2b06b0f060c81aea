package io.foliot.softfloat.processor;

import io.foliot.softfloat.model.PrintableText;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Severity;
import java.util.Map;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/** Reports findings to the compiler, unless the rule is off or the code accepts them. */
final class Diagnostics {
  private final Messager messager;
  private final Elements elements;
  private final Map<Rule, Severity> severities;
  private boolean limited;

  Diagnostics(Messager messager, Elements elements, Map<Rule, Severity> severities) {
    this.messager = messager;
    this.elements = elements;
    this.severities = severities;
  }

  /** Sets whether the following findings are visible only to some, and so count as API-10. */
  void limit(boolean toSome) {
    limited = toSome;
  }

  void report(Rule rule, Element element, String text) {
    report(rule, element, null, text);
  }

  void report(Rule rule, Element element, AnnotationMirror annotation, String text) {
    if (SourceAllowances.isAllowed(element)) {
      return;
    }
    if (limited) {
      String why = " for named modules or reflection only: ";
      always(Rule.API_LIMITED, element, annotation, rule.id() + why + text);
    } else if (isUnreachable(element)) {
      String why = " in a protected member of a class that no class can extend: ";
      always(Rule.API_LIMITED, element, annotation, rule.id() + why + text);
    } else {
      always(rule, element, annotation, text);
    }
  }

  /** Reports even if the element accepts floating point. */
  void always(Rule rule, Element element, AnnotationMirror annotation, String text) {
    Severity severity = severities.get(rule);
    if (severity == null) {
      return;
    }
    Diagnostic.Kind kind =
        switch (severity) {
          case ERROR -> Diagnostic.Kind.ERROR;
          case WARNING -> Diagnostic.Kind.WARNING;
          case INFO -> Diagnostic.Kind.NOTE;
        };
    String message = "[" + rule.id() + "] " + PrintableText.of(text) + ". " + rule.hint();
    if (annotation == null) {
      messager.printMessage(kind, message, element);
    } else {
      messager.printMessage(kind, message, element, annotation);
    }
  }

  private boolean isUnreachable(Element element) {
    return switch (element.getKind()) {
      case PARAMETER -> Visibility.isUnreachable(element.getEnclosingElement(), elements);
      case FIELD, METHOD, CONSTRUCTOR -> Visibility.isUnreachable(element, elements);
      default -> false;
    };
  }
}
