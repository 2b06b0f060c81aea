package io.foliot.verified;

import java.util.Map;

/** The value of a local variable or a stack slot. */
sealed interface Value permits Term, Value.Comparison, Value.Reference {

  /** The result of {@code lcmp} or {@code compareUnsigned}, of which only the sign is used. */
  record Comparison(Term left, Term right) implements Value {}

  /** Anything that is not a number. */
  sealed interface Reference extends Value {}

  enum Null implements Reference {
    NULL
  }

  /** An object whose fields are known; it is compared by identity. */
  final class Instance implements Reference {
    final String type;
    final Map<String, Value> fields;

    Instance(String type, Map<String, Value> fields) {
      this.type = type;
      this.fields = fields;
    }
  }

  /**
   * An array of which one element is tracked, at {@link Path#index()}. The index is arbitrary, so
   * what holds for this element holds for all.
   */
  final class Array implements Reference {
    final Term length;
    final Type.Elements type;
    Term element;
    boolean isWritten;

    Array(Term length, Term element, Type.Elements type) {
      this.length = length;
      this.element = element;
      this.type = type;
    }

    /** The range of an element once something has been set. */
    Range words() {
      return Kind.unsigned(type.element().kind().bits()).range();
    }

    /** An element other than the tracked one. */
    Term other(Path path, Term index) {
      if (isWritten) {
        return path.unknown("element", words());
      }
      return path.unknown(
          "element", path.holds(index.below(path.index())) ? type.before() : type.after());
    }
  }

  /** A constant of the running JVM: of an enum, or an array that javac makes for a switch. */
  record Constant(Object object) implements Reference {}

  /** Text and its builders, of which nothing is known. */
  record Opaque(String type) implements Reference {}
}
