package io.foliot.softfloat.internal.scan;

import io.foliot.softfloat.internal.input.BadInputException;
import java.nio.charset.StandardCharsets;

/**
 * The parts of a class file that was scanned, by their positions: constants, members, attributes
 * (JVMS chapter 4). It is of use until its scanner scans the next class.
 */
public final class ClassParts {
  private final ConstantScan constants;
  private final byte[] bytes;
  private final int length;
  private final int membersAt;
  private final int attributesAt;

  ClassParts(ConstantScan constants, byte[] bytes, int length, int membersAt, int attributesAt) {
    this.constants = constants;
    this.bytes = bytes;
    this.length = length;
    this.membersAt = membersAt;
    this.attributesAt = attributesAt;
  }

  /**
   * Where the table of fields is; that of methods follows.
   *
   * @return the position of the number of fields
   */
  public int membersAt() {
    return membersAt;
  }

  /**
   * Where the attributes of the class are.
   *
   * @return the position of their number
   */
  public int attributesAt() {
    return attributesAt;
  }

  /**
   * A byte without sign.
   *
   * @param at its position
   * @return its value
   * @throws BadInputException if the class file ends before
   */
  public int u1(int at) throws BadInputException {
    check(at, 1);
    return bytes[at] & 0xff;
  }

  /**
   * Two bytes without sign.
   *
   * @param at their position
   * @return their value
   * @throws BadInputException if the class file ends before
   */
  public int u2(int at) throws BadInputException {
    check(at, 2);
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  private int s4(int at) throws BadInputException {
    return u2(at) << 16 | u2(at + 2);
  }

  private void check(int at, int size) throws BadInputException {
    if (at < 0 || at > length - size) {
      throw ClassScanner.truncated();
    }
  }

  /**
   * The content of an attribute.
   *
   * @param table position of the number of attributes
   * @param name name of the attribute
   * @return its position, behind name and length; 0 if there is no such attribute
   * @throws BadInputException if the class file is damaged
   */
  public int attribute(int table, String name) throws BadInputException {
    int count = u2(table);
    int at = table + 2;
    for (int i = 0; i < count; i++) {
      if (constants.isUtf8(u2(at), name)) {
        return at + 6;
      }
      at += 6 + size(at);
    }
    return 0;
  }

  /**
   * Skips attributes.
   *
   * @param table position of the number of attributes
   * @return the position behind the last one
   * @throws BadInputException if the class file is damaged
   */
  public int afterAttributes(int table) throws BadInputException {
    int count = u2(table);
    int at = table + 2;
    for (int i = 0; i < count; i++) {
      at += 6 + size(at);
    }
    return at;
  }

  private int size(int at) throws BadInputException {
    int size = s4(at + 2);
    if (size < 0 || size > length - at - 6) {
      throw ClassScanner.truncated();
    }
    return size;
  }

  /**
   * A text of the constant pool.
   *
   * @param at position of its index
   * @return the text
   * @throws BadInputException if there is no text
   */
  public String text(int at) throws BadInputException {
    int entry = constants.entry(u2(at), ConstantScan.UTF8);
    return decode(entry + 3, u2(entry + 1));
  }

  /**
   * The name of a class, module or package of the constant pool.
   *
   * @param at position of its index
   * @return the name, with {@code /} in that of a class or package
   * @throws BadInputException if there is no such name
   */
  public String name(int at) throws BadInputException {
    return text(constants.named(u2(at)) + 1);
  }

  /**
   * A floating-point number of the constant pool.
   *
   * @param at position of its index
   * @return a {@code Float} or {@code Double}, or null for another constant
   * @throws BadInputException if there is no constant
   */
  public Object number(int at) throws BadInputException {
    int entry = constants.entry(u2(at));
    return switch (bytes[entry]) {
      case ConstantScan.FLOAT -> Float.intBitsToFloat(s4(entry + 1));
      case ConstantScan.DOUBLE ->
          Double.longBitsToDouble(((long) s4(entry + 1) << 32) | (s4(entry + 5) & 0xffffffffL));
      default -> null;
    };
  }

  /** Modified UTF-8 (JVMS 4.4.7), in which zero and surrogates are not as in UTF-8. */
  private String decode(int start, int size) throws BadInputException {
    check(start, size);
    for (int i = start; i < start + size; i++) {
      if (bytes[i] < 0) {
        return decodeWide(start, size);
      }
    }
    return new String(bytes, start, size, StandardCharsets.ISO_8859_1);
  }

  private String decodeWide(int start, int size) throws BadInputException {
    StringBuilder text = new StringBuilder(size);
    int at = start;
    while (at < start + size) {
      int first = u1(at++);
      if ((first & 0x80) == 0) {
        text.append((char) first);
      } else if ((first & 0xe0) == 0xc0) {
        text.append((char) ((first & 0x1f) << 6 | (u1(at++) & 0x3f)));
      } else {
        text.append((char) ((first & 0xf) << 12 | (u1(at) & 0x3f) << 6 | (u1(at + 1) & 0x3f)));
        at += 2;
      }
    }
    return text.toString();
  }
}
