package io.foliot.softfloat.internal.scan;

import io.foliot.softfloat.FloatTypes;
import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.input.ClassBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A fast first look at a class file (JVMS chapter 4): its place in the hierarchy, and whether it
 * can hold floating point at all. Most classes hold none and are done here; the full analysis reads
 * only the others. One scanner serves one thread.
 */
public final class ClassScanner {
  /** Newest class file version that is understood: Java 27. */
  public static final int MAX_MAJOR = 71;

  private static final int MAGIC = 0xcafebabe;
  private static final int OLDEST_MAJOR = 45;
  private static final byte[] CODE = "Code".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LINES = "LineNumberTable".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] VARIABLES = "LocalVariableTable".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] VARIABLE_TYPES =
      "LocalVariableTypeTable".getBytes(StandardCharsets.US_ASCII);

  /** Frames hold only what some instruction made. */
  private static final byte[] FRAMES = "StackMapTable".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] INNER_CLASSES = "InnerClasses".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ENCLOSING = "EnclosingMethod".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OBJECT = "java/lang/Object".getBytes(StandardCharsets.US_ASCII);

  private final boolean withCode;
  private final ConstantScan constants;
  private byte[] bytes;
  private int length;
  private int at;
  private final BitSet floatMethods = new BitSet();

  /** First lines of those methods. */
  private int[] lines = new int[64];

  private boolean suspicious;
  private int members;
  private int membersAt;
  private int attributesAt;
  private int innerAccess;
  private String outer;
  private boolean local;

  /**
   * A scanner.
   *
   * @param withCode whether instructions count, or only what the API shows
   * @param types which types are floating point
   */
  public ClassScanner(boolean withCode, FloatTypes types) {
    this.withCode = withCode;
    this.constants = new ConstantScan(withCode, types.added());
  }

  /**
   * Whether the class that was scanned last may hold floating point, so that it needs the full
   * analysis. False is certain.
   *
   * @return true if it may
   */
  public boolean isSuspicious() {
    return suspicious;
  }

  /**
   * The methods of the class that was scanned last that may hold floating point, in their bodies
   * only if those count.
   *
   * @return their indices in the class file; to be read before the next scan
   */
  public BitSet floatMethods() {
    return floatMethods;
  }

  /**
   * Where the code of one of the {@link #floatMethods} starts in its source file.
   *
   * @param method its index in the class file
   * @return the line of its first instruction that has one, or 0
   */
  public int firstLine(int method) {
    return lines[method];
  }

  /**
   * Whether the class that was scanned last may hold an annotation named {@code AllowFloat}. False
   * is certain.
   *
   * @return true if it may
   */
  public boolean isAllowing() {
    return constants.isAllowing();
  }

  /**
   * The parts of the class that was scanned last.
   *
   * @return the parts; of use until the next scan
   */
  public ClassParts parts() {
    return new ClassParts(constants, bytes, length, membersAt, attributesAt);
  }

  /**
   * Scans a class file.
   *
   * @param buffer the class file
   * @return its place in the hierarchy
   * @throws BadInputException if it is damaged or newer than {@link #MAX_MAJOR}
   */
  public ClassSummary scan(ClassBuffer buffer) throws BadInputException {
    bytes = buffer.bytes();
    length = buffer.length();
    members = 0;
    floatMethods.clear();
    outer = null;
    local = false;
    try {
      return scan();
    } catch (IndexOutOfBoundsException e) {
      throw truncated();
    }
  }

  private ClassSummary scan() throws BadInputException {
    checkHeader();
    at = constants.scan(bytes, 8, length);
    suspicious = constants.isSuspicious();
    int access = u2(at);
    int thisIndex = u2(at + 2);
    int superIndex = u2(at + 4);
    int interfaceCount = u2(at + 6);
    at += 8;
    String name = className(thisIndex);
    String superName = superIndex == 0 ? null : className(superIndex);
    List<String> interfaces =
        interfaceCount == 0 ? List.of() : new ArrayList<>(Math.min(interfaceCount, 8));
    for (int i = 0; i < interfaceCount; i++) {
      interfaces.add(className(u2(at)));
      at += 2;
    }
    innerAccess = access;
    membersAt = at;
    members(false);
    members(true);
    attributesAt = at;
    classAttributes(thisIndex);
    if (at != length) {
      throw at > length ? truncated() : new BadInputException("damaged class file: extra bytes");
    }
    // Flags of the class itself and its nest: final, interface and the like are in both.
    return new ClassSummary(
        name, superName, interfaces, innerAccess, outer, local, members, constants.names());
  }

  private void checkHeader() throws BadInputException {
    if (length < 10) {
      throw truncated();
    }
    if ((u2(0) << 16 | u2(2)) != MAGIC) {
      throw new BadInputException("not a class file: it does not start with CAFEBABE");
    }
    int major = u2(6);
    if (major > MAX_MAJOR) {
      throw new BadInputException(
          "class file version "
              + major
              + " (Java "
              + (major - 44)
              + ") is newer than any known; versions up to "
              + MAX_MAJOR
              + " (Java "
              + (MAX_MAJOR - 44)
              + ") can be checked");
    }
    if (major < OLDEST_MAJOR) {
      throw new BadInputException(
          "class file version " + major + "; the oldest is " + OLDEST_MAJOR + " (Java 1.1)");
    }
  }

  private void members(boolean methods) throws BadInputException {
    int count = u2(at);
    at += 2;
    for (int i = 0; i < count; i++) {
      int access = u2(at);
      if (Access.isVisible(access) && !Access.isSynthetic(access)) {
        members++;
      }
      boolean isFloat = constants.isMarked(u2(at + 4));
      int attributes = u2(at + 6);
      int codeAt = 0;
      at += 8;
      for (int j = 0; j < attributes; j++) {
        int size = attributeSize();
        boolean isCode = methods && constants.isUtf8(u2(at), CODE);
        codeAt = isCode ? at : codeAt;
        if (isCode && withCode) {
          isFloat |= isFloatCode(at + 6, size);
        } else if (suspicious && !isCode) {
          isFloat |= holdsMarked(at + 6, at + 6 + size);
        }
        at += 6 + size;
      }
      if (methods && isFloat) {
        floatMethods.set(i);
        suspicious = true;
        if (i >= lines.length) {
          lines = Arrays.copyOf(lines, 2 * i);
        }
        lines[i] = codeAt == 0 ? 0 : firstLineOf(codeAt + 6, s4(codeAt + 2));
      }
    }
  }

  private boolean isFloatCode(int start, int size) throws BadInputException {
    int codeLength = s4(start + 4);
    if (codeLength < 0 || codeLength > size - 8) {
      throw truncated();
    }
    int end = start + 8 + codeLength;
    return Opcodes.hasFloat(bytes, start + 8, end)
        || (constants.isSuspicious()
            && (Opcodes.hasMarked(bytes, start + 8, end, constants)
                || isFloatTail(end, start + size)));
  }

  /** What follows the instructions: the types that are caught, local variables, annotations. */
  private boolean isFloatTail(int start, int end) throws BadInputException {
    int next = start + 2 + 8 * u2(start);
    boolean isFloat = false;
    for (int i = start + 2; i < next; i += 8) {
      isFloat |= constants.isMarked(u2(i + 6));
    }
    int attributes = u2(next);
    next += 2;
    for (int i = 0; i < attributes && !isFloat; i++) {
      int nameIndex = u2(next);
      int size = s4(next + 2);
      if (size < 0 || size > end - next - 6) {
        throw truncated();
      }
      if (constants.isUtf8(nameIndex, VARIABLES) || constants.isUtf8(nameIndex, VARIABLE_TYPES)) {
        for (int j = next + 8; j + 10 <= next + 6 + size; j += 10) {
          isFloat |= constants.isMarked(u2(j + 6));
        }
      } else if (!constants.isUtf8(nameIndex, LINES) && !constants.isUtf8(nameIndex, FRAMES)) {
        isFloat |= holdsMarked(next + 6, next + 6 + size);
      }
      next += 6 + size;
    }
    return isFloat;
  }

  /** The line that the tables give for the smallest address. */
  private int firstLineOf(int start, int size) throws BadInputException {
    int codeLength = s4(start + 4);
    if (codeLength < 0 || codeLength > size - 8) {
      throw truncated();
    }
    int end = start + size;
    int next = start + 8 + codeLength;
    next += 2 + 8 * u2(next);
    int attributes = u2(next);
    next += 2;
    int first = Integer.MAX_VALUE;
    int line = 0;
    for (int i = 0; i < attributes; i++) {
      int length = s4(next + 2);
      if (length < 0 || length > end - next - 6) {
        throw truncated();
      }
      if (constants.isUtf8(u2(next), LINES)) {
        for (int j = next + 8; j + 4 <= next + 6 + length; j += 4) {
          if (u2(j) < first && u2(j + 2) != 0) {
            first = u2(j);
            line = u2(j + 2);
          }
        }
      }
      next += 6 + length;
    }
    return line;
  }

  /**
   * Whether two bytes one after the other may name an entry that has to do with floating point.
   * What they really mean does not matter: most members have nothing that looks like it.
   */
  private boolean holdsMarked(int from, int to) throws BadInputException {
    for (int i = from; i + 1 < to; i++) {
      if (constants.isMarked(u2(i))) {
        return true;
      }
    }
    return false;
  }

  private void classAttributes(int thisIndex) throws BadInputException {
    int count = u2(at);
    at += 2;
    for (int i = 0; i < count; i++) {
      int size = attributeSize();
      int nameIndex = u2(at);
      if (constants.isUtf8(nameIndex, INNER_CLASSES)) {
        innerClasses(at + 6, size, thisIndex);
      } else if (constants.isUtf8(nameIndex, ENCLOSING)) {
        local = true;
      }
      at += 6 + size;
    }
  }

  private void innerClasses(int start, int size, int thisIndex) throws BadInputException {
    int count = u2(start);
    if (count * 8 + 2 > size) {
      throw truncated();
    }
    for (int i = 0; i < count; i++) {
      int entry = start + 2 + i * 8;
      if (u2(entry) == thisIndex) {
        int outerIndex = u2(entry + 2);
        local |= outerIndex == 0;
        outer = outerIndex == 0 ? null : className(outerIndex);
        innerAccess = u2(entry + 6);
      }
    }
  }

  private int attributeSize() throws BadInputException {
    int size = s4(at + 2);
    if (size < 0 || size > length - at - 6) {
      throw truncated();
    }
    return size;
  }

  private String className(int classIndex) throws BadInputException {
    if (constants.isClassNamed(classIndex, OBJECT)) {
      return "java/lang/Object";
    }
    return constants.className(classIndex);
  }

  static BadInputException truncated() {
    return new BadInputException("truncated class file: it ends in the middle of a structure");
  }

  private int u2(int index) throws BadInputException {
    if (index + 2 > length) {
      throw truncated();
    }
    return (bytes[index] & 0xff) << 8 | (bytes[index + 1] & 0xff);
  }

  private int s4(int index) throws BadInputException {
    return u2(index) << 16 | u2(index + 2);
  }

  static boolean sameBytes(byte[] text, byte[] bytes, int from, int length) {
    return text.length == length && Arrays.equals(bytes, from, from + length, text, 0, length);
  }
}
