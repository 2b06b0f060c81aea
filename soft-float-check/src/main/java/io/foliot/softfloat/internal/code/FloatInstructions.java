package io.foliot.softfloat.internal.code;

import org.objectweb.asm.Opcodes;

/** The floating-point instructions (JVMS chapter 6). */
public final class FloatInstructions {
  private static final String[] NAMES = new String[Opcodes.IFNONNULL + 1];

  static {
    put(Opcodes.FCONST_0, "fconst_0", "fconst_1", "fconst_2", "dconst_0", "dconst_1");
    put(Opcodes.FLOAD, "fload", "dload");
    put(Opcodes.FALOAD, "faload", "daload");
    put(Opcodes.FSTORE, "fstore", "dstore");
    put(Opcodes.FASTORE, "fastore", "dastore");
    put(Opcodes.FADD, "fadd", "dadd");
    put(Opcodes.FSUB, "fsub", "dsub");
    put(Opcodes.FMUL, "fmul", "dmul");
    put(Opcodes.FDIV, "fdiv", "ddiv");
    put(Opcodes.FREM, "frem", "drem");
    put(Opcodes.FNEG, "fneg", "dneg");
    put(Opcodes.I2F, "i2f", "i2d");
    put(Opcodes.L2F, "l2f", "l2d", "f2i", "f2l", "f2d", "d2i", "d2l", "d2f");
    put(Opcodes.FCMPL, "fcmpl", "fcmpg", "dcmpl", "dcmpg");
    put(Opcodes.FRETURN, "freturn", "dreturn");
  }

  private FloatInstructions() {}

  private static void put(int first, String... names) {
    System.arraycopy(names, 0, NAMES, first, names.length);
  }

  /**
   * Returns the name of a floating-point instruction.
   *
   * @param opcode an opcode
   * @return the name of the instruction, or null if it is not floating point
   */
  public static String name(int opcode) {
    return opcode < NAMES.length ? NAMES[opcode] : null;
  }
}
