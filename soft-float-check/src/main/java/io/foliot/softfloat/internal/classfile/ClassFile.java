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
 * A class file (JVMS chapter 4) that is complete: its tables end where the file ends. What is
 * inside of them may still be damaged, which shows when a visitor gets there.
 */
public final class ClassFile {
  /** Newest class file version that is understood: Java 27. */
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
   * Reads the frame of a class file.
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
        throw new BadInputException("damaged class file: extra bytes");
      }
      return file;
    } catch (IndexOutOfBoundsException e) {
      throw truncated();
    } catch (IllegalArgumentException e) {
      throw new BadInputException("damaged class file: its constant pool contradicts itself");
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

  private static BadInputException truncated() {
    return new BadInputException("truncated class file: it ends in the middle of a structure");
  }

  private static int u2(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  /** Where the tables end; ASM would not notice what is missing behind the last one it needs. */
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
   * Shows the class to a visitor.
   *
   * @param visitor the visitor
   * @param flags what to leave out, in the terms of {@link ClassReader}
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
      throw new BadInputException("damaged class file: its structure contradicts itself");
    }
  }

  /**
   * Whether a text of the constant pool ends like this.
   *
   * @param suffix the end of the text, in ASCII
   * @return whether there is such a text
   */
  public boolean hasTextEndingWith(String suffix) {
    byte[] wanted = suffix.getBytes(StandardCharsets.US_ASCII);
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      if (item > 0 && bytes[item - 1] == TAG_UTF8) {
        int end = item + 2 + u2(bytes, item);
        int from = end - wanted.length;
        if (from >= item + 2 && Arrays.equals(bytes, from, end, wanted, 0, wanted.length)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * How many numbers of the constant pool are floating point.
   *
   * @return how many there are
   */
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
