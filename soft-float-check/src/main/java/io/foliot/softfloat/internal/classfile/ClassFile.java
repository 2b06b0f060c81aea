package io.foliot.softfloat.internal.classfile;

import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.input.ClassBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.LimitExceededException;

/**
 * A complete class file (JVMS chapter 4), whose tables end where the file ends. Their content may
 * still be damaged, which a visit detects.
 */
public final class ClassFile {
  /** The newest supported class file version: Java 27. */
  public static final int MAX_MAJOR = 71;

  private static final int OLDEST_MAJOR = 45;
  private static final int MAGIC = 0xcafebabe;
  private static final int TAG_UTF8 = 1;

  private final ClassReader reader;
  private final byte[] bytes;

  private ClassFile(ClassReader reader, byte[] bytes) {
    this.reader = reader;
    this.bytes = bytes;
  }

  /**
   * Reads the constant pool and the extent of the tables.
   *
   * @param buffer the class file
   * @return the class file
   * @throws BadInputException if it is damaged or newer than {@link #MAX_MAJOR}
   */
  public static ClassFile of(ClassBuffer buffer) throws BadInputException {
    byte[] bytes = Arrays.copyOf(buffer.bytes(), buffer.length());
    checkHeader(bytes);
    try {
      ClassFile file = new ClassFile(new ClassReader(bytes), bytes);
      if (file.end() < bytes.length) {
        throw new BadInputException("damaged class file: extra bytes at the end");
      }
      return file;
    } catch (IndexOutOfBoundsException e) {
      throw truncated();
    } catch (IllegalArgumentException e) {
      throw new BadInputException("damaged class file: inconsistent constant pool");
    }
  }

  private static void checkHeader(byte[] bytes) throws BadInputException {
    if (bytes.length < 10) {
      throw truncated();
    }
    if ((u2(bytes, 0) << 16 | u2(bytes, 2)) != MAGIC) {
      throw new BadInputException("not a class file: it does not start with CAFEBABE");
    }
    int major = u2(bytes, 6);
    if (major > MAX_MAJOR) {
      throw new BadInputException(
          "class file version "
              + major
              + " (Java "
              + (major - 44)
              + ") is not supported; the newest is "
              + MAX_MAJOR
              + " (Java "
              + (MAX_MAJOR - 44)
              + ")");
    }
    if (major < OLDEST_MAJOR) {
      throw new BadInputException(
          "class file version "
              + major
              + " is not supported; the oldest is "
              + OLDEST_MAJOR
              + " (Java 1.1)");
    }
  }

  private static BadInputException truncated() {
    return new BadInputException("truncated class file");
  }

  private static int u2(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  /** The end of the tables; ASM does not check what follows the last one that it needs. */
  private int end() throws BadInputException {
    int at = reader.header + 8 + 2 * u2(bytes, reader.header + 6);
    for (int table = 0; table < 2; table++) {
      int members = u2(bytes, at);
      at += 2;
      for (int i = 0; i < members; i++) {
        at = afterAttributes(at + 6);
      }
    }
    return afterAttributes(at);
  }

  private int afterAttributes(int start) throws BadInputException {
    int at = start + 2;
    for (int i = u2(bytes, start); i > 0; i--) {
      int size = u2(bytes, at + 2) << 16 | u2(bytes, at + 4);
      if (size < 0 || size > bytes.length - at - 6) {
        throw truncated();
      }
      at += 6 + size;
    }
    return at;
  }

  /**
   * Visits the class.
   *
   * @param visitor the visitor
   * @param flags what to skip, as for {@link ClassReader#accept(ClassVisitor, int)}
   * @throws BadInputException if the class file is damaged
   */
  public void accept(ClassVisitor visitor, int flags) throws BadInputException {
    try {
      reader.accept(visitor, flags);
    } catch (TooLargeException e) {
      throw new BadInputException(e.getMessage());
    } catch (LimitExceededException e) {
      String limit = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      throw new BadInputException("damaged class file: " + limit);
    } catch (RuntimeException e) {
      throw new BadInputException("damaged class file: inconsistent structure");
    }
  }

  /**
   * Searches the constant pool for a text.
   *
   * @param suffix the end of the text, in ASCII
   * @return whether a text in the constant pool ends with it
   */
  public boolean hasTextEndingWith(String suffix) {
    byte[] ending = suffix.getBytes(StandardCharsets.US_ASCII);
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      if (item > 0 && bytes[item - 1] == TAG_UTF8) {
        int end = item + 2 + u2(bytes, item);
        int from = end - ending.length;
        if (from >= item + 2 && Arrays.equals(bytes, from, end, ending, 0, ending.length)) {
          return true;
        }
      }
    }
    return false;
  }

  /** {@return the number of floating-point numbers in the constant pool} */
  public int floatConstants() {
    int found = 0;
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      // CONSTANT_Float and CONSTANT_Double
      if (item > 0 && (bytes[item - 1] == 4 || bytes[item - 1] == 6)) {
        found++;
      }
    }
    return found;
  }
}
