package io.foliot.softfloat.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What counts as a use of floating point. Identifiers are stable: rules may be added, but none
 * changes its meaning or its name.
 */
public enum Rule {
  /** A {@code float} or {@code double} in the type of an API member. */
  API_PRIMITIVE(
      "API-1",
      Severity.ERROR,
      "An API member has float or double in its type, so every caller must handle floating point.",
      "Use long or int in a fixed unit, such as long nanoseconds."),
  /** A {@code Float} or {@code Double} in the type of an API member. */
  API_BOXED(
      "API-2",
      Severity.ERROR,
      "An API member has Float or Double in its type, and unboxing it executes floating point.",
      "Use Long, or long in a fixed unit."),
  /** A float-shaped type, such as {@code DoubleStream}, in an API member. */
  API_SHAPED(
      "API-3",
      Severity.ERROR,
      "The type of an API member, or a supertype, exists to carry floating point.",
      "Use the long form, such as LongStream, OptionalLong or ToLongFunction."),
  /** A floating-point type in a generic signature only. */
  API_GENERIC(
      "API-4",
      Severity.ERROR,
      "A generic signature of the API names a floating-point type that the erased type hides.",
      "Use an integer type argument, such as Comparable<Long> or List<long[]>."),
  /** A public constant of type {@code float} or {@code double}. */
  API_CONSTANT(
      "API-5",
      Severity.ERROR,
      "Compilers copy a floating-point constant of the API into the class files of its callers.",
      "Offer the constant as a long in a fixed unit."),
  /** Floating point in an annotation element, its default, or an annotation value on the API. */
  API_ANNOTATION(
      "API-6",
      Severity.ERROR,
      "An annotation element, default or value of the API is floating point.",
      "Use a long element with the unit in its name."),
  /** A floating-point record component, enum constructor, permitted subclass or exception type. */
  API_STRUCTURE(
      "API-7",
      Severity.ERROR,
      "A record component, enum constructor, permitted subclass or exception type carries"
          + " floating point.",
      "Keep the component or argument as a long in a fixed unit."),
  /** A floating-point member that an API class inherits from a class outside the API. */
  API_INHERITED(
      "API-8",
      Severity.ERROR,
      "An API class inherits a floating-point member from a class that is not part of the API.",
      "Remove the member from the hidden class, or make it private there."),
  /** Floating point inherited from the JDK or a library, including {@code extends Number}. */
  API_PLATFORM(
      "API-9",
      Severity.WARNING,
      "An API class inherits floating-point members from the JDK or a library.",
      "Delegate instead, or extend a type without floating point: Comparable instead of Number."),
  /**
   * Floating point that few can see: qualified exports, opens, protected members of final types.
   */
  API_LIMITED(
      "API-10",
      Severity.INFO,
      "Floating point is visible only to named modules, to reflection, or in a protected member"
          + " that no subclass can reach.",
      "Nothing to do if those users may use floating point."),
  /** Floating point that the API shows only in a version folder of a multi-release jar. */
  API_VERSIONED(
      "API-11",
      Severity.ERROR,
      "A version folder of a multi-release jar shows floating point that the base classes do not.",
      "Change the class in META-INF/versions too."),
  /** A floating-point instruction. */
  CODE_INSTRUCTION(
      "CODE-1",
      Severity.ERROR,
      "Code executes a floating-point instruction, which needs an FPU or soft-float routines.",
      "Compute in long with a fixed unit; multiply before dividing."),
  /** A floating-point constant, array or field. */
  CODE_CONSTANT(
      "CODE-2",
      Severity.ERROR,
      "Code loads a floating-point constant, creates a floating-point array, or declares or"
          + " accesses a floating-point field.",
      "Keep the value as a long in a fixed unit."),
  /** A call, method or bootstrap with floating point in its type. */
  CODE_CALL(
      "CODE-3",
      Severity.ERROR,
      "Code declares or calls a method with floating point in its type.",
      "Call the integer form, such as Math.multiplyHigh, Long.compare or Thread.sleep(long)."),
  /** A floating-point type in a class literal, cast, instanceof, array or catch. */
  CODE_TYPE(
      "CODE-4",
      Severity.ERROR,
      "Code names a floating-point type in a class literal, cast, instanceof, array or catch.",
      "Use integer types."),
  /** A call that executes floating point although its type does not show it. */
  CODE_HIDDEN(
      "CODE-5",
      Severity.WARNING,
      "Code calls a method that executes floating point inside, or asks for it in a format string.",
      "Build text with + or StringBuilder. Use TreeMap, or ConcurrentHashMap without an initial"
          + " capacity: depth reach accepts those, but reports String.format and HashMap.put"
          + " whatever their arguments."),
  /** Floating point in frames and tables for the verifier and the debugger. */
  CODE_DEBUG(
      "CODE-6",
      Severity.INFO,
      "Stack map frames or local variable tables mention floating point.",
      "Nothing to do: they go away with the code that they describe."),
  /** A native method or foreign function with floating point. */
  CODE_NATIVE(
      "CODE-7",
      Severity.WARNING,
      "A native method or a foreign function descriptor passes floating point across the ABI.",
      "Pass integers: soft-float and hard-float ABIs differ in how they pass floats."),
  /** A format that may ask for floating point, depending on what only the run time knows. */
  CODE_FORMAT(
      "CODE-8",
      Severity.INFO,
      "Whether this formatting executes floating point is known only at run time.",
      "Pass the format as a constant, and pass numbers to MessageFormat as text."),
  /** Floating point that an entry point can execute. */
  REACH_FLOAT(
      "REACH-1",
      Severity.ERROR,
      "An entry point can execute floating point.",
      "Follow the call chain, and replace the call that leads there."),
  /** Floating point that an entry point can execute only through a static initializer. */
  REACH_INITIALIZER(
      "REACH-2",
      Severity.WARNING,
      "An entry point can execute floating point, but only in a static initializer.",
      "Avoid the class whose initializer the chain shows, or accept that it runs once."),
  /** A call chain that leaves the known code. */
  REACH_UNKNOWN(
      "REACH-3",
      Severity.INFO,
      "A call chain leaves the known code, so what it executes is not known.",
      "Add missing classes to the class path."),
  /** An annotation named {@code AllowFloat} that gives no reason, and so allows nothing. */
  ALLOW_REASON(
      "ALLOW-1",
      Severity.ERROR,
      "An AllowFloat annotation gives no reason, so nobody can tell later whether it still holds.",
      "State in the annotation why floating point is right here."),
  /** An entry of a {@link Baseline} that matches no finding. */
  BASELINE_STALE(
      "ALLOW-2",
      Severity.ERROR,
      "An entry of the baseline matches no finding, and would hide the same use if it came back.",
      "Delete its line, or run soft-float-check baseline --prune."),
  /** An {@code AllowFloat} annotation where it has no effect. */
  ALLOW_PLACE(
      "ALLOW-3",
      Severity.WARNING,
      "An AllowFloat annotation has no effect where it is.",
      "Move it to the method, field, record component, class or package.");

  private final String id;
  private final Severity severity;
  private final String message;
  private final String hint;

  Rule(String id, Severity severity, String message, String hint) {
    this.id = id;
    this.severity = severity;
    this.message = message;
    this.hint = hint;
  }

  /** {@return the stable identifier, such as {@code API-1}} */
  public String id() {
    return id;
  }

  /** {@return the severity of findings of this rule, unless a check changes it} */
  public Severity severity() {
    return severity;
  }

  /** {@return what the rule is about and why it matters, in one sentence} */
  public String message() {
    return message;
  }

  /** {@return what to do about a finding} */
  public String hint() {
    return hint;
  }

  /**
   * {@return the depth that runs the rule; {@link Depth#API} for the rules about accepted floating
   * point, which run at every depth}
   */
  public Depth depth() {
    if (id.startsWith("API") || id.startsWith("ALLOW")) {
      return Depth.API;
    }
    return id.startsWith("CODE") ? Depth.CODE : Depth.REACH;
  }

  /**
   * Finds a rule by its identifier.
   *
   * @param id the identifier, in any case
   * @return the rule, or empty if there is none
   */
  public static Optional<Rule> byId(String id) {
    String upperCase = id.toUpperCase(Locale.ROOT);
    for (Rule rule : values()) {
      if (rule.id.equals(upperCase)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
