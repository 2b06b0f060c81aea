package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.scan.ClassParts;
import io.foliot.softfloat.internal.scan.ClassText;

/** Finds floating point in the values of annotations, at any depth (JVMS 4.7.16 to 4.7.22). */
final class AnnotationReader {
  private final ClassParts parts;
  private final Mentions mentions;
  private int depth;

  /**
   * A reader for the annotations of one element.
   *
   * @param parts the class file
   * @param mentions receives what is found
   */
  AnnotationReader(ClassParts parts, Mentions mentions) {
    this.parts = parts;
    this.mentions = mentions;
  }

  /** Reads the annotations that a table of attributes holds. */
  void read(int table) throws BadInputException {
    annotations(parts.attribute(table, "RuntimeVisibleAnnotations"));
    annotations(parts.attribute(table, "RuntimeInvisibleAnnotations"));
    typeAnnotations(parts.attribute(table, "RuntimeVisibleTypeAnnotations"));
    typeAnnotations(parts.attribute(table, "RuntimeInvisibleTypeAnnotations"));
  }

  /** Reads the default of an annotation element, and the annotations of parameters. */
  void readOfMethod(int table) throws BadInputException {
    int at = parts.attribute(table, "AnnotationDefault");
    if (at != 0) {
      value(at, 0, 0);
    }
    read(table);
    parameters(parts.attribute(table, "RuntimeVisibleParameterAnnotations"));
    parameters(parts.attribute(table, "RuntimeInvisibleParameterAnnotations"));
  }

  private void parameters(int start) throws BadInputException {
    int at = start + 1;
    for (int i = start == 0 ? 0 : parts.u1(start); i > 0; i--) {
      at = annotations(at);
    }
  }

  /** Reads annotations, if there are any; returns the position behind them. */
  private int annotations(int start) throws BadInputException {
    int at = start + 2;
    for (int i = start == 0 ? 0 : parts.u2(start); i > 0; i--) {
      at = annotation(at);
    }
    return at;
  }

  private void typeAnnotations(int start) throws BadInputException {
    int at = start + 2;
    for (int i = start == 0 ? 0 : parts.u2(start); i > 0; i--) {
      at += targetSize(at);
      at += 1 + 2 * parts.u1(at);
      at = annotation(at);
    }
  }

  /** What a type annotation stands at; compilers leave places in code here too. */
  private int targetSize(int at) throws BadInputException {
    return switch (parts.u1(at)) {
      case 0x13, 0x14, 0x15 -> 1;
      case 0x00, 0x01, 0x16 -> 2;
      case 0x10, 0x11, 0x12, 0x17, 0x42, 0x43, 0x44, 0x45, 0x46 -> 3;
      case 0x47, 0x48, 0x49, 0x4a, 0x4b -> 4;
      case 0x40, 0x41 -> 3 + 6 * parts.u2(at + 1);
      default ->
          throw new BadInputException("damaged class file: a type annotation that stands nowhere");
    };
  }

  /** Reads one annotation; returns the position behind it. */
  private int annotation(int at) throws BadInputException {
    int next = at + 4;
    for (int i = parts.u2(at + 2); i > 0; i--) {
      next = value(next + 2, at, next);
    }
    return next;
  }

  /**
   * Reads a value; returns the position behind it.
   *
   * @param at where it is
   * @param annotation where the type of its annotation is named, or 0 for a default
   * @param name where its element is named, or 0 in an array
   */
  private int value(int at, int annotation, int name) throws BadInputException {
    switch (parts.u1(at)) {
      case 'B', 'C', 'I', 'J', 'S', 'Z', 's' -> {
        return at + 3;
      }
      case 'D', 'F' -> {
        mentions.number(place(annotation, name), parts.number(at + 1));
        return at + 3;
      }
      case 'c' -> {
        mentions.literal(place(annotation, name), parts.text(at + 1));
        return at + 3;
      }
      case 'e' -> {
        return at + 5;
      }
      case '@' -> {
        ClassText.checkDepth(++depth);
        int next = annotation(at + 1);
        depth--;
        return next;
      }
      case '[' -> {
        return array(at, annotation, name);
      }
      default -> throw new BadInputException("damaged class file: an annotation value of no kind");
    }
  }

  private int array(int at, int annotation, int name) throws BadInputException {
    int count = parts.u2(at + 1);
    int next = at + 3;
    if (count > 0 && (parts.u1(next) == 'D' || parts.u1(next) == 'F')) {
      mentions.numbers(place(annotation, name));
      return next + 3 * count;
    }
    ClassText.checkDepth(++depth);
    for (int i = 0; i < count; i++) {
      next = value(next, annotation, 0);
    }
    depth--;
    return next;
  }

  private String place(int annotation, int name) throws BadInputException {
    if (annotation == 0) {
      return "the default";
    }
    String type = parts.text(annotation);
    // In the unnamed package the name begins behind the L of the descriptor.
    String simple = type.substring(Math.max(type.lastIndexOf('/'), 0) + 1);
    String shown = "@" + simple.replace(";", "").replace('$', '.');
    return name == 0 ? "a value of " + shown : shown + " " + parts.text(name);
  }
}
