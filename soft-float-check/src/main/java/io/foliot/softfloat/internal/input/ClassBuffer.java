package io.foliot.softfloat.internal.input;

import java.util.Arrays;
import java.util.zip.Inflater;

/** Memory that one thread reads class files into, one after the other. */
public final class ClassBuffer implements AutoCloseable {
  /** No class file is larger: the largest known one has 3 MB. */
  public static final int MAX_CLASS_BYTES = 32 << 20;

  final Inflater inflater = new Inflater(true);
  byte[] raw = new byte[1 << 16];

  /** Which part of which archive is in {@link #raw}. */
  ZipContainer rawOwner;

  long rawStart;
  int rawLength;
  byte[] bytes = new byte[1 << 16];
  int length;

  /** An empty buffer. */
  public ClassBuffer() {}

  /**
   * A buffer that holds a class file.
   *
   * @param content the class file
   * @return the buffer
   */
  public static ClassBuffer of(byte[] content) {
    ClassBuffer buffer = new ClassBuffer();
    buffer.bytes = content;
    buffer.length = content.length;
    return buffer;
  }

  /**
   * The bytes that were read last; what follows {@link #length()} is of no meaning.
   *
   * @return the memory itself
   */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * How many bytes were read last.
   *
   * @return the number
   */
  public int length() {
    return length;
  }

  /** Makes room for packed data; what was there is lost. */
  void ensureRaw(int size) {
    rawOwner = null;
    if (raw.length < size) {
      raw = new byte[Math.max(size, raw.length * 2)];
    }
  }

  void ensureBytes(int size) {
    if (bytes.length < size) {
      bytes = Arrays.copyOf(bytes, Math.max(size, Math.min(bytes.length * 2, MAX_CLASS_BYTES)));
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
