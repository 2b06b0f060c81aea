package io.foliot.examples.driver;

/** Receives the events of a {@link Link}, called by {@link Link#poll()}. */
public interface LinkListener {
  /**
   * A message has arrived for the first time.
   *
   * @param data the message, valid during the call only
   * @param length number of bytes, 0 to 16
   * @param atNanos reading of the clock when its first byte was received
   */
  void received(byte[] data, int length, long atNanos);

  /**
   * The offered message was delivered.
   *
   * @param tries how often it was sent, 1 or more
   * @param tookNanos time from the first byte sent to the acknowledgement
   */
  void delivered(int tries, long tookNanos);

  /**
   * The message is sent again, because it was not acknowledged.
   *
   * @param tries how often it was sent before
   * @param waitedNanos time since it was last sent
   */
  void retransmitted(int tries, long waitedNanos);

  /** The message was abandoned after the maximum number of attempts. */
  void gaveUp();

  /**
   * No valid frame has arrived for too long. Called once per silence.
   *
   * @param silentNanos time since the last valid frame, or since the link was created
   */
  void silent(long silentNanos);
}
