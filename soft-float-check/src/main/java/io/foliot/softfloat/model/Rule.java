package io.foliot.softfloat.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What counts as a use of floating point. Identifiers are stable: a rule may be added, but never
 * changes its meaning or its name.
 */
public enum Rule {
  /** A {@code float} or {@code double} in the type of an API member. */
  API_PRIMITIVE(
      "API-1",
      Severity.ERROR,
      "An API member has float or double in its type, so every caller must handle floating point.",
      "Use long or int in a fixed unit, such as long nanoseconds."),
  /** {@code Float} or {@code Double} in the type of an API member. */
  API_BOXED(
      "API-2",
      Severity.ERROR,
      "An API member has Float or Double in its type, and unboxing it runs floating point.",
      "Use Long or long in a fixed unit."),
  /** A type that exists to carry floats, such as {@code DoubleStream}, in an API member. */
  API_SHAPED(
      "API-3",
      Severity.ERROR,
      "An API member or supertype is a type that exists to carry floating point.",
      "Use the long form, such as LongStream, OptionalLong or ToLongFunction."),
  /** A float in the generic signature only. */
  API_GENERIC(
      "API-4",
      Severity.ERROR,
      "A generic signature of the API names floating point, which the erased type does not show.",
      "Use an integer type argument, such as Comparable<Long> or List<long[]>."),
  /** A public constant of type {@code float} or {@code double}. */
  API_CONSTANT(
      "API-5",
      Severity.ERROR,
      "A floating-point constant of the API is copied into the class files of its callers.",
      "Offer the constant as a long in a fixed unit."),
  /** A float in an annotation element, its default, or an annotation value on the API. */
  API_ANNOTATION(
      "API-6",
      Severity.ERROR,
      "An annotation element, default or value of the API is floating point.",
      "Use a long element with the unit in its name."),
  /** A float in a record component, enum constructor, permitted subclass or exception type. */
  API_STRUCTURE(
      "API-7",
      Severity.ERROR,
      "A record component, enum constructor, permitted subclass or exception type carries"
          + " floating point.",
      "Keep the component or argument as a long in a fixed unit."),
  /** A float in a member that an API class inherits from a class outside the API. */
  API_INHERITED(
      "API-8",
      Severity.ERROR,
      "An API class inherits a floating-point member from a class that is not part of the API.",
      "Remove the member from the hidden class, or make it private there."),
  /** A float inherited from the JDK or a library, {@code extends Number} among them. */
  API_PLATFORM(
      "API-9",
      Severity.WARNING,
      "An API class inherits floating-point members from the JDK or a library.",
      "Prefer delegation to a supertype without floating point, such as Comparable over Number."),
  /** A float that only some can see: qualified exports, opens, protected members of final types. */
  API_LIMITED(
      "API-10",
      Severity.INFO,
      "Floating point is visible to named modules, to reflection, or in a protected member that no"
          + " subclass can reach.",
      "Nothing to do if those users may use floating point."),
  /** A float that the API shows only in a version folder of a multi-release jar. */
  API_VERSIONED(
      "API-11",
      Severity.ERROR,
      "A version folder of a multi-release jar shows floating point that the base classes do not.",
      "Change the class in META-INF/versions as well."),
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
      "Code loads a floating-point constant, creates a floating-point array, or declares or uses a"
          + " floating-point field.",
      "Keep the value as a long in a fixed unit."),
  /** A call, method or bootstrap with floating point in its type. */
  CODE_CALL(
      "CODE-3",
      Severity.ERROR,
      "Code declares or calls a method with floating point in its type.",
      "Call the integer form, such as Math.multiplyHigh, Long.compare or Thread.sleep(long)."),
  /** A floating-point type used as a class constant, cast, instanceof, array or catch type. */
  CODE_TYPE(
      "CODE-4",
      Severity.ERROR,
      "Code names a floating-point type in a class literal, cast, instanceof, array or catch.",
      "Handle integer types only."),
  /** A call that runs floating point although its type does not show it. */
  CODE_HIDDEN(
      "CODE-5",
      Severity.WARNING,
      "Code calls a method that runs floating point inside or asks for it through a format string.",
      "Build text with + or StringBuilder, and use TreeMap, or ConcurrentHashMap without a"
          + " capacity: depth reach accepts them, but no String.format and no HashMap.put, whatever"
          + " their arguments are."),
  /** Floating point in frames and tables for the verifier and the debugger. */
  CODE_DEBUG(
      "CODE-6",
      Severity.INFO,
      "Stack map frames or local variable tables mention floating point.",
      "Nothing to do: it goes away with the code that it describes."),
  /** A native method or foreign function with floating point. */
  CODE_NATIVE(
      "CODE-7",
      Severity.WARNING,
      "A native method or a foreign function descriptor carries floating point across the ABI.",
      "Pass integers: soft-float and hard-float ABIs differ in how they pass floats."),
  /** Floating point that the entry points can execute. */
  REACH_FLOAT(
      "REACH-1",
      Severity.ERROR,
      "Floating point can be reached from an entry point.",
      "Follow the call chain and replace the call that leads there."),
  /** Floating point that the entry points can execute through a static initialiser only. */
  REACH_INITIALIZER(
      "REACH-2",
      Severity.WARNING,
      "Floating point can be reached from an entry point, through a static initialiser only.",
      "Avoid the class whose initialiser the chain shows, or accept that it runs once."),
  /** A call chain that leaves the known code. */
  REACH_UNKNOWN(
      "REACH-3",
      Severity.INFO,
      "A call chain ends in code that is not known, so what it executes cannot be told.",
      "Give the missing classes on the class path."),
  /** An annotation named {@code AllowFloat} that gives no reason, and so allows nothing. */
  ALLOW_REASON(
      "ALLOW-1",
      Severity.ERROR,
      "An AllowFloat annotation gives no reason, so nobody can tell later whether it still holds.",
      "Say in the annotation why floating point is right here."),
  /** An entry of a {@link Baseline} that is not found any more. */
  BASELINE_STALE(
      "ALLOW-2",
      Severity.ERROR,
      "An entry of the baseline is not found any more, and would hide the same use coming back.",
      "Delete its line, or run soft-float-check baseline --prune."),
  /** An {@code AllowFloat} annotation stands where it accepts nothing. */
  ALLOW_PLACE(
      "ALLOW-3",
      Severity.WARNING,
      "An AllowFloat annotation stands where it has no effect.",
      "Put it on the method, field, record component, class or package.");

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

  /**
   * The stable identifier, such as {@code API-1}.
   *
   * @return the identifier
   */
  public String id() {
    return id;
  }

  /**
   * The severity of its findings unless a check is told otherwise.
   *
   * @return the severity
   */
  public Severity severity() {
    return severity;
  }

  /**
   * What the rule is about and why it matters, in one sentence.
   *
   * @return the sentence
   */
  public String message() {
    return message;
  }

  /**
   * What to do about a finding.
   *
   * @return one sentence
   */
  public String hint() {
    return hint;
  }

  /**
   * The depth that runs the rule.
   *
   * @return the depth; API for the rules about accepted floating point, which run at every depth
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
    String wanted = id.toUpperCase(Locale.ROOT);
    for (Rule rule : values()) {
      if (rule.id.equals(wanted)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
