package io.foliot.examples.driver;

/**
 * Finds frames in a stream of bytes. Frames with a wrong checksum or length are counted and
 * dropped; the search for a start byte continues after them.
 */
final class FrameReader {
  private final byte[] data = new byte[Frames.MAX_DATA];
  private int position;
  private int header;
  private int length;
  private int sum;
  private long startNanos;
  private int damaged;

  /** {@return whether a byte completes a valid frame, whose fields can then be read} */
  boolean accept(int octet, long nowNanos) {
    switch (position) {
      case 0:
        if (octet == Frames.START) {
          startNanos = nowNanos;
          sum = 0;
          position = 1;
        }
        return false;
      case 1:
        header = octet;
        break;
      case 2:
        length = octet;
        if (length > Frames.MAX_DATA) {
          return drop();
        }
        break;
      default:
        if (position < Frames.HEADER + length) {
          data[position - Frames.HEADER] = (byte) octet;
        }
        break;
    }
    sum = Frames.checksum(sum, octet);
    position++;
    if (position < Frames.HEADER + length + Frames.CHECKSUM) {
      return false;
    }
    // The checksum of data followed by its own checksum is 0.
    if (sum != 0) {
      return drop();
    }
    position = 0;
    return true;
  }

  /** Abandons an incomplete frame. */
  void abandon() {
    if (position != 0) {
      drop();
    }
  }

  private boolean drop() {
    damaged++;
    position = 0;
    return false;
  }

  boolean isIdle() {
    return position == 0;
  }

  boolean isAcknowledgement() {
    return (header & Frames.ACKNOWLEDGEMENT) != 0;
  }

  int number() {
    return header & (Frames.NUMBERS - 1);
  }

  byte[] data() {
    return data;
  }

  int length() {
    return length;
  }

  /** {@return the reading of the clock when the start byte was received} */
  long startNanos() {
    return startNanos;
  }

  int damaged() {
    return damaged;
  }
}
