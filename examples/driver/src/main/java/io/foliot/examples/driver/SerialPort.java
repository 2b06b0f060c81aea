package io.foliot.examples.driver;

/** A serial device that is polled: no interrupts, no blocking. */
public interface SerialPort {
  /** {@return whether the device accepts a byte now} */
  boolean canSend();

  /**
   * Sends one byte, once {@link #canSend} has returned true.
   *
   * @param octet 0 to 255; higher bits are ignored
   */
  void send(int octet);

  /** {@return the next received byte, 0 to 255, or -1 if there is none} */
  int receive();

  /**
   * {@return the reading of the clock at which the next byte can be received or, while the device
   * is full, sent; unsigned nanoseconds, the maximum if no byte is in transit} A device that cannot
   * know returns the time of its next check.
   */
  long nextEventNanos();
}
