package io.foliot.softfloat.internal.input;

import java.util.Arrays;
import java.util.zip.Inflater;

/** A reusable buffer for class files. Not thread-safe. */
public final class ClassBuffer implements AutoCloseable {
  /** The size limit of class files, ten times that of the largest known one. */
  public static final int MAX_CLASS_BYTES = 32 << 20;

  /** Null until an entry is compressed. */
  private Inflater inflater;

  byte[] raw = new byte[1 << 16];

  /** The archive of which {@link #raw} holds a part. */
  ZipContainer rawOwner;

  long rawStart;
  int rawLength;
  byte[] bytes = new byte[1 << 16];
  int length;

  /** Creates an empty buffer. */
  public ClassBuffer() {}

  /** {@return the bytes of the current class file, of which only {@link #length()} count} */
  public byte[] bytes() {
    return bytes;
  }

  /** {@return the length of the current class file in bytes} */
  public int length() {
    return length;
  }

  /** Makes room for raw data and discards the previous data. */
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
