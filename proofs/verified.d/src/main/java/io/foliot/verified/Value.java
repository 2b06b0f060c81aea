package io.foliot.verified;

import java.util.Map;

/** What a local variable or a slot of the stack holds. */
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

  /** A constant of the running JVM: of an enum, or an array that javac makes for a switch. */
  record Constant(Object object) implements Reference {}

  /** Text and what makes it: nothing is known of it but that it is there. */
  record Opaque(String type) implements Reference {}
}
