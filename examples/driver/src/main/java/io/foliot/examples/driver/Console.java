package io.foliot.examples.driver;

/** An output for text, one ASCII character at a time. */
public interface Console {
  /**
   * Writes one character.
   *
   * @param ascii 0 to 127
   */
  void put(int ascii);
}
