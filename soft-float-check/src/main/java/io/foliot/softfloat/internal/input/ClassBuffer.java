package io.foliot.softfloat.internal.input;

import java.util.Arrays;
import java.util.zip.Inflater;

/** Memory that one thread reads class files into, one after the other. */
public final class ClassBuffer implements AutoCloseable {
  /** No class file is larger: the largest known one has 3 MB. */
  public static final int MAX_CLASS_BYTES = 32 << 20;

  /** Null until something is packed. */
  private Inflater inflater;

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

  Inflater inflater() {
    if (inflater == null) {
      inflater = new Inflater(true);
    }
    inflater.reset();
    return inflater;
  }

  @Override
  public void close() {
    if (inflater != null) {
      inflater.end();
      inflater = null;
    }
  }
}
