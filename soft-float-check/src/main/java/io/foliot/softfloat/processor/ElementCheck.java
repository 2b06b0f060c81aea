package io.foliot.softfloat.processor;

import io.foliot.softfloat.model.FloatTypes.Kind;
import io.foliot.softfloat.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Applies the API rules to source, one class at a time. */
final class ElementCheck {
  private final Elements elements;
  private final ProcessorOptions options;
  private final TypeMentions mentions;
  private final Diagnostics diagnostics;
  private final AnnotationCheck annotations;
  private final InheritedCheck inherited;

  ElementCheck(ProcessingEnvironment environment, ProcessorOptions options) {
    this.elements = environment.getElementUtils();
    this.options = options;
    this.mentions = new TypeMentions(elements, environment.getTypeUtils(), options.types());
    this.diagnostics =
        new Diagnostics(
            environment.getMessager(), environment.getElementUtils(), options.severities());
    this.annotations = new AnnotationCheck(mentions, diagnostics);
    this.inherited = new InheritedCheck(elements, mentions, diagnostics);
  }

  /** Checks a root element of a round: a class and everything in it, a package or a module. */
  void root(Element root) {
    if (root instanceof TypeElement type) {
      type(type);
    } else {
      allowance(root);
    }
  }

  private void type(TypeElement type) {
    if (options.classes().test(elements.getBinaryName(type).toString())) {
      allowance(type);
      for (Element member : type.getEnclosedElements()) {
        if (!(member instanceof TypeElement)) {
          allowance(member);
        }
      }
      Visibility visibility = Visibility.of(type, elements);
      if (visibility != Visibility.HIDDEN) {
        diagnostics.limit(visibility == Visibility.LIMITED);
        declaration(type);
        members(type);
        inherited.check(type);
      }
    }
    for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
      type(nested);
    }
  }

  private void allowance(Element element) {
    AnnotationMirror annotation = SourceAllowances.withoutReason(element);
    if (annotation != null) {
      diagnostics.always(Rule.ALLOW_REASON, element, annotation, "@AllowFloat gives no reason");
    }
  }

  private void declaration(TypeElement type) {
    typeParameters(type, type.getTypeParameters());
    supertype(type, type.getSuperclass(), "extends");
    for (TypeMirror each : type.getInterfaces()) {
      supertype(type, each, type.getKind().isInterface() ? "extends" : "implements");
    }
    for (TypeMirror each : type.getPermittedSubclasses()) {
      if (mentions.erasedKind(each) != null) {
        diagnostics.report(Rule.API_STRUCTURE, type, "permits " + mentions.display(each));
      }
    }
    annotations.check(type, type, InheritedCheck.parents(type));
  }

  private void supertype(TypeElement type, TypeMirror parent, String place) {
    if (parent.getKind() != TypeKind.DECLARED) {
      return;
    }
    if (mentions.kindOf((TypeElement) ((DeclaredType) parent).asElement()) != null) {
      diagnostics.report(Rule.API_SHAPED, type, place + " " + mentions.display(parent));
    }
    generic(type, mentions.generic(parent));
  }

  private void members(TypeElement type) {
    for (Element member : type.getEnclosedElements()) {
      // Generated members repeat a record component or enum constant.
      if (elements.getOrigin(member) != Elements.Origin.EXPLICIT) {
        continue;
      }
      switch (member.getKind()) {
        case FIELD, ENUM_CONSTANT -> field((VariableElement) member);
        case METHOD, CONSTRUCTOR -> method(type, (ExecutableElement) member);
        case RECORD_COMPONENT -> component(type, (RecordComponentElement) member);
        default -> {
          // Nested classes are checked separately; initializers are not API.
        }
      }
    }
  }

  private void field(VariableElement field) {
    if (!Visibility.isVisible(field)) {
      return;
    }
    type(field, field.asType(), "the type is ");
    generic(field, mentions.generic(field.asType()));
    Object value = field.getConstantValue();
    if (value instanceof Float || value instanceof Double) {
      diagnostics.report(Rule.API_CONSTANT, field, "the constant is " + value);
    }
    annotations.check(field, field, List.of(field.asType()));
  }

  private void method(TypeElement type, ExecutableElement method) {
    boolean enumConstructor =
        method.getKind() == ElementKind.CONSTRUCTOR && type.getKind() == ElementKind.ENUM;
    if (enumConstructor) {
      for (VariableElement parameter : method.getParameters()) {
        enumParameter(parameter);
      }
      return;
    }
    boolean constructor = method.getKind() == ElementKind.CONSTRUCTOR;
    if (!Visibility.isVisible(method) || (constructor && isCanonical(type, method))) {
      return;
    }
    if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
      annotations.element(method);
      return;
    }
    typeParameters(method, method.getTypeParameters());
    List<TypeMirror> named = new ArrayList<>(method.getThrownTypes());
    if (method.getReceiverType() != null) {
      named.add(method.getReceiverType());
    }
    // An accessor repeats its component.
    if (!isAccessor(type, method)) {
      named.add(method.getReturnType());
      if (method.getReturnType().getKind() != TypeKind.VOID) {
        type(method, method.getReturnType(), "returns ");
        generic(method, mentions.generic(method.getReturnType()));
      }
    }
    List<? extends VariableElement> parameters = method.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      VariableElement parameter = parameters.get(i);
      type(parameter, parameter.asType(), "parameter " + (i + 1) + " is ");
      generic(parameter, mentions.generic(parameter.asType()));
      annotations.check(parameter, parameter, List.of(parameter.asType()));
    }
    for (TypeMirror thrown : method.getThrownTypes()) {
      if (mentions.erasedKind(thrown) != null) {
        diagnostics.report(Rule.API_STRUCTURE, method, "throws " + mentions.display(thrown));
      }
    }
    annotations.check(method, method, named);
  }

  /** Names the record too, because the Eclipse compiler reports components without a line. */
  private void component(TypeElement type, RecordComponentElement component) {
    if (SourceAllowances.isAllowed(component)) {
      return;
    }
    Set<String> names = mentions.all(component.asType());
    if (!names.isEmpty()) {
      String place = "component " + component.getSimpleName() + " of " + type.getQualifiedName();
      String text = place + " names " + String.join(", ", names);
      diagnostics.report(Rule.API_STRUCTURE, component, text);
    }
    annotations.check(component, component, List.of(component.asType()));
  }

  /** Whether it is the canonical constructor of a record, which repeats the components. */
  private boolean isCanonical(TypeElement type, ExecutableElement constructor) {
    List<? extends RecordComponentElement> components = type.getRecordComponents();
    List<? extends VariableElement> parameters = constructor.getParameters();
    if (type.getKind() != ElementKind.RECORD || components.size() != parameters.size()) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (!mentions
          .display(parameters.get(i).asType())
          .equals(mentions.display(components.get(i).asType()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAccessor(TypeElement type, ExecutableElement method) {
    for (RecordComponentElement component : type.getRecordComponents()) {
      if (method.equals(component.getAccessor())) {
        return true;
      }
    }
    return false;
  }

  private void typeParameters(Element owner, List<? extends TypeParameterElement> parameters) {
    for (TypeParameterElement parameter : parameters) {
      for (TypeMirror bound : parameter.getBounds()) {
        generic(owner, mentions.all(bound));
      }
      annotations.check(parameter, owner, parameter.getBounds());
    }
  }

  private void type(Element element, TypeMirror type, String place) {
    Kind kind = mentions.erasedKind(type);
    if (kind != null) {
      Rule rule =
          switch (kind) {
            case PRIMITIVE -> Rule.API_PRIMITIVE;
            case BOXED -> Rule.API_BOXED;
            case SHAPED -> Rule.API_SHAPED;
          };
      diagnostics.report(rule, element, place + mentions.display(type));
    }
  }

  /** Checks a parameter of an enum constructor, which creates every public constant. */
  private void enumParameter(VariableElement parameter) {
    Set<String> names = mentions.all(parameter.asType());
    if (!names.isEmpty()) {
      String text = "the type names " + String.join(", ", names);
      diagnostics.report(Rule.API_STRUCTURE, parameter, text);
    }
    annotations.check(parameter, parameter, List.of(parameter.asType()));
  }

  private void generic(Element element, Set<String> names) {
    if (!names.isEmpty()) {
      String text = "the generic signature names " + String.join(", ", names);
      diagnostics.report(Rule.API_GENERIC, element, text);
    }
  }
}
