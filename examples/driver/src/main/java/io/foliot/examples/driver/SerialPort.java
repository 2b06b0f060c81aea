package io.foliot.examples.driver;

/** A serial device that is polled: no interrupts, no blocking. */
public interface SerialPort {
  /**
   * Whether the device takes a byte now.
   *
   * @return true if {@link #send} may be called once
   */
  boolean canSend();

  /**
   * Hands one byte to the device.
   *
   * @param octet 0 to 255; higher bits are ignored
   */
  void send(int octet);

  /**
   * Takes one byte that arrived.
   *
   * @return 0 to 255, or -1 when nothing is there
   */
  int receive();

  /**
   * When the next byte can be taken, or, while the device is full, given. A device that cannot know
   * answers with the time of its next check.
   *
   * @return reading of the clock, unsigned nanoseconds; the largest when nothing is under way
   */
  long nextEventNanos();
}
