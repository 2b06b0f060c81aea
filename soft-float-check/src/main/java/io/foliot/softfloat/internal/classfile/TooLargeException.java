package io.foliot.softfloat.internal.classfile;

import java.io.Serial;

/** Rejects a class file that would take too much time or memory; the message is one line. */
public final class TooLargeException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  TooLargeException(String message) {
    super(message, null, false, false);
  }
}
