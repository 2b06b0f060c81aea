package io.foliot.verified;

import io.foliot.verified.Value.Comparison;
import io.foliot.verified.Value.Constant;
import io.foliot.verified.Value.Instance;
import io.foliot.verified.Value.Null;
import io.foliot.verified.Value.Opaque;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Models of JDK methods. {@link ModelCheck} compares each numeric one with the JDK on millions of
 * inputs.
 */
final class JdkModels {
  private JdkModels() {}

  @SuppressWarnings({"StatementSwitchToExpressionSwitch", "EnumOrdinal"})
  static Value call(Path path, String id, List<Value> arguments) {
    switch (id) {
      case "java/lang/Long.compareUnsigned(JJ)I":
        return new Comparison(
            unsigned(path, arguments.get(0), 64), unsigned(path, arguments.get(1), 64));
      case "java/lang/Math.max(JJ)J",
      "java/lang/Math.min(JJ)J",
      "java/lang/Math.max(II)I",
      "java/lang/Math.min(II)I":
        int bits = id.endsWith("J") ? 64 : 32;
        Term a = Kind.signed(bits).read(path, (Term) arguments.get(0));
        Term b = Kind.signed(bits).read(path, (Term) arguments.get(1));
        // Of two that are equal the first, as Claim has it: that leaves one case less to decide.
        return path.holds(id.contains("max") ? a.atLeast(b) : a.atMost(b)) ? a : b;
      case "java/lang/Math.abs(J)J":
        Term number = Kind.signed(64).read(path, (Term) arguments.get(0));
        return path.holds(number.atLeast(0)) ? number : number.negate();
      case "java/lang/Integer.toUnsignedLong(I)J":
        return unsigned(path, arguments.get(0), 32);
      case "java/lang/Long.numberOfLeadingZeros(J)I":
        return path.leadingZeros(unsigned(path, arguments.get(0), 64));
      case "java/util/Objects.requireNonNull(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;",
      "java/util/Objects.requireNonNull(Ljava/lang/Object;)Ljava/lang/Object;":
        if (arguments.get(0) == Null.NULL) {
          throw new Refusal("java.lang.NullPointerException");
        }
        return arguments.get(0);
      case "java/math/RoundingMode.ordinal()I", "java/util/concurrent/TimeUnit.ordinal()I":
        return Term.of(((Enum<?>) ((Constant) arguments.get(0)).object()).ordinal());
      case "java/lang/Object.<init>()V":
        return null;
      default:
        return makeText(id, arguments);
    }
  }

  /** Constructors of exceptions, and methods that build text. */
  private static Value makeText(String id, List<Value> arguments) {
    if (id.matches("java/lang/\\w*Exception\\.<init>\\(Ljava/lang/String;\\)V")
        || id.equals("java/lang/StringBuilder.<init>()V")) {
      return null;
    }
    if (id.matches("java/lang/StringBuilder\\.append\\(.*")) {
      return arguments.get(0);
    }
    throw new Unproved("a call of " + id + " is not modelled");
  }

  private static Term unsigned(Path path, Value word, int bits) {
    return Kind.unsigned(bits).read(path, (Term) word);
  }

  static BigInteger bits(String operator, BigInteger left, BigInteger right) {
    return switch (operator) {
      case "and" -> left.and(right);
      case "or" -> left.or(right);
      case "xor" -> left.xor(right);
      default -> throw new IllegalArgumentException(operator);
    };
  }

  /** A static constant, as the class under proof has set it. */
  static Value staticField(String owner, String name) {
    try {
      Field field = Class.forName(owner.replace('/', '.')).getDeclaredField(name);
      if (!Modifier.isFinal(field.getModifiers())) {
        throw new Unproved(owner + "." + name + " is not final");
      }
      field.setAccessible(true);
      return value(field.get(null));
    } catch (ReflectiveOperationException e) {
      throw new Unproved("no field " + owner + "." + name);
    }
  }

  static Value value(Object object) throws IllegalAccessException {
    return switch (object) {
      case null -> Null.NULL;
      case Long number -> Term.of(number);
      case Integer number -> Term.of(number);
      case String text -> new Opaque("java/lang/String");
      case Enum<?> constant -> new Constant(constant);
      case int[] array -> new Constant(array);
      default -> instance(object);
    };
  }

  private static Instance instance(Object object) throws IllegalAccessException {
    Map<String, Value> fields = new HashMap<>();
    for (Field field : object.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        fields.put(field.getName(), value(field.get(object)));
      }
    }
    return new Instance(object.getClass().getName().replace('.', '/'), fields);
  }
}
