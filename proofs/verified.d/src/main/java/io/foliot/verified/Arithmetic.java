package io.foliot.verified;

import io.foliot.verified.Value.Comparison;
import java.lang.classfile.Opcode;
import java.math.BigInteger;

/** The bytecode operators on words: unbounded integers that are right modulo 2^32 or 2^64. */
final class Arithmetic {
  private final Path path;

  Arithmetic(Path path) {
    this.path = path;
  }

  private Term signed(int bits, Term word) {
    return Kind.signed(bits).read(path, word);
  }

  private Term unsigned(int bits, Term word) {
    return Kind.unsigned(bits).read(path, word);
  }

  Term negate(Term word) {
    return word.negate();
  }

  Term operate(Opcode opcode, Term left, Term right) {
    int bits = opcode.name().startsWith("L") ? 64 : 32;
    return switch (opcode) {
      case IADD, LADD -> left.plus(right);
      case ISUB, LSUB -> left.minus(right);
      case IMUL, LMUL -> left.times(right);
      case IDIV, LDIV -> {
        Term divisor = signed(bits, right);
        yield quotient(signed(bits, left), divisor);
      }
      case IREM, LREM -> {
        Term divisor = signed(bits, right);
        Term dividend = signed(bits, left);
        yield dividend.minus(quotient(dividend, divisor).times(divisor));
      }
      case ISHL, LSHL -> left.times(power(shift(right, bits)));
      case IUSHR, LUSHR -> {
        Term by = power(shift(right, bits));
        yield unsigned(bits, left).over(by);
      }
      case ISHR, LSHR -> {
        Term by = power(shift(right, bits));
        yield signed(bits, left).over(by);
      }
      case IAND, LAND -> and(left, right, bits);
      case IOR, LOR -> or(left, right, bits);
      case IXOR, LXOR -> {
        Term second = signed(bits, right);
        yield combine("xor", signed(bits, left), second, bits);
      }
      default -> throw new Unproved("the operator " + opcode + " is not modelled");
    };
  }

  /** The shift distance, of which Java uses only the lowest bits. */
  private Term shift(Term by, int bits) {
    return signed(32, by).mod(bits);
  }

  private Term power(Term exponent) {
    return path.powerOfTwo(exponent);
  }

  /** Compares as signed numbers; words that are equal as unsigned numbers are equal. */
  Comparison compare(Term left, Term right, boolean asksForEquality) {
    Range unsigned = Kind.unsigned(64).range();
    if (asksForEquality && unsigned.contains(left.range()) && unsigned.contains(right.range())) {
      return new Comparison(left, right);
    }
    return new Comparison(signed(64, left), signed(64, right));
  }

  /** Rounds towards zero, like Java. */
  private Term quotient(Term dividend, Term divisor) {
    if (path.holds(divisor.is(0))) {
      throw new Refusal("java.lang.ArithmeticException");
    }
    if (path.holds(divisor.below(0))) {
      return quotient(dividend, divisor.negate()).negate();
    }
    return path.holds(dividend.atLeast(0))
        ? dividend.over(divisor)
        : dividend.negate().over(divisor).negate();
  }

  private Term and(Term left, Term right, int bits) {
    if (left.isConstant() && !right.isConstant()) {
      return and(right, left, bits);
    }
    if (right.isConstant() && right.constant().signum() > 0) {
      BigInteger next = right.constant().add(BigInteger.ONE);
      if (next.bitCount() == 1) {
        // A mask of low bits: a remainder.
        return left.mod(Term.of(next));
      }
    }
    return combine(
        "and", Kind.signed(bits).read(path, left), Kind.signed(bits).read(path, right), bits);
  }

  private Term or(Term left, Term right, int bits) {
    if (left.isMultipleOfPowerOfTwo(bits) || left.range().isZero()) {
      return right;
    }
    if (right.isMultipleOfPowerOfTwo(bits) || right.range().isZero()) {
      return left;
    }
    if (areDisjoint(left, right) || areDisjoint(right, left)) {
      return left.plus(right);
    }
    return combine(
        "or", Kind.signed(bits).read(path, left), Kind.signed(bits).read(path, right), bits);
  }

  /** Whether one is a multiple of a power of two, and the other less than that power. */
  private boolean areDisjoint(Term multiple, Term small) {
    BigInteger most = small.range().high();
    if (small.isConstant() || multiple.isConstant()) {
      return false;
    }
    for (int bits = 1; bits <= 63; bits++) {
      Range below = Kind.unsigned(bits).range();
      if (multiple.isMultipleOfPowerOfTwo(bits)
          && !multiple.isMultipleOfPowerOfTwo(bits + 1)
          && (below.contains(small.range()) || path.isCertain(small.within(below)))) {
        return true;
      }
    }
    return most.signum() >= 0
        && small.range().low().signum() >= 0
        && multiple.isMultipleOfPowerOfTwo(most.bitLength());
  }

  private Term combine(String name, Term left, Term right, int bits) {
    if (left.isConstant() && right.isConstant()) {
      return Term.of(JdkModels.bits(name, left.constant(), right.constant()));
    }
    return path.bitwise(name, left, right, bits, (a, b) -> JdkModels.bits(name, a, b));
  }

  Term convert(Opcode opcode, Term word) {
    return switch (opcode) {
      case I2L -> signed(32, word);
      case L2I -> word;
      case I2B -> signed(8, word);
      case I2S -> signed(16, word);
      case I2C -> unsigned(16, word);
      default -> throw new Unproved("the conversion " + opcode + " is not modelled");
    };
  }
}
