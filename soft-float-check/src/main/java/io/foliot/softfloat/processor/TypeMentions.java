package io.foliot.softfloat.processor;

import io.foliot.softfloat.model.FloatTypes;
import io.foliot.softfloat.model.FloatTypes.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds floating point in source types. */
final class TypeMentions {
  private final Elements elements;
  private final Types types;
  private final FloatTypes floats;
  private final Map<TypeElement, Boolean> carriers = new HashMap<>();

  /** Knows only the listed types, from which others are inferred; null in that object. */
  private final TypeMentions listed;

  TypeMentions(Elements elements, Types types, FloatTypes floats) {
    this(elements, types, floats, new TypeMentions(elements, types, floats, null));
  }

  private TypeMentions(Elements elements, Types types, FloatTypes floats, TypeMentions listed) {
    this.elements = elements;
    this.types = types;
    this.floats = floats;
    this.listed = listed;
  }

  /** The kind of floating point of the erased type, or of its element type; null if none. */
  Kind erasedKind(TypeMirror type) {
    TypeMirror element = strip(types.erasure(type));
    return switch (element.getKind()) {
      case FLOAT, DOUBLE -> Kind.PRIMITIVE;
      case DECLARED, ERROR -> kindOf((TypeElement) ((DeclaredType) element).asElement());
      default -> null;
    };
  }

  /** The erased type in Java notation. */
  String display(TypeMirror type) {
    TypeMirror erased = types.erasure(type);
    int dimensions = 0;
    while (erased.getKind() == TypeKind.ARRAY) {
      erased = ((ArrayType) erased).getComponentType();
      dimensions++;
    }
    String name =
        switch (erased.getKind()) {
          case FLOAT -> "float";
          case DOUBLE -> "double";
          case DECLARED, ERROR ->
              elements.getBinaryName((TypeElement) ((DeclaredType) erased).asElement()).toString();
          default -> erased.toString();
        };
    return name + "[]".repeat(dimensions);
  }

  /** The floating-point types that only the generic form of a type names. */
  Set<String> generic(TypeMirror type) {
    Set<String> names = new LinkedHashSet<>();
    collect(type, false, names);
    return names;
  }

  /** All floating-point types that a type names, generic or not. */
  Set<String> all(TypeMirror type) {
    Set<String> names = new LinkedHashSet<>();
    collect(type, true, names);
    return names;
  }

  private void collect(TypeMirror type, boolean counts, Set<String> names) {
    switch (type.getKind()) {
      case FLOAT, DOUBLE -> {
        if (counts) {
          names.add(display(type));
        }
      }
      case ARRAY -> {
        TypeMirror element = strip(type);
        if (counts && erasedKind(element) != null && element.getKind() != TypeKind.TYPEVAR) {
          names.add(display(type));
        }
        collect(element, false, names);
      }
      case DECLARED, ERROR -> {
        if (counts && erasedKind(type) != null) {
          names.add(display(type));
        }
        DeclaredType declared = (DeclaredType) type;
        collect(declared.getEnclosingType(), false, names);
        for (TypeMirror argument : declared.getTypeArguments()) {
          collect(argument, true, names);
        }
      }
      case WILDCARD, INTERSECTION -> {
        for (TypeMirror bound : parts(type)) {
          collect(bound, true, names);
        }
      }
      default -> {
        // The bounds of type variables are checked at their declaration.
      }
    }
  }

  /** The parts of a type: element type, type arguments or bounds. */
  static List<TypeMirror> parts(TypeMirror type) {
    List<TypeMirror> parts = new ArrayList<>();
    switch (type.getKind()) {
      case ARRAY -> parts.add(((ArrayType) type).getComponentType());
      case DECLARED, ERROR -> {
        parts.add(((DeclaredType) type).getEnclosingType());
        parts.addAll(((DeclaredType) type).getTypeArguments());
      }
      case WILDCARD -> {
        parts.add(((WildcardType) type).getExtendsBound());
        parts.add(((WildcardType) type).getSuperBound());
        parts.removeIf(Objects::isNull);
      }
      case INTERSECTION -> parts.addAll(((IntersectionType) type).getBounds());
      default -> {
        // The bounds of type variables are checked at their declaration.
      }
    }
    return parts;
  }

  /** The kind of a class: listed, or a functional interface whose method carries floats. */
  Kind kindOf(TypeElement type) {
    String name = elements.getBinaryName(type).toString();
    Kind kind = floats.kindOf(name.replace('.', '/'));
    boolean mayBeInferred =
        listed != null && type.getKind() == ElementKind.INTERFACE && !isPlatform(type);
    if (kind != null || !mayBeInferred) {
      return kind;
    }
    return carriers.computeIfAbsent(type, this::isCarrier) ? Kind.SHAPED : null;
  }

  boolean isPlatform(TypeElement type) {
    String name = type.getQualifiedName().toString();
    return name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jdk.");
  }

  private boolean isCarrier(TypeElement type) {
    ExecutableElement only = null;
    for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(type))) {
      if (method.getModifiers().contains(Modifier.ABSTRACT) && !isOfObject(method)) {
        if (only != null) {
          return false;
        }
        only = method;
      }
    }
    if (only == null) {
      return false;
    }
    if (!listed.all(only.getReturnType()).isEmpty()) {
      return true;
    }
    for (VariableElement parameter : only.getParameters()) {
      if (!listed.all(parameter.asType()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a method redeclares a public method of Object, as interfaces can. */
  private boolean isOfObject(ExecutableElement method) {
    Element object = elements.getTypeElement("java.lang.Object");
    if (object == null) {
      return false;
    }
    for (ExecutableElement each : ElementFilter.methodsIn(object.getEnclosedElements())) {
      if (each.getSimpleName().equals(method.getSimpleName())
          && sameParameters(each.getParameters(), method.getParameters())) {
        return true;
      }
    }
    return false;
  }

  private boolean sameParameters(
      List<? extends VariableElement> some, List<? extends VariableElement> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!types.isSameType(
          types.erasure(some.get(i).asType()), types.erasure(others.get(i).asType()))) {
        return false;
      }
    }
    return true;
  }

  private static TypeMirror strip(TypeMirror type) {
    TypeMirror element = type;
    while (element.getKind() == TypeKind.ARRAY) {
      element = ((ArrayType) element).getComponentType();
    }
    return element;
  }
}
