package io.foliot.softfloat.internal.scan;

import java.util.ArrayDeque;

/**
 * Walks a JVM descriptor or generic signature (JVMS 4.3 and 4.7.9.1) and names every type in it.
 * Works without recursion: a signature from a hostile class file can nest types 30 000 deep.
 */
public final class SignatureScanner {
  /** Receives the types. */
  @FunctionalInterface
  public interface Sink {
    /**
     * One type.
     *
     * @param name {@code F} or {@code D} for a primitive, else the internal name of a class; other
     *     primitives and type variables are not reported
     * @param dimensions array dimensions around it
     * @param generic whether the erased type does not show it: a type argument or a bound
     */
    void type(String name, int dimensions, boolean generic);
  }

  private final String text;
  private final Sink sink;

  /** Classes whose arguments are being read, the innermost first; null before the first. */
  private ArrayDeque<String> outer;

  private int at;
  private int dimensions;
  private boolean formals;
  private boolean nameExpected;

  private SignatureScanner(String text, Sink sink) {
    this.text = text;
    this.sink = sink;
  }

  /**
   * Walks the whole text. Text that is no signature names whatever types it seems to hold; it never
   * fails.
   *
   * @param signature a field or method descriptor, or a class, method or field signature
   * @param sink receives the types in the order of the text
   */
  public static void scan(String signature, Sink sink) {
    new SignatureScanner(signature, sink).run();
  }

  private void run() {
    formals = text.startsWith("<");
    nameExpected = formals;
    int formalsDepth = formals ? 1 : 0;
    at = formals ? 1 : 0;
    while (at < text.length()) {
      char code = text.charAt(at);
      if (formals && !isInside() && formalsDepth == 1) {
        if (code == '>') {
          formals = false;
          formalsDepth = 0;
          at++;
          continue;
        }
        if (code == ':') {
          nameExpected = false;
          at++;
          continue;
        }
        if (nameExpected) {
          skipTo(':');
          continue;
        }
      }
      token(code);
    }
  }

  private void token(char code) {
    switch (code) {
      case 'F', 'D' -> {
        sink.type(String.valueOf(code), dimensions, isGeneric());
        dimensions = 0;
        at++;
      }
      case '[' -> {
        dimensions++;
        at++;
      }
      case 'L' -> {
        at++;
        className("");
      }
      case 'T' -> {
        skipTo(';');
        at++;
        typeEnded();
      }
      case '>' -> {
        at++;
        afterArguments();
      }
      default -> {
        // Other primitives, wildcards and the punctuation between types.
        dimensions = 0;
        at++;
      }
    }
  }

  /** Reads a class name up to its arguments or its end. */
  private void className(String prefix) {
    int start = at;
    while (at < text.length()
        && text.charAt(at) != '<'
        && text.charAt(at) != ';'
        && text.charAt(at) != '.') {
      at++;
    }
    String part = text.substring(start, at);
    String name = prefix.isEmpty() ? part : prefix + '$' + part;
    char stop = at < text.length() ? text.charAt(at) : ';';
    at++;
    switch (stop) {
      case '<' -> {
        sink.type(name, dimensions, isGeneric());
        dimensions = 0;
        if (outer == null) {
          outer = new ArrayDeque<>();
        }
        outer.push(name);
      }
      case '.' -> className(name);
      default -> {
        sink.type(name, dimensions, isGeneric());
        dimensions = 0;
        typeEnded();
      }
    }
  }

  /** After the arguments of a class: the type ends, or an inner class follows. */
  private void afterArguments() {
    String name = isInside() ? outer.pop() : "";
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      className(name);
    } else if (at < text.length() && text.charAt(at) == ';') {
      at++;
      typeEnded();
    }
  }

  private void typeEnded() {
    dimensions = 0;
    if (formals && !isInside()) {
      nameExpected = true;
    }
  }

  private boolean isInside() {
    return outer != null && !outer.isEmpty();
  }

  private boolean isGeneric() {
    return formals || isInside();
  }

  private void skipTo(char stop) {
    int found = text.indexOf(stop, at);
    at = found < 0 ? text.length() : found;
  }
}
