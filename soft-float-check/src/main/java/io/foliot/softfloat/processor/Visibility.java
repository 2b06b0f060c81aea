package io.foliot.softfloat.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.ModuleElement.OpensDirective;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The visibility of an element. */
enum Visibility {
  /** Not visible outside its package or module. */
  HIDDEN,
  /** Visible only to named modules, reflection, or subclasses that cannot exist. */
  LIMITED,
  /** Visible to everyone. */
  PUBLIC;

  /** The visibility of a type. */
  static Visibility of(TypeElement type, Elements elements) {
    Visibility visibility = ofPackage(type, elements);
    Element each = type;
    while (each.getKind() != ElementKind.PACKAGE && each.getKind() != ElementKind.MODULE) {
      if (!isVisible(each)) {
        return HIDDEN;
      }
      Element outer = each.getEnclosingElement();
      if (outer == null) {
        break;
      }
      if (isUnreachable(each, elements)) {
        visibility = visibility == PUBLIC ? LIMITED : visibility;
      }
      each = outer;
    }
    return visibility;
  }

  /** Whether an element is visible as far as its own modifiers go. */
  static boolean isVisible(Element element) {
    Set<Modifier> modifiers = element.getModifiers();
    return modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
  }

  /** Whether an element is protected in a class that no class can extend. */
  static boolean isUnreachable(Element element, Elements elements) {
    return element.getModifiers().contains(Modifier.PROTECTED)
        && element.getEnclosingElement() instanceof TypeElement type
        && !isExtensible(type, elements);
  }

  /** Whether others can extend a class, directly or through a visible subclass. */
  private static boolean isExtensible(TypeElement type, Elements elements) {
    Set<Modifier> modifiers = type.getModifiers();
    if (modifiers.contains(Modifier.FINAL)) {
      return false;
    }
    if (type.getKind().isInterface()
        || (!modifiers.contains(Modifier.SEALED)
            && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(Visibility::isVisible))) {
      return true;
    }
    // Its subclasses are in its package, or are permitted by a sealed class of a named module.
    List<TypeElement> candidates = new ArrayList<>();
    typesIn(elements.getPackageOf(type), candidates);
    for (TypeMirror permitted : type.getPermittedSubclasses()) {
      candidates.add((TypeElement) ((DeclaredType) permitted).asElement());
    }
    for (TypeElement each : candidates) {
      if (each.getSuperclass() instanceof DeclaredType parent
          && parent.asElement().equals(type)
          && areVisible(each)
          && isExtensible(each, elements)) {
        return true;
      }
    }
    return false;
  }

  private static void typesIn(Element outer, List<TypeElement> found) {
    for (TypeElement each : ElementFilter.typesIn(outer.getEnclosedElements())) {
      found.add(each);
      typesIn(each, found);
    }
  }

  private static boolean areVisible(Element type) {
    Element each = type;
    while (each instanceof TypeElement) {
      if (!isVisible(each)) {
        return false;
      }
      each = each.getEnclosingElement();
    }
    return true;
  }

  private static Visibility ofPackage(TypeElement type, Elements elements) {
    ModuleElement module = elements.getModuleOf(type);
    if (module == null || module.isUnnamed()) {
      return PUBLIC;
    }
    PackageElement own = elements.getPackageOf(type);
    boolean limited = module.isOpen();
    for (ExportsDirective exports : ElementFilter.exportsIn(module.getDirectives())) {
      if (exports.getPackage().equals(own)) {
        if (exports.getTargetModules() == null) {
          return PUBLIC;
        }
        limited = true;
      }
    }
    for (OpensDirective opens : ElementFilter.opensIn(module.getDirectives())) {
      limited |= opens.getPackage().equals(own);
    }
    return limited ? LIMITED : HIDDEN;
  }
}
