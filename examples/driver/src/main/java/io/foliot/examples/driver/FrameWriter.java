package io.foliot.examples.driver;

/** Builds one frame and returns it byte by byte. */
final class FrameWriter {
  private final byte[] frame = new byte[Frames.MAX_FRAME];
  private int length;
  private int position;

  boolean isBusy() {
    return position < length;
  }

  void load(int kind, int number, byte[] data, int dataLength) {
    frame[0] = (byte) Frames.START;
    frame[1] = (byte) (kind | number);
    frame[2] = (byte) dataLength;
    int end = Frames.HEADER;
    for (int i = 0; i < dataLength; i++) {
      frame[end++] = data[i];
    }
    int sum = 0;
    for (int i = 1; i < end; i++) {
      sum = Frames.checksum(sum, frame[i]);
    }
    frame[end++] = (byte) (sum >> 8);
    frame[end++] = (byte) sum;
    length = end;
    position = 0;
  }

  int next() {
    return frame[position++] & 0xFF;
  }
}
