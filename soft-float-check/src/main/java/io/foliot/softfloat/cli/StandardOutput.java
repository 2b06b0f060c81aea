package io.foliot.softfloat.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output that records write errors, which System.out swallows. */
final class StandardOutput extends OutputStream {
  private final FileOutputStream file = new FileOutputStream(FileDescriptor.out);
  private String failure = "";

  /**
   * The first write error, or empty. A reader that closes the pipe early, such as {@code head}, is
   * not an error.
   */
  String failure() {
    return failure.equals("Broken pipe") ? "" : failure;
  }

  @Override
  public void write(int each) throws IOException {
    write(new byte[] {(byte) each}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      file.write(bytes, from, length);
    } catch (IOException e) {
      if (failure.isEmpty()) {
        failure = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      }
      throw e;
    }
  }
}
