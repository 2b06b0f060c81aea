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
 * <p>The statement is a function of the inputs as unbounded integers. It is applied to unknown inputs,
 * to be proved; to the arguments of a call, in place of the method; and to numbers, to be compared
 * with the JVM.
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
  private final Statement statement;

  Theorem(
      int number,
      String signature,
      String owner,
      String method,
      boolean isStatic,
      List<Parameter> parameters,
      Type result,
      Statement statement) {
    this.number = number;
    this.signature = signature;
    this.owner = owner;
    this.method = method;
    this.isStatic = isStatic;
    this.parameters = parameters;
    this.result = result;
    this.statement = statement;
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

  /** Whether this applies to a call with these arguments. */
  boolean isAbout(List<Value> arguments) {
    if (arguments.size() != parameters.size()) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (!isAbout(parameters.get(i).type, arguments.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAbout(Type type, Value argument) {
    return switch (type) {
      case Type.EnumConstant expected ->
          argument instanceof Constant(Object actual) && actual == expected.constant();
      case Type.Number number ->
          !(argument instanceof Term term) || number.kind().canBe(term);
      case Type.Shape shape ->
          argument instanceof Value.Instance instance
              && shape.fields().entrySet().stream()
                  .allMatch(
                      field -> isAbout(field.getValue(), instance.fields.get(field.getKey())));
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
    int i = 0;
    for (Range range : inputs().values()) {
      Condition isInRange = inputs.get(i++).within(range);
      if (!path.isCertain(isInRange)) {
        throw new Unproved("an argument is out of range in a call of " + signature, isInRange);
      }
    }
    return state(new Claim(path, Claim.Use.AT_A_CALL, signature), inputs);
  }

  /** The statement for given numbers; null if they do not meet the precondition. */
  Outcome outcome(List<BigInteger> inputs) {
    List<Term> terms = inputs.stream().map(Term::of).toList();
    Path path = new Path(new Choices(), null);
    try {
      Value value = state(new Claim(path, Claim.Use.FOR_NUMBERS, signature), terms);
      List<Term> numbers = value == null ? List.of() : result.read(path, value);
      return Outcome.returned(
          numbers == null ? null : numbers.stream().map(Term::constant).toList());
    } catch (Refusal refusal) {
      return Outcome.threw(refusal.type);
    } catch (Claim.NotClaimed e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return signature;
  }
}
