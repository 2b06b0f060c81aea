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
  static final byte UTF8 = 1;
  static final byte FLOAT = 4;
  static final byte DOUBLE = 6;

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
  private final int[] addedHashes;
  private byte[] bytes;
  private int[] offsets = new int[1024];

  /** Entries that have to do with floating point. */
  private boolean[] marks = new boolean[1024];

  private int count;
  private boolean suspicious;
  private boolean allowing;
  private final SimpleNames.Gatherer names = new SimpleNames.Gatherer();

  ConstantScan(boolean withCode, Set<String> added) {
    this.withCode = withCode;
    addedNames = new byte[2 * added.size()][];
    addedHashes = new int[addedNames.length];
    int i = 0;
    for (String name : added) {
      addedHashes[i] = SimpleNames.hashOf(name);
      addedHashes[i + 1] = addedHashes[i];
      addedNames[i] = name.getBytes(StandardCharsets.UTF_8);
      // In a class with type arguments, a nested one is named by itself after a dot.
      int dollar = name.lastIndexOf('$');
      String nested = dollar < 0 ? "" : "." + name.substring(dollar + 1);
      addedNames[i + 1] = nested.getBytes(StandardCharsets.UTF_8);
      i += 2;
    }
  }

  boolean isSuspicious() {
    return suspicious;
  }

  /** Whether an annotation named {@code AllowFloat} may be in the class. */
  boolean isAllowing() {
    return allowing;
  }

  /** The classes that the class file names; to be asked once. */
  SimpleNames names() {
    return names.take();
  }

  /** Walks the pool whose count is at {@code start}; returns the index after it. */
  int scan(byte[] from, int start, int length) throws BadInputException {
    bytes = from;
    suspicious = false;
    allowing = false;
    names.clear();
    count = u2(start);
    if (offsets.length < count) {
      offsets = new int[Math.max(count, offsets.length * 2)];
      marks = new boolean[offsets.length];
    }
    int at = start + 2;
    for (int i = 1; i < count; i++) {
      if (at + 3 > length) {
        throw cutShort();
      }
      offsets[i] = at;
      marks[i] = false;
      switch (bytes[at]) {
        case 1 -> {
          int size = u2(at + 1);
          at += 3;
          if (at + size > length) {
            throw cutShort();
          }
          if (size > 0) {
            marks[i] = isFloatText(at, size);
            suspicious |= marks[i];
            if (bytes[at + size - 1] == ';') {
              allowing |= AllowanceName.is(bytes, at, size);
            }
          }
          at += size;
        }
        case 3, 9, 10, 11, 12, 17, 18 -> at += 5;
        case 4 -> {
          suspicious = true;
          marks[i] = true;
          at += 5;
        }
        case 5 -> {
          at += 9;
          i = longEntry(i);
        }
        case 6 -> {
          suspicious = true;
          marks[i] = true;
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
    markAdded();
    if (suspicious) {
      markReferences();
    }
    return at;
  }

  /** Whether an entry has to do with floating point, itself or by what it refers to. */
  boolean isMarked(int index) {
    return index < count && marks[index];
  }

  /** Carries the marks of texts and numbers to the entries that refer to them, in their order. */
  private void markReferences() {
    boolean argument = false;
    for (int i = 1; i < count; i++) {
      switch (tag(i)) {
        case 7, 8, 16 -> marks[i] = refersToMarked(i, 1);
        case 12 -> marks[i] = refersToMarked(i, 1) || refersToMarked(i, 3);
        default -> {}
      }
      argument |= marks[i] && tag(i) != 1 && tag(i) != 8 && tag(i) != 12;
    }
    for (int i = 1; i < count; i++) {
      switch (tag(i)) {
        case 9, 10, 11 -> marks[i] = refersToMarked(i, 1) || refersToMarked(i, 3);
        case 17 -> marks[i] = refersToMarked(i, 3);
        default -> {}
      }
      argument |= marks[i] && tag(i) == 17;
    }
    for (int i = 1; i < count; i++) {
      if (tag(i) == 15) {
        marks[i] = refersToMarked(i, 2);
        argument |= marks[i];
      }
    }
    for (int i = 1; i < count; i++) {
      if (tag(i) == 17 || tag(i) == 18) {
        // Any of them may be linked with any constant.
        marks[i] = argument || refersToMarked(i, 3);
      }
    }
  }

  private int tag(int index) {
    return offsets[index] == 0 ? 0 : bytes[offsets[index]];
  }

  private boolean refersToMarked(int index, int at) {
    return isMarked(u2(offsets[index] + at));
  }

  /** A long or double takes two indices; the second one is unusable. */
  private int longEntry(int index) {
    if (index + 1 < count) {
      offsets[index + 1] = 0;
      marks[index + 1] = false;
    }
    return index + 1;
  }

  boolean isUtf8(int index, byte[] text) throws BadInputException {
    int at = entry(index, 1);
    return ClassScanner.sameBytes(text, bytes, at + 3, u2(at + 1));
  }

  boolean isUtf8(int index, String text) throws BadInputException {
    int at = entry(index, UTF8) + 3;
    if (u2(at - 2) != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
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

  /** Where an entry is, with its tag. */
  int entry(int index) throws BadInputException {
    if (index <= 0 || index >= count || offsets[index] == 0) {
      throw new BadInputException("damaged class file: there is no constant pool entry " + index);
    }
    return offsets[index];
  }

  /** Where an entry of some kind is, with its tag. */
  int entry(int index, int tag) throws BadInputException {
    if (index <= 0 || index >= count || offsets[index] == 0 || bytes[offsets[index]] != tag) {
      throw new BadInputException(
          "damaged class file: constant pool entry " + index + " is not of kind " + tag);
    }
    return offsets[index];
  }

  /** Where the entry of a class, module or package is, with its tag. */
  int named(int index) throws BadInputException {
    int at = entry(index);
    return bytes[at] == 19 || bytes[at] == 20 ? at : entry(index, 7);
  }

  /** Whether a text has to do with floating point; the classes that it names are added. */
  private boolean isFloatText(int start, int size) {
    byte[] text = bytes;
    byte first = text[start];
    if (first == '(') {
      return isFloatMethod(start, size);
    }
    if (size == 1) {
      return first == 'D' || first == 'F';
    }
    boolean isFloat = false;
    boolean slash = false;
    boolean word = false;
    int end = start + size;
    // Where the first name starts, if the text is the type of a field.
    int name = first == 'L' ? start + 1 : start;
    for (int i = start; i < end; i++) {
      byte c = text[i];
      if (c > 'F') {
        // Nearly all characters: nothing that matters here comes after F.
        continue;
      }
      if (c == '/') {
        slash = true;
      } else if (c == ';' || c == '<') {
        names.add(text, name, i);
        name = start;
      } else if (c == 'D' || c == 'F') {
        byte previous = i == start ? 0 : text[i - 1];
        isFloat |= previous == '[' || (first == '<' && isBeforePrimitive(previous));
        word |= c == 'D' ? isWord(i, end, "Double") : isWord(i, end, "Float");
      } else if (c == '%' && withCode) {
        isFloat |= isFloatConversion(i + 1, end);
      }
    }
    if (slash && text[end - 1] != ';') {
      names.add(text, start, end);
    }
    return isFloat || (slash && (word || isHiddenOwner(start, size)));
  }

  /** Types of a method descriptor or signature: class names are skipped, letters are primitives. */
  private boolean isFloatMethod(int start, int size) {
    byte[] text = bytes;
    boolean isFloat = false;
    int end = start + size;
    for (int i = start + 1; i < end; i++) {
      byte c = text[i];
      if (c == 'D' || c == 'F') {
        isFloat = true;
      } else if (c == 'L' || c == '.') {
        i++;
        int name = i;
        while (i < end) {
          c = text[i];
          if (c <= 'F') {
            if (c == ';' || c == '<') {
              names.add(text, name, i);
              break;
            }
            isFloat |=
                (c == 'D' && isWord(i, end, "Double")) || (c == 'F' && isWord(i, end, "Float"));
          }
          i++;
        }
      } else if (c == 'T') {
        while (i < end && text[i] != ';') {
          i++;
        }
      }
    }
    return isFloat;
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

  /** Marks the texts that name added types. */
  private void markAdded() {
    for (int i = 0; i < addedNames.length; i++) {
      byte[] name = addedNames[i];
      if (name.length > 0 && names.mayHold(addedHashes[i])) {
        for (int j = 1; j < count; j++) {
          int at = offsets[j];
          if (at != 0 && bytes[at] == 1 && holds(at + 3, u2(at + 1), name)) {
            marks[j] = true;
            suspicious = true;
          }
        }
      }
    }
  }

  private boolean holds(int start, int size, byte[] name) {
    for (int i = start; i + name.length <= start + size; i++) {
      if (bytes[i] == name[0] && ClassScanner.sameBytes(name, bytes, i, name.length)) {
        return true;
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
