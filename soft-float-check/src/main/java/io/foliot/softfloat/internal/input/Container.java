package io.foliot.softfloat.internal.input;

import java.io.IOException;

/** The named class files of a jar, folder or module. Thread-safe. */
public interface Container extends AutoCloseable {
  /** {@return the name for reports, with {@code /} as separator} */
  String name();

  /** {@return the number of class files} */
  int size();

  /**
   * Returns the name of a class file.
   *
   * @param index 0 to {@link #size()} - 1
   * @return the name, with {@code /} as separator
   */
  String entryName(int index);

  /**
   * Reads a class file into the buffer.
   *
   * @param index 0 to {@link #size()} - 1
   * @param buffer receives the bytes
   * @throws IOException if reading fails
   * @throws BadInputException if the entry is damaged or too large
   */
  void read(int index, ClassBuffer buffer) throws IOException, BadInputException;

  /**
   * Reads the manifest of an archive, {@code META-INF/MANIFEST.MF}.
   *
   * @return its bytes, or an empty array
   * @throws IOException if reading fails
   * @throws BadInputException if the entry is damaged or too large
   */
  byte[] manifest() throws IOException, BadInputException;

  /** {@return the number of archives inside this one, which are not opened} */
  default int nestedArchives() {
    return 0;
  }

  /** {@return whether it is a folder or class file, and so probably the output of a compiler} */
  default boolean isFolder() {
    return false;
  }

  @Override
  void close() throws IOException;
}
