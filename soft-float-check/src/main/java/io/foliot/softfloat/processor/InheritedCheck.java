package io.foliot.softfloat.processor;

import io.foliot.softfloat.model.FloatTypes.Kind;
import io.foliot.softfloat.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Checks inherited members: API-8 from hidden classes, API-9 from the JDK. */
final class InheritedCheck {
  private static final int MAX_NAMED = 3;

  private final Elements elements;
  private final TypeMentions mentions;
  private final Diagnostics diagnostics;

  InheritedCheck(Elements elements, TypeMentions mentions, Diagnostics diagnostics) {
    this.elements = elements;
    this.mentions = mentions;
    this.diagnostics = diagnostics;
  }

  void check(TypeElement type) {
    Map<String, TreeSet<String>> fromPlatform = new TreeMap<>();
    for (Element member : elements.getAllMembers(type)) {
      Element owner = member.getEnclosingElement();
      if (owner.equals(type)
          || !(owner instanceof TypeElement from)
          || !isInherited(member)
          || isHiddenField(member, type)) {
        continue;
      }
      if (Visibility.of(from, elements) == Visibility.HIDDEN) {
        String what = what(member);
        if (what != null && !SourceAllowances.isAllowed(member)) {
          String text =
              member.getSimpleName() + " is inherited from the hidden class " + from + ": " + what;
          diagnostics.report(Rule.API_INHERITED, type, text);
        }
      } else if (mentions.isPlatform(from) && isDirect(type, from) && what(member) != null) {
        fromPlatform
            .computeIfAbsent(from.toString(), name -> new TreeSet<>())
            .add(member.getSimpleName().toString());
      }
    }
    fromPlatform.forEach((from, names) -> platform(type, from, names));
  }

  private void platform(TypeElement type, String from, Set<String> names) {
    int more = Math.max(0, names.size() - MAX_NAMED);
    String shown = String.join(", ", names.stream().limit(MAX_NAMED).toList());
    String rest = more > 0 ? " and " + more + " more" : "";
    diagnostics.report(Rule.API_PLATFORM, type, "inherits " + shown + rest + " from " + from);
  }

  private static boolean isInherited(Element member) {
    return switch (member.getKind()) {
      case FIELD, METHOD -> Visibility.isVisible(member);
      default -> false;
    };
  }

  private static boolean isHiddenField(Element member, TypeElement type) {
    if (member.getKind() != ElementKind.FIELD) {
      return false;
    }
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (field.getSimpleName().equals(member.getSimpleName())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a class inherits from another one directly or through hidden classes only. */
  private boolean isDirect(TypeElement type, TypeElement from) {
    for (TypeMirror parent : parents(type)) {
      if (parent.getKind() == TypeKind.DECLARED) {
        TypeElement element = (TypeElement) ((DeclaredType) parent).asElement();
        boolean walked =
            mentions.isPlatform(element) || Visibility.of(element, elements) == Visibility.HIDDEN;
        if (element.equals(from) || (walked && isDirect(element, from))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The interfaces and the superclass, which has kind NONE if absent. */
  static List<TypeMirror> parents(TypeElement type) {
    List<TypeMirror> parents = new ArrayList<>(type.getInterfaces());
    parents.add(type.getSuperclass());
    return parents;
  }

  private String what(Element member) {
    if (member instanceof VariableElement field) {
      return what(field.asType(), "the type is ");
    }
    if (member.getKind() == ElementKind.METHOD && member instanceof ExecutableElement method) {
      for (int i = 0; i < method.getParameters().size(); i++) {
        String what = what(method.getParameters().get(i).asType(), "parameter " + (i + 1) + " is ");
        if (what != null) {
          return what;
        }
      }
      return what(method.getReturnType(), "returns ");
    }
    return null;
  }

  private String what(TypeMirror type, String place) {
    if (type.getKind() == TypeKind.VOID) {
      return null;
    }
    Kind kind = mentions.erasedKind(type);
    if (kind != null) {
      return place + mentions.display(type);
    }
    Set<String> generic = mentions.generic(type);
    return generic.isEmpty() ? null : "the generic signature names " + String.join(", ", generic);
  }
}
