package io.foliot.examples.driver;

/** What a {@link Link} tells its user, from within {@link Link#poll()}. */
public interface LinkListener {
  /**
   * A message arrived, for the first time.
   *
   * @param data holds the message, valid during the call only
   * @param length number of bytes of it, 0 to 16
   * @param atNanos reading of the clock when its first byte was taken
   */
  void received(byte[] data, int length, long atNanos);

  /**
   * The other side has the message that was offered.
   *
   * @param tries how often it was sent, 1 or more
   * @param tookNanos time from the first byte sent to the acknowledgement
   */
  void delivered(int tries, long tookNanos);

  /**
   * The message is sent once more, because no acknowledgement came.
   *
   * @param tries how often it was sent before
   * @param waitedNanos time since it was last sent
   */
  void retransmitted(int tries, long waitedNanos);

  /** The message was sent as often as allowed and never acknowledged; it is given up. */
  void gaveUp();

  /**
   * Nothing good was heard from the other side for too long. Told once, until something is heard.
   *
   * @param silentNanos time since the last good frame, or since the link was made
   */
  void silent(long silentNanos);
}
