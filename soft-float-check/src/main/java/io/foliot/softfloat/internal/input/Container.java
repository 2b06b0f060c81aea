package io.foliot.softfloat.internal.input;

import java.io.IOException;

/** A jar, folder or module: class files under names. Safe for use by several threads. */
public interface Container extends AutoCloseable {
  /**
   * How a person would name it, with {@code /} between names.
   *
   * @return the name
   */
  String name();

  /**
   * Number of class files in it.
   *
   * @return the number
   */
  int size();

  /**
   * Name of a class file, with {@code /} between names.
   *
   * @param index 0 to {@link #size()} - 1
   * @return the name
   */
  String entryName(int index);

  /**
   * Reads a class file into the buffer.
   *
   * @param index 0 to {@link #size()} - 1
   * @param buffer receives the bytes; each thread has its own
   * @throws IOException if the storage fails
   * @throws BadInputException if the entry is damaged or too large
   */
  void read(int index, ClassBuffer buffer) throws IOException, BadInputException;

  /**
   * The manifest of an archive, {@code META-INF/MANIFEST.MF}.
   *
   * @return its bytes, or an empty array
   * @throws IOException if the storage fails
   * @throws BadInputException if the entry is damaged or too large
   */
  byte[] manifest() throws IOException, BadInputException;

  /**
   * Archives inside this one, which are not opened.
   *
   * @return how many there are
   */
  default int nestedArchives() {
    return 0;
  }

  /**
   * Whether it is a folder of class files, and so most likely the output of a compiler.
   *
   * @return false for archives and modules of the JDK
   */
  default boolean isFolder() {
    return false;
  }

  @Override
  void close() throws IOException;
}
