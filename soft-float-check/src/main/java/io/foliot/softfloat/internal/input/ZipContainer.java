package io.foliot.softfloat.internal.input;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A jar or jmod, read through its central directory (PKWARE APPNOTE 6.3, section 4.3).
 *
 * <p>Why not {@code java.util.zip.ZipFile}:
 *
 * <ul>
 *   <li><b>Two entries of one name.</b> {@code ZipFile} finds only one of them, so a class could
 *       hide behind another. This class lists every entry of the directory, and all are checked.
 *   <li><b>Zip bombs.</b> {@code ZipFile} has no limits. This class rejects an entry by its
 *       declared size before it allocates memory, stops at an entry that expands beyond that size,
 *       and rejects an archive that expands to more than 64 times its own size plus 256 MB, which
 *       also catches entries that share compressed data.
 * </ul>
 *
 * <p>Entries are never extracted to files, so their names cannot lead anywhere.
 */
final class ZipContainer implements Container {
  private static final int END = 0x06054b50;
  private static final int END64_LOCATOR = 0x07064b50;
  private static final int END64 = 0x06064b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int ZIP64_FIELD = 1;

  /** Marks a number that is in the zip64 field. */
  private static final long IN_EXTRA = 0xffffffffL;

  private static final int MAX_DIRECTORY_BYTES = 192 << 20;
  private static final int MAX_MANIFEST_BYTES = 1 << 20;
  private static final byte[] CLASS_SUFFIX = ".class".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] JAR_SUFFIX = ".jar".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MANIFEST = "META-INF/MANIFEST.MF".getBytes(StandardCharsets.US_ASCII);

  private final String name;
  private final FileChannel channel;
  private final long fileSize;
  private final AtomicLong inflated = new AtomicLong();
  private byte[] directory = new byte[0];
  private long shift;
  private int[] entries = new int[256];
  private int count;
  private int nested;
  private int manifestEntry = -1;

  private ZipContainer(String name, FileChannel channel) throws IOException {
    this.name = name;
    this.channel = channel;
    this.fileSize = channel.size();
  }

  /**
   * Opens an archive.
   *
   * @param path the file
   * @param name the name for reports
   * @return the archive
   * @throws IOException if the file cannot be read
   * @throws BadInputException if it is not an archive
   */
  static ZipContainer open(Path path, String name) throws IOException, BadInputException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      ZipContainer zip = new ZipContainer(name, channel);
      zip.readDirectory();
      return zip;
    } catch (IOException | BadInputException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public int nestedArchives() {
    return nested;
  }

  @Override
  public String entryName(int index) {
    int at = entries[index];
    return new String(directory, at + 46, u2(directory, at + 28), StandardCharsets.UTF_8);
  }

  @Override
  public void read(int index, ClassBuffer buffer) throws IOException, BadInputException {
    readEntry(entries[index], buffer, ClassBuffer.MAX_CLASS_BYTES);
  }

  @Override
  public byte[] manifest() throws IOException, BadInputException {
    if (manifestEntry < 0) {
      return new byte[0];
    }
    try (ClassBuffer buffer = new ClassBuffer()) {
      readEntry(manifestEntry, buffer, MAX_MANIFEST_BYTES);
      return Arrays.copyOf(buffer.bytes, buffer.length);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void readDirectory() throws IOException, BadInputException {
    int tailSize = (int) Math.min(fileSize, 22 + 0xffff + 20);
    byte[] tail = new byte[tailSize];
    readFully(tail, 0, tailSize, fileSize - tailSize);
    int end = findEnd(tail);
    if (end < 0) {
      throw new BadInputException(
          "not a jar: the zip end record is missing (expected a jar, jmod, class file or folder)");
    }
    long endPosition = fileSize - tailSize + end;
    long size = u4(tail, end + 12);
    long offset = u4(tail, end + 16);
    if (end >= 20 && s4(tail, end - 20) == END64_LOCATOR) {
      long position = s8(tail, end - 20 + 8);
      byte[] record = new byte[56];
      if (position < 0 || position > fileSize - 56) {
        throw new BadInputException("damaged jar: the zip64 end record is outside the file");
      }
      readFully(record, 0, 56, position);
      if (s4(record, 0) != END64) {
        throw new BadInputException("damaged jar: the zip64 end record is missing");
      }
      size = s8(record, 40);
      offset = s8(record, 48);
      endPosition = position;
    }
    // jmods and self-extracting jars have bytes before the archive, which offsets do not count.
    shift = endPosition - size - offset;
    if (size < 0 || offset < 0 || shift < 0) {
      throw new BadInputException("damaged jar: the zip directory is outside the file");
    }
    if (size > MAX_DIRECTORY_BYTES) {
      throw new BadInputException(
          "zip directory of " + size + " bytes; the limit is " + MAX_DIRECTORY_BYTES);
    }
    directory = new byte[(int) size];
    readFully(directory, 0, (int) size, offset + shift);
    listEntries();
  }

  private static int findEnd(byte[] tail) {
    for (int at = tail.length - 22; at >= 0; at--) {
      if (s4(tail, at) == END && at + 22 + u2(tail, at + 20) <= tail.length) {
        return at;
      }
    }
    return -1;
  }

  private void listEntries() throws BadInputException {
    int at = 0;
    while (at < directory.length) {
      if (at + 46 > directory.length || s4(directory, at) != CENTRAL) {
        throw new BadInputException(
            "damaged jar: no header at entry " + count + " of the zip directory");
      }
      int nameLength = u2(directory, at + 28);
      int next = at + 46 + nameLength + u2(directory, at + 30) + u2(directory, at + 32);
      if (next > directory.length) {
        throw new BadInputException("damaged jar: the zip directory is truncated");
      }
      int nameAt = at + 46;
      if (endsWith(nameAt, nameLength, CLASS_SUFFIX)) {
        if (count == entries.length) {
          entries = Arrays.copyOf(entries, count * 2);
        }
        entries[count++] = at;
      } else if (endsWith(nameAt, nameLength, JAR_SUFFIX)) {
        nested++;
      } else if (nameLength == MANIFEST.length && endsWith(nameAt, nameLength, MANIFEST)) {
        manifestEntry = at;
      }
      at = next;
    }
  }

  private boolean endsWith(int nameAt, int nameLength, byte[] suffix) {
    int from = nameAt + nameLength - suffix.length;
    return nameLength >= suffix.length
        && Arrays.equals(directory, from, from + suffix.length, suffix, 0, suffix.length);
  }

  private void readEntry(int at, ClassBuffer buffer, int limit)
      throws IOException, BadInputException {
    long packed = u4(directory, at + 20);
    long size = u4(directory, at + 24);
    long offset = u4(directory, at + 42);
    if (packed == IN_EXTRA || size == IN_EXTRA || offset == IN_EXTRA) {
      int wide = zip64Field(at);
      size = size == IN_EXTRA ? s8(directory, wide) : size;
      wide += u4(directory, at + 24) == IN_EXTRA ? 8 : 0;
      packed = packed == IN_EXTRA ? s8(directory, wide) : packed;
      wide += u4(directory, at + 20) == IN_EXTRA ? 8 : 0;
      offset = offset == IN_EXTRA ? s8(directory, wide) : offset;
    }
    if ((u2(directory, at + 8) & 1) != 0) {
      throw new BadInputException("encrypted entry");
    }
    int method = u2(directory, at + 10);
    if (method != 0 && method != 8) {
      throw new BadInputException(
          "unsupported zip method " + method + "; expected 0 (stored) or 8 (deflated)");
    }
    if (size < 0 || packed < 0 || size > limit || packed > limit) {
      throw new BadInputException("entry of " + size + " bytes; the limit is " + limit);
    }
    int dataAt = readLocal(at, offset + shift, (int) packed, buffer);
    account(size);
    if (method == 0) {
      if (packed != size) {
        throw new BadInputException("damaged jar: the two sizes of a stored entry differ");
      }
      buffer.ensureBytes((int) size);
      System.arraycopy(buffer.raw, dataAt, buffer.bytes, 0, (int) size);
      buffer.length = (int) size;
    } else {
      inflate(buffer, dataAt, (int) packed, (int) size);
    }
  }

  /** The position in the directory of the numbers of an entry that exceed four bytes. */
  private int zip64Field(int at) throws BadInputException {
    int needed = 0;
    for (int field : new int[] {at + 20, at + 24, at + 42}) {
      needed += u4(directory, field) == IN_EXTRA ? 8 : 0;
    }
    int field = at + 46 + u2(directory, at + 28);
    int end = field + u2(directory, at + 30);
    while (field + 4 + needed <= end) {
      int size = u2(directory, field + 2);
      if (u2(directory, field) == ZIP64_FIELD && size >= needed) {
        return field + 4;
      }
      field += 4 + size;
    }
    throw new BadInputException("damaged jar: the entry lacks its zip64 field");
  }

  /** Reads an entry into the raw buffer; returns the position of its data there. */
  private int readLocal(int at, long position, int packed, ClassBuffer buffer)
      throws IOException, BadInputException {
    // The local header repeats the name; its extra field may differ from the directory's.
    int guess = 30 + u2(directory, at + 28) + u2(directory, at + 30) + 32;
    if (position < 0 || position > fileSize - 30) {
      throw new BadInputException("damaged jar: the entry is outside the file");
    }
    int start = fill(buffer, position, (int) Math.min(guess + (long) packed, fileSize - position));
    if (s4(buffer.raw, start) != LOCAL) {
      throw new BadInputException("damaged jar: the entry has no local header");
    }
    int dataAt = 30 + u2(buffer.raw, start + 26) + u2(buffer.raw, start + 28);
    int needed = dataAt + packed;
    if (position + needed > fileSize) {
      throw new BadInputException("damaged jar: the entry is truncated");
    }
    return fill(buffer, position, needed) + dataAt;
  }

  /**
   * Reads a part of the file into the raw buffer unless it is there; returns its position there.
   * Reads ahead, because the next entry usually follows.
   */
  private int fill(ClassBuffer buffer, long position, int length) throws IOException {
    long from = position - buffer.rawStart;
    if (buffer.rawOwner == this && from >= 0 && from + length <= buffer.rawLength) {
      return (int) from;
    }
    buffer.ensureRaw(length);
    int all = (int) Math.min(buffer.raw.length, fileSize - position);
    readFully(buffer.raw, 0, all, position);
    buffer.rawOwner = this;
    buffer.rawStart = position;
    buffer.rawLength = all;
    return 0;
  }

  private void inflate(ClassBuffer buffer, int dataAt, int packed, int size)
      throws BadInputException {
    // One byte more than declared, to detect longer data.
    buffer.ensureBytes(size + 1);
    Inflater inflater = buffer.inflater();
    inflater.setInput(buffer.raw, dataAt, packed);
    int length = 0;
    try {
      while (!inflater.finished() && length <= size) {
        int more = inflater.inflate(buffer.bytes, length, size + 1 - length);
        if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        length += more;
      }
    } catch (DataFormatException e) {
      throw new BadInputException("damaged jar: invalid compressed data");
    }
    if (length != size || !inflater.finished()) {
      throw new BadInputException(
          "damaged jar: the entry does not expand to its declared size of " + size + " bytes");
    }
    buffer.length = size;
  }

  /** Rejects an archive that expands too far in total. */
  private void account(long size) throws BadInputException {
    long limit = (256L << 20) + 64 * fileSize;
    if (inflated.addAndGet(size) > limit) {
      throw new BadInputException("zip bomb: the archive expands to more than " + limit + " bytes");
    }
  }

  private void readFully(byte[] target, int from, int length, long position) throws IOException {
    readFully(channel, target, from, length, position);
  }

  /** Reads a part of a file completely. */
  static void readFully(FileChannel channel, byte[] target, int from, int length, long position)
      throws IOException {
    ByteBuffer view = ByteBuffer.wrap(target, from, length);
    long at = position;
    while (view.hasRemaining()) {
      int read = channel.read(view, at);
      if (read < 0) {
        throw new EOFException("the file shrank while it was read");
      }
      at += read;
    }
  }

  private static int u2(byte[] from, int at) {
    return (from[at] & 0xff) | (from[at + 1] & 0xff) << 8;
  }

  private static int s4(byte[] from, int at) {
    return u2(from, at) | u2(from, at + 2) << 16;
  }

  private static long u4(byte[] from, int at) {
    return s4(from, at) & 0xffffffffL;
  }

  private static long s8(byte[] from, int at) {
    return u4(from, at) | u4(from, at + 4) << 32;
  }
}
