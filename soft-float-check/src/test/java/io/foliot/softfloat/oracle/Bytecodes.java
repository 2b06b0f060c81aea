package io.foliot.softfloat.oracle;

import java.util.BitSet;

/** The floating-point instructions, as a plain list of the numbers in JVMS chapter 7. */
final class Bytecodes {
  private static final BitSet FLOAT = new BitSet();

  static {
    int[] all = {
      11, 12, 13, 14, 15, 23, 24, 34, 35, 36, 37, 38, 39, 40, 41, 48, 49, 56, 57, 67, 68, 69, 70,
      71, 72, 73, 74, 81, 82, 98, 99, 102, 103, 106, 107, 110, 111, 114, 115, 118, 119, 134, 135,
      137, 138, 139, 140, 141, 142, 143, 144, 149, 150, 151, 152, 174, 175
    };
    for (int each : all) {
      FLOAT.set(each);
    }
  }

  private Bytecodes() {}

  static boolean isFloat(int opcode) {
    return FLOAT.get(opcode);
  }
}
