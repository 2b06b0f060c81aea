package io.foliot.softfloat.internal.scan;

import io.foliot.softfloat.internal.input.BadInputException;
import java.util.Arrays;

/** Lengths of JVM instructions, and which of them compute with floats (JVMS chapter 6). */
final class Opcodes {
  private static final int TABLESWITCH = 0xaa;
  private static final int LOOKUPSWITCH = 0xab;
  private static final int LDC = 0x12;
  private static final int NEWARRAY = 0xbc;
  private static final int WIDE = 0xc4;
  private static final int IINC = 0x84;
  private static final int LAST = 0xc9;

  /** Length of each instruction in bytes; 0 where it varies or there is no such instruction. */
  private static final byte[] LENGTH = new byte[256];

  private static final boolean[] FLOAT = new boolean[256];

  /** Instructions with two bytes that name an entry of the constant pool. */
  private static final boolean[] CONSTANT = new boolean[256];

  static {
    lengths();
    // ldc_w, ldc2_w; fields, calls and new; anewarray; checkcast, instanceof; multianewarray
    Arrays.fill(CONSTANT, 0x13, 0x15, true);
    Arrays.fill(CONSTANT, 0xb2, 0xbc, true);
    CONSTANT[0xbd] = true;
    Arrays.fill(CONSTANT, 0xc0, 0xc2, true);
    CONSTANT[0xc5] = true;
    // fconst, dconst, fload, dload and their short forms, array loads
    mark(0x0b, 0x0f);
    mark(0x17, 0x18);
    mark(0x22, 0x29);
    mark(0x30, 0x31);
    // stores
    mark(0x38, 0x39);
    mark(0x43, 0x4a);
    mark(0x51, 0x52);
    // add, sub, mul, div, rem, neg
    for (int base = 0x62; base <= 0x76; base += 4) {
      mark(base, base + 1);
    }
    // i2f i2d, l2f l2d, f2i to d2f
    mark(0x86, 0x87);
    mark(0x89, 0x90);
    // fcmpl to dcmpg, freturn dreturn
    mark(0x95, 0x98);
    mark(0xae, 0xaf);
  }

  private Opcodes() {}

  private static void lengths() {
    Arrays.fill(LENGTH, 0x00, 0xca, (byte) 1);
    // bipush; sipush; ldc; ldc_w and ldc2_w; loads and stores with an index; iinc
    Arrays.fill(LENGTH, 0x10, 0x11, (byte) 2);
    Arrays.fill(LENGTH, 0x11, 0x12, (byte) 3);
    Arrays.fill(LENGTH, 0x12, 0x13, (byte) 2);
    Arrays.fill(LENGTH, 0x13, 0x15, (byte) 3);
    Arrays.fill(LENGTH, 0x15, 0x1a, (byte) 2);
    Arrays.fill(LENGTH, 0x36, 0x3b, (byte) 2);
    Arrays.fill(LENGTH, 0x84, 0x85, (byte) 3);
    // branches; ret; the two switches
    Arrays.fill(LENGTH, 0x99, 0xa9, (byte) 3);
    Arrays.fill(LENGTH, 0xa9, 0xaa, (byte) 2);
    Arrays.fill(LENGTH, TABLESWITCH, LOOKUPSWITCH + 1, (byte) 0);
    // fields and calls; interface and dynamic calls; new; newarray; anewarray
    Arrays.fill(LENGTH, 0xb2, 0xb9, (byte) 3);
    Arrays.fill(LENGTH, 0xb9, 0xbb, (byte) 5);
    Arrays.fill(LENGTH, 0xbb, 0xbc, (byte) 3);
    Arrays.fill(LENGTH, 0xbc, 0xbd, (byte) 2);
    Arrays.fill(LENGTH, 0xbd, 0xbe, (byte) 3);
    // checkcast and instanceof; wide; multianewarray; ifnull and ifnonnull; goto_w and jsr_w
    Arrays.fill(LENGTH, 0xc0, 0xc2, (byte) 3);
    Arrays.fill(LENGTH, WIDE, WIDE + 1, (byte) 0);
    Arrays.fill(LENGTH, 0xc5, 0xc6, (byte) 4);
    Arrays.fill(LENGTH, 0xc6, 0xc8, (byte) 3);
    Arrays.fill(LENGTH, 0xc8, 0xca, (byte) 5);
  }

  private static void mark(int from, int to) {
    for (int i = from; i <= to; i++) {
      FLOAT[i] = true;
    }
  }

  /**
   * Whether bytecode holds a floating-point instruction.
   *
   * @param code the bytes of the class file
   * @param start where the bytecode starts
   * @param end where it ends
   * @return true if it does
   * @throws BadInputException if the bytes are no instructions
   */
  static boolean hasFloat(byte[] code, int start, int end) throws BadInputException {
    int at = start;
    while (at < end) {
      int opcode = code[at] & 0xff;
      if (FLOAT[opcode] || (opcode == NEWARRAY && isFloatElement(code, at + 1, end))) {
        return true;
      }
      int length = LENGTH[opcode];
      if (length == 0) {
        length = variableLength(code, start, at, end, opcode);
      }
      at += length;
    }
    if (at != end) {
      throw new BadInputException("damaged class file: the last instruction is cut short");
    }
    return false;
  }

  /** The element types 6 and 7 of newarray are float and double (JVMS table 6.5.newarray-A). */
  private static boolean isFloatElement(byte[] code, int at, int end) {
    return at < end && (code[at] == 6 || code[at] == 7);
  }

  /**
   * Whether an instruction names an entry of the constant pool that has to do with floating point.
   *
   * @param code the bytes of the class file
   * @param start where the bytecode starts
   * @param end where it ends; the bytes are instructions, as {@link #hasFloat} made sure
   * @param constants the constant pool
   * @return true if one does
   */
  static boolean hasMarked(byte[] code, int start, int end, ConstantScan constants)
      throws BadInputException {
    int at = start;
    while (at < end) {
      int opcode = code[at] & 0xff;
      if (CONSTANT[opcode] && at + 2 < end) {
        if (constants.isMarked((code[at + 1] & 0xff) << 8 | (code[at + 2] & 0xff))) {
          return true;
        }
      } else if (opcode == LDC && at + 1 < end && constants.isMarked(code[at + 1] & 0xff)) {
        return true;
      }
      int length = LENGTH[opcode];
      at += length == 0 ? variableLength(code, start, at, end, opcode) : length;
    }
    return false;
  }

  private static int variableLength(byte[] code, int start, int at, int end, int opcode)
      throws BadInputException {
    if (opcode == WIDE && at + 1 < end) {
      int widened = code[at + 1] & 0xff;
      if (FLOAT[widened]) {
        // The walk goes on with the float instruction itself and finds it.
        return 1;
      }
      return widened == IINC ? 6 : 4;
    }
    int base = at + 4 - ((at - start) & 3);
    long length = -1;
    if (opcode == TABLESWITCH && base + 12 <= end) {
      long entries = (long) s4(code, base + 8) - s4(code, base + 4) + 1;
      length = entries < 0 ? -1 : base + 12 + 4 * entries - at;
    } else if (opcode == LOOKUPSWITCH && base + 8 <= end) {
      long entries = s4(code, base + 4);
      length = entries < 0 ? -1 : base + 8 + 8 * entries - at;
    }
    if (length < 0 || at + length > end) {
      throw new BadInputException(
          opcode > LAST
              ? "damaged class file: no instruction has the code " + opcode
              : "damaged class file: an instruction is cut short");
    }
    return (int) length;
  }

  private static int s4(byte[] from, int at) {
    return from[at] << 24
        | (from[at + 1] & 0xff) << 16
        | (from[at + 2] & 0xff) << 8
        | (from[at + 3] & 0xff);
  }
}
