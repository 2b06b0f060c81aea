package io.foliot.softfloat.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output that remembers why it could not be written; System.out keeps that to itself. */
final class StandardOutput extends OutputStream {
  private final FileOutputStream file = new FileOutputStream(FileDescriptor.out);
  private String failure = "";

  /**
   * Why the output is not complete, or empty. That the reader has seen enough, as {@code head}
   * does, is no failure.
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
