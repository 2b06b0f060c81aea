package io.foliot.verified;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongBinaryOperator;

/** Compares the models of JDK methods with the JDK. */
final class ModelCheck {
  private record Model(String id, int arguments, boolean isSigned, LongBinaryOperator jdk) {}

  private static final List<Model> MODELS =
      List.of(
          new Model(
              "java/lang/Long.compareUnsigned(JJ)I",
              2,
              true,
              (a, b) -> Integer.signum(Long.compareUnsigned(a, b))),
          new Model(
              "java/lang/Long.numberOfLeadingZeros(J)I",
              1,
              true,
              (a, b) -> Long.numberOfLeadingZeros(a)),
          new Model(
              "java/lang/Integer.toUnsignedLong(I)J",
              1,
              true,
              (a, b) -> Integer.toUnsignedLong((int) a)),
          new Model("java/lang/Math.max(JJ)J", 2, true, Math::max),
          new Model("java/lang/Math.min(JJ)J", 2, true, Math::min),
          new Model("java/lang/Math.max(II)I", 2, true, (a, b) -> Math.max((int) a, (int) b)),
          new Model("java/lang/Math.min(II)I", 2, true, (a, b) -> Math.min((int) a, (int) b)),
          new Model("java/lang/Math.abs(J)J", 1, true, (a, b) -> Math.abs(a)));

  private ModelCheck() {}

  /** Tries each model, and returns the number of comparisons. */
  static long run(int tries, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Model model : MODELS) {
      for (int i = 0; i < tries; i++) {
        long a = number(random);
        long b = random.nextInt(4) == 0 ? a + random.nextInt(-2, 3) : number(random);
        long expected = model.jdk.applyAsLong(a, b);
        Path path = new Path(new Choices(), null);
        Value value =
            JdkModels.call(
                path,
                model.id,
                model.arguments == 1
                    ? List.of(Term.of(model.id.contains("(I)") ? (int) a : a))
                    : List.of(Term.of(a), Term.of(b)));
        BigInteger result =
            switch (value) {
              case Term term -> term.constant();
              case Value.Comparison c ->
                  BigInteger.valueOf(c.left().minus(c.right()).constant().signum());
              default -> throw new Unproved("no number from " + model.id);
            };
        // A word: right modulo 2^64.
        if (result.longValue() != expected) {
          throw new Unproved(
              model.id + " of " + a + ", " + b + " is " + expected + ", modelled as " + result);
        }
      }
    }
    return (long) tries * MODELS.size();
  }

  private static long number(SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> random.nextLong() >> random.nextInt(64);
      case 1 -> (1L << random.nextInt(64)) + random.nextInt(-2, 3);
      default -> random.nextLong();
    };
  }
}
