package io.foliot.verified;

import io.foliot.verified.Value.Constant;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The behaviour of a method for all inputs: its result, or the exception that it throws, and when.
 *
 * <p>The statement is a function of the inputs as unbounded integers. It is applied to unknown
 * inputs, to be proved; to the arguments of a call, in place of the method; and to numbers, to be
 * compared with the JVM.
 */
final class Theorem {
  /** The statement; it may decide, and throws a {@link Refusal} where the method throws. */
  interface Statement {
    Value of(Claim claim, List<Term> inputs);
  }

  record Parameter(String name, Type type) {}

  final String signature;
  final String owner;
  final String method;
  final List<Parameter> parameters;
  final Type result;
  final boolean isStatic;
  final int number;

  /** Of a summary, the theorem that says exactly what the method does; otherwise null. */
  final Theorem exact;

  private final Statement statement;

  /** Inputs that belong together, to be tried beside arbitrary ones; or null. */
  private Inputs.Examples examples;

  Theorem(
      int number,
      String signature,
      String owner,
      String method,
      boolean isStatic,
      List<Parameter> parameters,
      Type result,
      Theorem exact,
      Statement statement) {
    this.number = number;
    this.signature = signature;
    this.owner = owner;
    this.method = method;
    this.isStatic = isStatic;
    this.parameters = parameters;
    this.result = result;
    this.exact = exact;
    this.statement = statement;
  }

  /** Tries inputs that belong together, too. */
  Theorem tries(Inputs.Examples inputs) {
    examples = inputs;
    return this;
  }

  Inputs.Examples examples() {
    return examples;
  }

  String descriptor() {
    StringBuilder text = new StringBuilder("(");
    passed().stream()
        .skip(isStatic ? 0 : 1)
        .forEach(parameter -> text.append(parameter.type.descriptor()));
    return text.append(')').append(result.descriptor()).toString();
  }

  /** Whether this is about numbers only. */
  boolean isLemma() {
    return result instanceof Type.Lemma;
  }

  String id() {
    return ClassFiles.id(owner, method, descriptor());
  }

  /** The numbers among the inputs, by their names in questions and counterexamples. */
  Map<String, Range> inputs() {
    Map<String, Range> inputs = new LinkedHashMap<>();
    parameters.forEach(parameter -> parameter.type.name(parameter.name, inputs));
    return inputs;
  }

  /** The arguments of the method for given numbers. */
  List<Value> arguments(List<Term> inputs) {
    List<Value> arguments = new ArrayList<>();
    Iterator<Term> numbers = inputs.iterator();
    for (Parameter parameter : passed()) {
      arguments.add(
          parameter.type instanceof Type.SameArray
              ? arguments.get(0)
              : parameter.type.value(numbers));
    }
    return arguments;
  }

  /** The parameters of the method. */
  List<Parameter> passed() {
    return parameters.stream().filter(p -> !(p.type instanceof Type.AnyNumber)).toList();
  }

  /** The position of the tracked array index among the inputs, or −1. */
  int followed() {
    int place = 0;
    for (Parameter parameter : parameters) {
      if (parameter.type instanceof Type.AnyNumber) {
        return place;
      }
      Map<String, Range> ranges = new LinkedHashMap<>();
      parameter.type.name(parameter.name, ranges);
      place += ranges.size();
    }
    return -1;
  }

  /** Whether this is about a call with these arguments, for certain or perhaps. */
  boolean isAbout(List<Value> arguments, boolean isCertain) {
    if (arguments.size() != parameters.size()) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (!isAbout(parameters.get(i).type, arguments.get(i), isCertain)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAbout(Type type, Value argument, boolean isCertain) {
    return switch (type) {
      case Type.EnumConstant expected ->
          argument instanceof Constant(Object actual) && actual == expected.constant();
      case Type.Number number ->
          !(argument instanceof Term term)
              || (isCertain
                  ? number.kind().range().contains(term.range())
                  : number.kind().canBe(term));
      case Type.Shape shape ->
          argument instanceof Value.Instance instance
              && shape.fields().entrySet().stream()
                  .allMatch(
                      field ->
                          isAbout(
                              field.getValue(), instance.fields.get(field.getKey()), isCertain));
      case Type.Text text -> true;
      default -> false;
    };
  }

  Value state(Claim claim, List<Term> inputs) {
    return statement.of(claim, inputs);
  }

  /** The result of a call, by this theorem. */
  Value use(Path path, List<Value> arguments) {
    List<Term> inputs = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Parameter parameter = parameters.get(i);
      List<Term> numbers = parameter.type.read(path, arguments.get(i));
      if (numbers == null) {
        throw new Unproved("null is passed to " + signature);
      }
      inputs.addAll(numbers);
    }
    return of(path, inputs);
  }

  /**
   * The result for given inputs. Of unknown ones, a summary says something about the result, and
   * the same for the same inputs: it stands for what the exact theorem says.
   */
  Value of(Path path, List<Term> inputs) {
    int i = 0;
    for (Range range : inputs().values()) {
      Condition isInRange = inputs.get(i++).within(range);
      if (!path.isCertain(isInRange)) {
        throw new Unproved("an argument is out of range in a call of " + signature, isInRange);
      }
    }
    boolean isExact = exact != null && inputs.stream().allMatch(Term::isConstant);
    return (isExact ? exact : this)
        .state(new Claim(path, Claim.Use.AT_A_CALL, signature, inputs), inputs);
  }

  /** The statement for given numbers; null if they do not meet the precondition. */
  Outcome outcome(List<BigInteger> inputs) {
    return outcome(inputs, null);
  }

  /**
   * The statement for given numbers and what the method did with them. A number that the statement
   * leaves open is taken from there, if all that is concluded of it is true; otherwise it is null.
   */
  Outcome outcome(List<BigInteger> inputs, Outcome ran) {
    List<Term> terms = inputs.stream().map(Term::of).toList();
    Path path = new Path(new Choices(), null);
    Claim claim = new Claim(path, Claim.Use.FOR_NUMBERS, signature, terms);
    Outcome outcome;
    try {
      Value value = state(claim, terms);
      outcome =
          Outcome.returned(value == Value.Null.NULL ? null : numbers(path, claim, value, ran));
    } catch (Refusal refusal) {
      outcome = Outcome.threw(refusal.type);
    } catch (Claim.NotClaimed e) {
      return null;
    }
    if (claim.conclusions().contains(Condition.FALSE)) {
      if (!claim.leavesOpen()) {
        throw new IllegalStateException("a conclusion of " + signature + " is false: " + inputs);
      }
      return outcome(inputs, null);
    }
    return outcome;
  }

  private List<BigInteger> numbers(Path path, Claim claim, Value value, Outcome ran) {
    List<BigInteger> numbers = new ArrayList<>();
    if (value != null) {
      result.take(
          value,
          (type, word) -> {
            if (word.isConstant()) {
              numbers.add(type.kind().read(path, word).constant());
              return;
            }
            BigInteger seen =
                ran == null || ran.numbers() == null ? null : ran.numbers().get(numbers.size());
            boolean isSeen = seen != null && word.range().contains(seen);
            if (isSeen) {
              claim.settles(word, Term.of(seen));
            }
            numbers.add(isSeen ? seen : null);
          });
    }
    return numbers;
  }

  @Override
  public String toString() {
    return signature;
  }
}
