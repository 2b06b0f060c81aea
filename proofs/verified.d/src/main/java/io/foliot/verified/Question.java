package io.foliot.verified;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The facts of a path and one more condition, in SMT-LIB. */
@SuppressWarnings("NonApiType") // The order of the products matters.
final class Question {
  /** The beginning of a question without products. */
  static final String LINEAR = "(set-logic QF_LIA)\n";

  private final List<Variable> variables;
  private final List<Range> bounds;
  private final List<Condition> conditions = new ArrayList<>();

  /** The products of two or more variables, and their names in the text. */
  private final Map<Product, String> products = new LinkedHashMap<>();

  Question(Path path, Condition condition) {
    variables = path.variables();
    bounds = variables.stream().map(v -> new Range(v.low, v.high)).toList();
    conditions.addAll(path.facts());
    path.multiplications().forEach(this::addBounds);
    conditions.add(condition);
    TreeSet<Product> all = new TreeSet<>();
    conditions.forEach(part -> collect(part, all));
    all.forEach(product -> products.put(product, "p" + products.size()));
  }

  /** McCormick's envelope: the distances of two factors from their bounds, multiplied. */
  private void addBounds(Path.Multiplication m) {
    Range x = m.left().range();
    Range y = m.right().range();
    conditions.add(new Condition.NotNegative(distances(m, x.low(), y.low())));
    conditions.add(new Condition.NotNegative(distances(m, x.high(), y.high())));
    conditions.add(new Condition.NotNegative(distances(m, x.low(), y.high()).negate()));
    conditions.add(new Condition.NotNegative(distances(m, x.high(), y.low()).negate()));
  }

  /** (x − a)(y − b), expanded. */
  private static Term distances(Path.Multiplication m, BigInteger a, BigInteger b) {
    Term left = Term.of(a);
    Term right = Term.of(b);
    return m.product()
        .minus(m.left().times(right))
        .minus(m.right().times(left))
        .plus(left.times(right));
  }

  boolean hasProducts() {
    return !products.isEmpty();
  }

  List<String> inputs() {
    return variables.stream().filter(Variable::isInput).map(v -> v.name).toList();
  }

  /** The question with each product as an unknown. */
  String linear() {
    StringBuilder text = new StringBuilder(LINEAR);
    variables.forEach(v -> declare(text, v.name));
    products.values().forEach(name -> declare(text, name));
    return assertAll(text);
  }

  /** The exact question. */
  String exact() {
    StringBuilder text = new StringBuilder("(set-logic QF_NIA)\n");
    variables.forEach(v -> declare(text, v.name));
    products.forEach(
        (product, name) ->
            text.append("(define-fun ")
                .append(name)
                .append(" () Int (* ")
                .append(
                    product.factors().stream().map(v -> v.name).collect(Collectors.joining(" ")))
                .append("))\n"));
    return assertAll(text);
  }

  private static void declare(StringBuilder text, String name) {
    text.append("(declare-const ").append(name).append(" Int)\n");
  }

  private String assertAll(StringBuilder text) {
    for (int i = 0; i < bounds.size(); i++) {
      String name = variables.get(i).name;
      text.append("(assert (and (<= ").append(number(bounds.get(i).low())).append(' ').append(name);
      text.append(") (<= ").append(name).append(' ').append(number(bounds.get(i).high()));
      text.append(")))\n");
    }
    for (Condition condition : conditions) {
      text.append("(assert ").append(text(condition)).append(")\n");
    }
    return text.toString();
  }

  private String text(Condition condition) {
    return switch (condition) {
      case Condition.Known known -> String.valueOf(known.holds());
      case Condition.NotNegative n -> "(>= " + text(n.term()) + " 0)";
      case Condition.Zero zero -> "(= " + text(zero.term()) + " 0)";
      case Condition.NotZero zero -> "(not (= " + text(zero.term()) + " 0))";
      case Condition.All all -> text("and", all.parts());
      case Condition.Any any -> text("or", any.parts());
    };
  }

  private String text(String operator, List<Condition> parts) {
    return parts.stream()
        .map(this::text)
        .collect(Collectors.joining(" ", "(" + operator + " ", ")"));
  }

  private String text(Term term) {
    List<String> parts = new ArrayList<>();
    term.sum()
        .forEach(
            (product, factor) -> {
              String name =
                  switch (product.factors().size()) {
                    case 0 -> null;
                    case 1 -> product.factors().get(0).name;
                    default -> products.get(product);
                  };
              parts.add(
                  name == null
                      ? number(factor)
                      : factor.equals(BigInteger.ONE)
                          ? name
                          : "(* " + number(factor) + " " + name + ")");
            });
    return switch (parts.size()) {
      case 0 -> "0";
      case 1 -> parts.get(0);
      default -> "(+ " + String.join(" ", parts) + ")";
    };
  }

  private static String number(BigInteger value) {
    return value.signum() < 0 ? "(- " + value.negate() + ")" : value.toString();
  }

  private static void collect(Condition condition, TreeSet<Product> products) {
    switch (condition) {
      case Condition.Known known -> {}
      case Condition.NotNegative n -> collect(n.term(), products);
      case Condition.Zero zero -> collect(zero.term(), products);
      case Condition.NotZero zero -> collect(zero.term(), products);
      case Condition.All all -> all.parts().forEach(part -> collect(part, products));
      case Condition.Any any -> any.parts().forEach(part -> collect(part, products));
    }
  }

  private static void collect(Term term, TreeSet<Product> products) {
    term.sum().keySet().stream().filter(p -> !p.isLinear()).forEach(products::add);
  }
}
