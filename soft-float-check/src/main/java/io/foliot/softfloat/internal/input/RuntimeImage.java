package io.foliot.softfloat.internal.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The file {@code lib/modules} of the running JDK, in version 1.0 of its format (OpenJDK,
 * src/java.base/share/native/libjimage/imageFile.hpp). Read by hand, because the JDK's own reader
 * starts method handles, which takes as long as the check of a small library, and needs longer to
 * list all classes than it takes to check them. Where there is no such file, or another version of
 * it, or classes in it are compressed, the JDK's own reader has to do.
 *
 * <p>Safe for use by several threads.
 */
final class RuntimeImage {
  private static final int MAGIC = 0xcafedada;
  private static final int VERSION = 1 << 16;
  private static final int HEADER_BYTES = 28;
  private static final int HASH_MULTIPLIER = 0x01000193;

  /** Kinds of the numbers that tell where an entry is. */
  private static final int MODULE = 1;

  private static final int PARENT = 2;
  private static final int BASE = 3;
  private static final int EXTENSION = 4;
  private static final int OFFSET = 5;
  private static final int COMPRESSED = 6;
  private static final int UNCOMPRESSED = 7;

  /** How much of the index is read at once: the JDK copies through memory of that size. */
  private static final int CHUNK = 1 << 16;

  /** Open for as long as the JVM runs, as the file is for the JDK itself. */
  private final FileChannel channel;

  /** The file up to the contents. */
  private final byte[] index;

  private final ByteBuffer numbers;
  private final int tableLength;
  private final int locationsAt;
  private final int textsAt;

  private RuntimeImage(FileChannel channel, ByteBuffer header) throws IOException {
    this.channel = channel;
    tableLength = header.getInt(16);
    locationsAt = HEADER_BYTES + 8 * tableLength;
    textsAt = locationsAt + header.getInt(20);
    index = new byte[textsAt + header.getInt(24)];
    for (int at = 0; at < index.length; at += CHUNK) {
      ZipContainer.readFully(channel, index, at, Math.min(CHUNK, index.length - at), at);
    }
    numbers = ByteBuffer.wrap(index).order(ByteOrder.nativeOrder());
  }

  /** Not with this class: nothing may be opened before it is needed. */
  private static final class Running {
    private static final RuntimeImage IMAGE =
        open(Path.of(System.getProperty("java.home", ""), "lib", "modules"));
  }

  /** The image of the running JDK, or null if it has none that is understood. */
  static RuntimeImage running() {
    return Running.IMAGE;
  }

  private static RuntimeImage open(Path path) {
    try {
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      RuntimeImage image = null;
      try {
        image = read(channel);
      } finally {
        if (image == null) {
          channel.close();
        }
      }
      return image;
    } catch (IOException | OutOfMemoryError e) {
      // An error would make the holder unusable for good; the JDK's own reader needs less memory.
      return null;
    }
  }

  private static RuntimeImage read(FileChannel channel) throws IOException {
    byte[] header = new byte[HEADER_BYTES];
    ZipContainer.readFully(channel, header, 0, HEADER_BYTES, 0);
    ByteBuffer numbers = ByteBuffer.wrap(header).order(ByteOrder.nativeOrder());
    boolean known = numbers.getInt(0) == MAGIC && numbers.getInt(4) == VERSION;
    return known ? new RuntimeImage(channel, numbers) : null;
  }

  /** The class files of each module. */
  Map<String, List<String>> classes() {
    Map<Integer, String> known = new HashMap<>();
    Map<String, List<String>> classes = new HashMap<>();
    for (int i = 0; i < tableLength; i++) {
      long[] location = location(i);
      if (text(location[EXTENSION], known).equals("class")) {
        String module = text(location[MODULE], known);
        List<String> own = classes.get(module);
        if (own == null) {
          own = new ArrayList<>();
          classes.put(module, own);
        }
        String folder = text(location[PARENT], known);
        String name = text(location[BASE]) + ".class";
        own.add(folder.isEmpty() ? name : folder + '/' + name);
      }
    }
    return classes;
  }

  /**
   * Reads a class file.
   *
   * @return false if the module has none of that name, or if it cannot be read in this way
   */
  boolean read(String module, String entry, ClassBuffer buffer) {
    String name = '/' + module + '/' + entry;
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    int redirect = numbers.getInt(HEADER_BYTES + 4 * (hash(bytes, HASH_MULTIPLIER) % tableLength));
    if (redirect == 0) {
      return false;
    }
    long[] found = location(redirect < 0 ? -1 - redirect : hash(bytes, redirect) % tableLength);
    if (found[COMPRESSED] != 0 || !name.equals(nameOf(found))) {
      return false;
    }
    buffer.length = (int) found[UNCOMPRESSED];
    buffer.ensureBytes(buffer.length);
    try {
      ZipContainer.readFully(channel, buffer.bytes, 0, buffer.length, index.length + found[OFFSET]);
      return true;
    } catch (IOException e) {
      // A channel is closed for good when a thread that reads from it is interrupted.
      return false;
    }
  }

  /** The full name of a class file. */
  private String nameOf(long[] location) {
    String folder = text(location[PARENT]);
    return '/'
        + text(location[MODULE])
        + '/'
        + (folder.isEmpty() ? folder : folder + '/')
        + text(location[BASE])
        + '.'
        + text(location[EXTENSION]);
  }

  /** What the index says of an entry, by kind: each number has as many bytes as it needs. */
  private long[] location(int entry) {
    long[] location = new long[UNCOMPRESSED + 1];
    int at = locationsAt + numbers.getInt(HEADER_BYTES + 4 * (tableLength + entry));
    while (index[at] >>> 3 != 0) {
      int last = at + 1 + (index[at] & 7);
      int kind = index[at] >>> 3;
      while (at < last) {
        at++;
        location[kind] = location[kind] << 8 | (index[at] & 0xff);
      }
      at++;
    }
    return location;
  }

  private String text(long offset, Map<Integer, String> known) {
    String text = known.get((int) offset);
    if (text == null) {
      text = text(offset);
      known.put((int) offset, text);
    }
    return text;
  }

  private String text(long offset) {
    int start = textsAt + (int) offset;
    int end = start;
    while (index[end] != 0) {
      end++;
    }
    return new String(index, start, end - start, StandardCharsets.UTF_8);
  }

  private static int hash(byte[] bytes, int seed) {
    int hash = seed;
    for (byte each : bytes) {
      hash = hash * HASH_MULTIPLIER ^ (each & 0xff);
    }
    return hash & 0x7fffffff;
  }
}
