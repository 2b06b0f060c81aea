package io.foliot.verified;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * One path through a theorem: its variables, their definitions, and the decisions. A decision with
 * two possible outcomes has another path for the other one.
 */
final class Path {
  private static final BigInteger MOST_WRAPS = BigInteger.valueOf(2);

  /** Two factors and their product, for the facts that follow from the bounds of the factors. */
  record Multiplication(Term left, Term right, Term product) {}

  private record Fraction(Term dividend, Term divisor) {}

  private final Choices choices;
  private final Solver solver;
  private final List<Variable> variables = new ArrayList<>();
  private final List<Condition> facts = new ArrayList<>();
  private final Set<Multiplication> multiplications = new LinkedHashSet<>();
  private final Map<Fraction, Variable> floors = new HashMap<>();
  private final Map<Variable, Fraction> fractions = new HashMap<>();
  private final Map<Set<Term>, Term> divisors = new HashMap<>();
  private final Map<String, Map<List<Term>, Variable>> some = new HashMap<>();

  private final Bounds bounds = new Bounds(variables);
  private final Exponents exponents = new Exponents(this);
  private boolean keepsExponents;
  private Term index;

  /** The decisions, without the definitions of variables. */
  private final List<Condition> decisions = new ArrayList<>();

  Path(Choices choices, Solver solver) {
    this.choices = choices;
    this.solver = solver;
  }

  List<Variable> variables() {
    return variables;
  }

  List<Condition> facts() {
    return facts;
  }

  List<Condition> decisions() {
    return decisions;
  }

  Set<Multiplication> multiplications() {
    return multiplications;
  }

  // Variables

  Term input(String name, Range range) {
    return Term.of(this, newVariable(Variable.INPUT + name, range, null));
  }

  /** A number of which only the range is known. */
  Term unknown(String name, Range range) {
    return Term.of(this, newVariable(name + variables.size(), range, null));
  }

  /** A number of which only the range is known, and that equal inputs have equal ones. */
  Term some(String function, List<Term> inputs, Range range) {
    Map<List<Term>, Variable> known = some.computeIfAbsent(function, f -> new LinkedHashMap<>());
    Variable variable = known.get(inputs);
    if (variable == null) {
      variable = newVariable("some" + variables.size(), range, null);
      Term result = Term.of(this, variable);
      known.forEach(
          (others, other) -> {
            List<Condition> equal = new ArrayList<>();
            for (int i = 0; i < inputs.size(); i++) {
              equal.add(inputs.get(i).is(others.get(i)));
            }
            learn(Condition.all(equal).implies(result.is(Term.of(this, other))));
          });
      known.put(inputs, variable);
    }
    return Term.of(this, variable);
  }

  private Variable newVariable(
      String name, Range range, Function<Function<Variable, BigInteger>, BigInteger> definition) {
    Variable variable = new Variable(variables.size(), name, range.low(), range.high(), definition);
    variables.add(variable);
    return variable;
  }

  Term floor(Term dividend, Term divisor) {
    if (divisor.isConstant()) {
      // Without whole parts and in lowest terms, so that equal numbers are the same variable.
      BigInteger d = divisor.constant();
      Term whole = dividend.wholeParts(d);
      Term rest = dividend.minus(whole.times(divisor));
      BigInteger common = d;
      for (BigInteger factor : rest.sum().values()) {
        common = common.gcd(factor);
      }
      if (!whole.equals(Term.ZERO) || common.compareTo(BigInteger.ONE) > 0) {
        return whole.plus(rest.dividedExactly(common).over(divisor.dividedExactly(common)));
      }
    }
    Range d = divisor.range();
    if (d.low().signum() <= 0) {
      if (!isCertain(divisor.atLeast(1))) {
        throw new IllegalStateException("the divisor of a floor may be 0: " + divisor);
      }
      learn(divisor.atLeast(1));
      d = new Range(BigInteger.ONE, d.high());
    }
    BigInteger times = dividend.timesOf(divisor);
    if (times != null) {
      return Term.of(times);
    }
    Range n = dividend.range();
    Variable floor = floors.get(new Fraction(dividend, divisor));
    if (floor == null) {
      BigInteger low = Numbers.floorDiv(n.low(), n.low().signum() >= 0 ? d.high() : d.low());
      BigInteger high = Numbers.floorDiv(n.high(), n.high().signum() >= 0 ? d.low() : d.high());
      if (low.equals(high)) {
        return Term.of(low);
      }
      floor =
          newVariable(
              "q" + variables.size(),
              new Range(low, high),
              values -> {
                BigInteger by = divisor.evaluate(values);
                return Numbers.floorDiv(dividend.evaluate(values), by.max(BigInteger.ONE));
              });
      floors.put(new Fraction(dividend, divisor), floor);
      fractions.put(floor, new Fraction(dividend, divisor));
      Term rest = dividend.minus(Term.of(this, floor).times(divisor));
      learn(rest.atLeast(0));
      learn(rest.below(divisor));
      bounds.narrow(rest, new Range(BigInteger.ZERO, d.high().subtract(BigInteger.ONE)));
    }
    return Term.of(this, floor);
  }

  /**
   * A bitwise combination of two signed numbers. Known are its sign, and what follows of the two if
   * {@code or} is 0, or {@code and} or {@code xor} is −1.
   */
  Term bitwise(String name, Term left, Term right, int bits, BinaryOperator<BigInteger> operator) {
    Range signed = Kind.signed(bits).range();
    Term result =
        Term.of(
            this,
            newVariable(
                name + variables.size(),
                signed,
                values -> operator.apply(left.evaluate(values), right.evaluate(values))));
    Condition negative = result.below(0);
    Condition a = left.below(0);
    Condition b = right.below(0);
    Condition expected =
        switch (name) {
          case "and" -> a.and(b);
          case "or" -> a.or(b);
          default -> a.and(b.not()).or(a.not().and(b));
        };
    learn(negative.implies(expected));
    learn(expected.implies(negative));
    switch (name) {
      case "and" -> learn(result.is(-1).implies(left.is(-1).and(right.is(-1))));
      case "xor" -> learn(result.is(-1).implies(left.plus(right).is(-1)));
      default -> {
        learn(result.is(0).implies(left.is(0).and(right.is(0))));
        learn(left.is(0).and(right.is(0)).implies(result.is(0)));
      }
    }
    return result;
  }

  /** The index of the tracked array elements. */
  void follow(Term followed) {
    index = followed;
  }

  Term index() {
    if (index == null) {
      throw new Unproved("the statement does not say which element is followed");
    }
    return index;
  }

  /** From here on exponents stay unknown, where to walk each case by itself would be too much. */
  void keepExponents() {
    keepsExponents = true;
  }

  /** The number of leading zeros of 64 bits. */
  Term leadingZeros(Term value) {
    if (!keepsExponents || value.isConstant()) {
      return Term.of(choose(65, n -> value.within(Exponents.withLeadingZeros(n))));
    }
    return holds(value.is(0)) ? Term.of(64) : exponents.leadingZeros(value);
  }

  /** Relates a positive number to how many leading zeros it has, at one count of them. */
  void learnLeadingZeros(Term value, int count) {
    if (keepsExponents && !value.isConstant()) {
      exponents.learn(value, count);
    }
  }

  Term powerOfTwo(Term exponent) {
    return keepsExponents && !exponent.isConstant()
        ? exponents.powerOfTwo(exponent)
        : Term.powerOfTwo(valueOf(exponent));
  }

  /** A number defined by known ones. */
  Term defined(
      String name, Range range, Function<Function<Variable, BigInteger>, BigInteger> definition) {
    return Term.of(this, newVariable(name + variables.size(), range, definition));
  }

  /** The greatest common divisor of two numbers that are not negative; that of 0 and 0 is 0. */
  Term greatestCommonDivisor(Term a, Term b) {
    // Euclid: adding a multiple of one number to the other does not change it.
    Term x = a.withoutMultiplesOf(b);
    Term y = b.withoutMultiplesOf(x);
    if (x.range().isZero() || y.range().isZero()) {
      return x.range().isZero() ? y : x;
    }
    if (isCertain(x.is(0))) {
      return y;
    }
    if (isCertain(y.is(0))) {
      return x;
    }
    Set<Term> key = Set.of(x, y);
    Term known = divisors.get(key);
    if (known == null) {
      known =
          defined(
              "gcd",
              new Range(BigInteger.ZERO, x.range().high().max(y.range().high())),
              values -> x.evaluate(values).gcd(y.evaluate(values)));
      learn(x.isNot(0).or(y.isNot(0)).implies(known.atLeast(1)));
      divisors.put(key, known);
      learn(x.is(0).implies(known.is(y)));
      learn(y.is(0).implies(known.is(x)));
      learn(x.isNot(0).implies(known.atMost(x)));
      learn(y.isNot(0).implies(known.atMost(y)));
    }
    return known;
  }

  // Facts

  void learnProduct(Term left, Term right, Term product) {
    boolean isOfPath =
        product.sum().keySet().stream()
            .noneMatch(each -> each.factors().stream().anyMatch(Variable::isOpen));
    if (isOfPath && multiplications.add(new Multiplication(left, right, product))) {
      bounds.narrow(product, left.range().times(right.range()));
    }
  }

  /** Adds a condition that follows from the facts. */
  void learn(Condition fact) {
    if (!fact.equals(Condition.TRUE)) {
      facts.add(fact);
      bounds.narrowBy(fact);
    }
  }

  /** Assumes a condition from here on. */
  void assume(Condition condition) {
    if (!condition.equals(Condition.TRUE)) {
      decisions.add(condition);
      learn(condition);
    }
  }

  Range narrowed(Term term, Range range) {
    return bounds.narrowed(term, range);
  }

  // Decisions

  /** The facts and a condition, with the bounds that it implies for products. */
  Question question(Condition condition) {
    Bounds.Saved saved = bounds.save();
    bounds.narrowBy(condition);
    Question question = new Question(this, condition);
    bounds.restore(saved);
    return question;
  }

  /** Decides whether a condition holds: one path for each possible outcome. */
  boolean holds(Condition condition) {
    if (condition instanceof Condition.Known known) {
      return known.holds();
    }
    return choose(2, option -> option == 0 ? condition : condition.not()) == 0;
  }

  /** Decides which one of several conditions holds. */
  int choose(int count, IntFunction<Condition> condition) {
    int chosen = choices.choose(count, option -> mayBePossible(condition.apply(option)));
    assume(condition.apply(chosen));
    return chosen;
  }

  private boolean mayBePossible(Condition condition) {
    return condition instanceof Condition.Known known
        ? known.holds()
        : solver.mayBePossible(this, condition);
  }

  /**
   * Equality of two terms. If the other is a floor, perhaps plus a constant, this is the definition
   * of the floor without the floor itself: n − x·d is at least 0 and below d.
   */
  Condition isSame(Term term, Term expected) {
    for (Map.Entry<Product, BigInteger> part : expected.sum().entrySet()) {
      Fraction fraction =
          part.getKey().factors().size() == 1
              ? fractions.get(part.getKey().factors().get(0))
              : null;
      if (fraction != null && part.getValue().abs().equals(BigInteger.ONE)) {
        Term floor = Term.of(this, part.getKey().factors().get(0));
        Term rest = expected.minus(floor.times(part.getValue().intValue()));
        Term candidate = term.minus(rest).times(part.getValue().intValue());
        if (!candidate.equals(floor)) {
          Term left = fraction.dividend.minus(candidate.times(fraction.divisor));
          return left.atLeast(0).and(left.below(fraction.divisor));
        }
      }
    }
    return term.is(expected);
  }

  /** Decides the value of a number with few possible values. */
  int valueOf(Term term) {
    if (term.isConstant()) {
      return term.constant().intValueExact();
    }
    Range range = term.range();
    int low = range.low().intValueExact();
    int count = range.high().intValueExact() - low + 1;
    if (term.variable() != null && term.variable().isInput()) {
      // Nearly all are possible, so asking is a waste.
      int chosen = choices.choose(count, i -> true);
      assume(term.is(low + chosen));
      return low + chosen;
    }
    return low + choose(count, i -> term.is(low + i));
  }

  /** Whether a condition holds on this path for all inputs. */
  boolean isCertain(Condition condition) {
    if (condition instanceof Condition.Known known) {
      return known.holds();
    }
    return choices.find(() -> solver.follows(this, condition));
  }

  /**
   * The number from {@code low} up that differs from a term by a multiple of 2^bits: the value of
   * an integer in a machine word.
   */
  Term wrap(Term term, BigInteger low, int bits) {
    Range word = new Range(low, low.add(BigInteger.TWO.pow(bits)).subtract(BigInteger.ONE));
    if (word.contains(term.range())) {
      return term;
    }
    Term above = term.minus(Term.of(low));
    BigInteger size = BigInteger.TWO.pow(bits);
    BigInteger first = Numbers.floorDiv(above.range().low(), size);
    BigInteger last = Numbers.floorDiv(above.range().high(), size);
    BigInteger count = last.subtract(first);
    if (count.signum() > 0 && isCertain(term.within(word))) {
      learn(term.within(word));
      return term;
    }
    Term wraps;
    if (count.compareTo(MOST_WRAPS) < 0) {
      int chosen =
          choose(
              count.intValueExact() + 1,
              i -> {
                Term start = Term.of(first.add(BigInteger.valueOf(i)).multiply(size));
                return above.minus(start).within(Kind.unsigned(bits).range());
              });
      wraps = Term.of(first.add(BigInteger.valueOf(chosen)));
    } else {
      wraps = above.over(Term.powerOfTwo(bits));
    }
    return term.minus(wraps.shiftedLeft(bits));
  }

  /** The values of all variables for given inputs. */
  Map<Variable, BigInteger> evaluate(Function<String, BigInteger> inputs) {
    Map<Variable, BigInteger> values = new LinkedHashMap<>();
    for (Variable variable : variables) {
      if (variable.isUnknown()) {
        throw new IllegalStateException("the value of " + variable + " is not known");
      }
      values.put(
          variable,
          variable.isInput()
              ? inputs.apply(variable.name)
              : variable.definition.apply(values::get));
    }
    return values;
  }
}
