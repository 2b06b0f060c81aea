package io.foliot.examples.driver;

/**
 * The frame format: a start byte, kind and number, length, up to 16 bytes of data, and a checksum
 * (CRC-16/XMODEM: polynomial 0x1021, initial value 0) of all but the start byte.
 */
final class Frames {
  static final int START = 0x7E;
  static final int DATA = 0x00;
  static final int ACKNOWLEDGEMENT = 0x80;
  static final int NUMBERS = 0x80;
  static final int MAX_DATA = 16;
  static final int HEADER = 3;
  static final int CHECKSUM = 2;
  static final int MAX_FRAME = HEADER + MAX_DATA + CHECKSUM;

  private Frames() {}

  static int checksum(int sum, int octet) {
    int result = sum ^ (octet & 0xFF) << 8;
    for (int bit = 0; bit < 8; bit++) {
      result = (result & 0x8000) == 0 ? result << 1 : result << 1 ^ 0x1021;
    }
    return result & 0xFFFF;
  }
}
