package io.foliot.softfloat.internal.allow;

/** Which annotations are meant. Apart, because every class file is asked and few hold one. */
public final class AllowanceName {
  private static final String NAME = "AllowFloat;";

  private AllowanceName() {}

  /**
   * Whether a descriptor is that of an annotation named {@code AllowFloat}, in any package or
   * class.
   *
   * @param bytes where the descriptor is
   * @param start its first byte
   * @param size its length
   * @return true if it is
   */
  public static boolean is(byte[] bytes, int start, int size) {
    int before = size - NAME.length() - 1;
    if (before < 0 || bytes[start] != 'L') {
      return false;
    }
    for (int i = 0; i < NAME.length(); i++) {
      if (bytes[start + before + 1 + i] != NAME.charAt(i)) {
        return false;
      }
    }
    byte separator = bytes[start + before];
    return before == 0 || separator == '/' || separator == '$';
  }
}
