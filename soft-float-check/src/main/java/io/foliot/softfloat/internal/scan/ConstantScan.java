package io.foliot.softfloat.internal.scan;

import io.foliot.softfloat.internal.allow.AllowanceName;
import io.foliot.softfloat.internal.input.BadInputException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Walks a constant pool (JVMS 4.4) and notices everything that can have to do with floating point:
 * float constants, descriptors and signatures with primitives, names of float types, format strings
 * with float conversions. Errs on the side of noticing too much.
 */
final class ConstantScan {
  private static final byte[] RANDOM = "java/util/Random".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NUMBER_FORMAT =
      "java/text/NumberFormat".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DECIMAL_FORMAT =
      "java/text/DecimalFormat".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NUMBER = "java/lang/Number".getBytes(StandardCharsets.US_ASCII);

  /** No file system holds a class file of a longer name, and findings repeat the name. */
  private static final int MAX_NAME = 4096;

  private final boolean withCode;
  private final byte[][] addedNames;
  private byte[] bytes;
  private int[] offsets = new int[1024];
  private int count;
  private boolean suspicious;
  private boolean allowing;

  ConstantScan(boolean withCode, Set<String> added) {
    this.withCode = withCode;
    addedNames = new byte[added.size()][];
    int i = 0;
    for (String name : added) {
      addedNames[i++] = name.getBytes(StandardCharsets.UTF_8);
    }
  }

  boolean isSuspicious() {
    return suspicious;
  }

  /** Whether an annotation named {@code AllowFloat} may be in the class. */
  boolean isAllowing() {
    return allowing;
  }

  /** Walks the pool whose count is at {@code start}; returns the index after it. */
  int scan(byte[] from, int start, int length) throws BadInputException {
    bytes = from;
    suspicious = false;
    allowing = false;
    count = u2(start);
    if (offsets.length < count) {
      offsets = new int[Math.max(count, offsets.length * 2)];
    }
    int at = start + 2;
    for (int i = 1; i < count; i++) {
      if (at + 3 > length) {
        throw cutShort();
      }
      offsets[i] = at;
      switch (bytes[at]) {
        case 1 -> {
          int size = u2(at + 1);
          at += 3;
          if (at + size > length) {
            throw cutShort();
          }
          if (!suspicious && size > 0) {
            suspicious = isFloatText(at, size);
          }
          if (size > 0 && bytes[at + size - 1] == ';') {
            allowing |= AllowanceName.is(bytes, at, size);
          }
          at += size;
        }
        case 3, 9, 10, 11, 12, 17, 18 -> at += 5;
        case 4 -> {
          suspicious = true;
          at += 5;
        }
        case 5 -> {
          at += 9;
          i = longEntry(i);
        }
        case 6 -> {
          suspicious = true;
          at += 9;
          i = longEntry(i);
        }
        case 7, 8, 16, 19, 20 -> at += 3;
        case 15 -> at += 4;
        default ->
            throw new BadInputException(
                "damaged class file: constant pool entry " + i + " has the tag " + bytes[at]);
      }
    }
    if (at > length) {
      throw cutShort();
    }
    return at;
  }

  /** A long or double takes two indices; the second one is unusable. */
  private int longEntry(int index) {
    if (index + 1 < count) {
      offsets[index + 1] = 0;
    }
    return index + 1;
  }

  boolean isUtf8(int index, byte[] text) throws BadInputException {
    int at = entry(index, 1);
    return ClassScanner.sameBytes(text, bytes, at + 3, u2(at + 1));
  }

  boolean isClassNamed(int classIndex, byte[] text) throws BadInputException {
    return isUtf8(u2(entry(classIndex, 7) + 1), text);
  }

  String className(int classIndex) throws BadInputException {
    int at = entry(u2(entry(classIndex, 7) + 1), 1);
    if (u2(at + 1) > MAX_NAME) {
      throw new BadInputException(
          "a class whose name has " + u2(at + 1) + " bytes; at most " + MAX_NAME + " are read");
    }
    return new String(bytes, at + 3, u2(at + 1), StandardCharsets.UTF_8);
  }

  private int entry(int index, int tag) throws BadInputException {
    if (index <= 0 || index >= count || offsets[index] == 0 || bytes[offsets[index]] != tag) {
      throw new BadInputException(
          "damaged class file: constant pool entry " + index + " is not of kind " + tag);
    }
    return offsets[index];
  }

  private boolean isFloatText(int start, int size) {
    byte first = bytes[start];
    if (first == '(') {
      return isFloatMethod(start, size) || isAddedName(start, size);
    }
    if (size == 1) {
      return first == 'D' || first == 'F';
    }
    byte[] text = bytes;
    boolean slash = false;
    boolean word = false;
    int end = start + size;
    for (int i = start; i < end; i++) {
      byte c = text[i];
      if (c > 'F') {
        // Nearly all characters: nothing that matters here comes after F.
        continue;
      }
      if (c == 'D' || c == 'F') {
        byte previous = i == start ? 0 : text[i - 1];
        if (previous == '[' || (first == '<' && isBeforePrimitive(previous))) {
          return true;
        }
        word |= c == 'D' ? isWord(i, end, "Double") : isWord(i, end, "Float");
      } else if (c == '/') {
        slash = true;
      } else if (c == '%' && withCode && isFloatConversion(i + 1, end)) {
        return true;
      }
    }
    return (slash && (word || isHiddenOwner(start, size))) || isAddedName(start, size);
  }

  /** Types of a method descriptor or signature: class names are skipped, letters are primitives. */
  private boolean isFloatMethod(int start, int size) {
    byte[] text = bytes;
    int end = start + size;
    for (int i = start + 1; i < end; i++) {
      byte c = text[i];
      if (c == 'D' || c == 'F') {
        return true;
      }
      if (c == 'L' || c == '.') {
        i++;
        while (i < end) {
          c = text[i];
          if (c <= 'F') {
            if (c == ';' || c == '<') {
              break;
            }
            if ((c == 'D' && isWord(i, end, "Double")) || (c == 'F' && isWord(i, end, "Float"))) {
              return true;
            }
          }
          i++;
        }
      } else if (c == 'T') {
        while (i < end && text[i] != ';') {
          i++;
        }
      }
    }
    return false;
  }

  private static boolean isBeforePrimitive(byte c) {
    return switch (c) {
      case '(', ')', ';', '>', 'B', 'C', 'D', 'F', 'I', 'J', 'S', 'V', 'Z' -> true;
      default -> false;
    };
  }

  private boolean isWord(int at, int end, String word) {
    if (at + word.length() > end) {
      return false;
    }
    for (int i = 1; i < word.length(); i++) {
      if (bytes[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a format specifier that starts after its percent sign converts a float. */
  private boolean isFloatConversion(int from, int end) {
    int i = from;
    while (i < end && "-#+ 0,(.$<123456789".indexOf(bytes[i]) >= 0) {
      i++;
    }
    return i < end && "aAeEfFgG".indexOf(bytes[i]) >= 0;
  }

  private boolean isHiddenOwner(int start, int size) {
    return ClassScanner.sameBytes(NUMBER, bytes, start, size)
        || (withCode
            && (ClassScanner.sameBytes(RANDOM, bytes, start, size)
                || ClassScanner.sameBytes(NUMBER_FORMAT, bytes, start, size)
                || ClassScanner.sameBytes(DECIMAL_FORMAT, bytes, start, size)));
  }

  private boolean isAddedName(int start, int size) {
    for (byte[] name : addedNames) {
      byte first = name.length == 0 ? 0 : name[0];
      for (int i = start; i + name.length <= start + size; i++) {
        if (name.length > 0
            && bytes[i] == first
            && ClassScanner.sameBytes(name, bytes, i, name.length)) {
          return true;
        }
      }
    }
    return false;
  }

  private int u2(int index) {
    return (bytes[index] & 0xff) << 8 | (bytes[index + 1] & 0xff);
  }

  private static BadInputException cutShort() {
    return new BadInputException("truncated class file: it ends in its constant pool");
  }
}
