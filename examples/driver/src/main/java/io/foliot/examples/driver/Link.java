package io.foliot.examples.driver;

import io.foliot.clock.MonotonicClock;
import io.foliot.duration.Nanos;

/**
 * A driver that delivers short messages over an unreliable serial line, one at a time and in order.
 *
 * <p>Call {@link #poll()} whenever the device may have something, and at {@link #nextPollNanos()}
 * at the latest. Nothing here blocks, and nothing is allocated after the constructor. All times are
 * unsigned nanoseconds of the one clock that the link was made with; intervals are differences of
 * two readings, so it does not matter where that clock starts.
 *
 * <p>Not safe for use by several threads.
 */
public final class Link {
  /** The longest message, in bytes. */
  public static final int MAX_MESSAGE = Frames.MAX_DATA;

  private static final long FIRST_RETRANSMIT = 10 * Nanos.PER_MILLI;
  private static final long MAX_RETRANSMIT = 80 * Nanos.PER_MILLI;
  private static final int MAX_TRIES = 8;
  private static final long SEND_PERIOD = 4 * Nanos.PER_MILLI;
  private static final int SEND_BURST = 3;
  private static final long FRAME_GAP = 5 * Nanos.PER_MILLI;
  private static final long SILENCE = 250 * Nanos.PER_MILLI;

  private final MonotonicClock clock;
  private final SerialPort port;
  private final LinkListener listener;

  private final FrameReader reader = new FrameReader();
  private final Timeout frameGap = new Timeout();
  private final Timeout silence = new Timeout();
  private long lastHeardNanos;
  private int lastReceived = -1;
  private int acknowledge = -1;

  private final FrameWriter writer = new FrameWriter();
  private final RateLimit limit = new RateLimit(SEND_PERIOD, SEND_BURST);
  private final Timeout retransmit = new Timeout();
  private final byte[] message = new byte[MAX_MESSAGE];
  private int messageLength = -1;
  private int number;
  private int tries;
  private long firstSentNanos;
  private long lastSentNanos;
  private long waitNanos;

  /**
   * A link that has not sent or heard anything yet.
   *
   * @param clock tells when to repeat, and stamps what arrives
   * @param port the line
   * @param listener hears what happens
   */
  public Link(MonotonicClock clock, SerialPort port, LinkListener listener) {
    this.clock = clock;
    this.port = port;
    this.listener = listener;
    long now = clock.elapsedNanos();
    lastHeardNanos = now;
    silence.arm(now, SILENCE);
  }

  /**
   * Takes a message for sending, if the one before is done with.
   *
   * @param data holds the message, which is copied
   * @param length number of bytes, 0 to {@value #MAX_MESSAGE}
   * @return false if the message before is still under way; try again later
   * @throws IllegalArgumentException if {@code length} is out of range
   */
  public boolean offer(byte[] data, int length) {
    if (length < 0 || length > MAX_MESSAGE) {
      throw new IllegalArgumentException("a message has 0 to 16 bytes");
    }
    if (messageLength >= 0) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      message[i] = data[i];
    }
    messageLength = length;
    tries = 0;
    waitNanos = FIRST_RETRANSMIT;
    return true;
  }

  /**
   * Whether a message is under way.
   *
   * @return true from {@link #offer} until it is delivered or given up
   */
  public boolean isSending() {
    return messageLength >= 0;
  }

  /**
   * Number of frames that arrived damaged and were dropped.
   *
   * @return 0 or more
   */
  public int damagedFrames() {
    return reader.damaged();
  }

  /** Does everything that is due now, and returns. */
  public void poll() {
    long now = clock.elapsedNanos();
    // First, so that a frame that stopped does not swallow the start of the next one.
    if (frameGap.hasPassed(now)) {
      frameGap.cancel();
      reader.abandon();
    }
    for (int octet = port.receive(); octet >= 0; octet = port.receive()) {
      receive(octet, now);
    }
    if (silence.hasPassed(now)) {
      silence.cancel();
      listener.silent(now - lastHeardNanos);
    }
    if (!writer.isBusy()) {
      loadNextFrame(now);
    }
    while (writer.isBusy() && port.canSend()) {
      port.send(writer.next());
    }
  }

  /**
   * The latest moment for the next {@link #poll()}.
   *
   * @return reading of the clock, unsigned nanoseconds; the largest when only the device matters
   */
  public long nextPollNanos() {
    long next = Nanos.min(frameGap.endNanos(), silence.endNanos());
    next = Nanos.min(next, port.nextEventNanos());
    if (acknowledge >= 0 && !writer.isBusy()) {
      return 0;
    }
    if (messageLength >= 0) {
      long due = tries == 0 ? 0 : retransmit.endNanos();
      next = Nanos.min(next, Nanos.max(due, limit.allowedNanos()));
    }
    return next;
  }

  private void receive(int octet, long now) {
    boolean complete = reader.accept(octet, now);
    if (reader.isIdle()) {
      frameGap.cancel();
    } else {
      frameGap.arm(now, FRAME_GAP);
    }
    if (!complete) {
      return;
    }
    lastHeardNanos = now;
    silence.arm(now, SILENCE);
    if (!reader.isAcknowledgement()) {
      acknowledge = reader.number();
      if (reader.number() != lastReceived) {
        lastReceived = reader.number();
        listener.received(reader.data(), reader.length(), reader.startNanos());
      }
    } else if (messageLength >= 0 && tries > 0 && reader.number() == number) {
      int sent = tries;
      finishMessage();
      listener.delivered(sent, now - firstSentNanos);
    }
  }

  private void loadNextFrame(long now) {
    if (acknowledge >= 0) {
      writer.load(Frames.ACKNOWLEDGEMENT, acknowledge, message, 0);
      acknowledge = -1;
    } else if (messageLength >= 0 && tries == 0) {
      if (limit.take(now)) {
        firstSentNanos = now;
        send(now);
      }
    } else if (retransmit.hasPassed(now)) {
      if (tries == MAX_TRIES) {
        finishMessage();
        listener.gaveUp();
      } else if (limit.take(now)) {
        listener.retransmitted(tries, now - lastSentNanos);
        waitNanos = Nanos.min(waitNanos * 2, MAX_RETRANSMIT);
        send(now);
      }
    }
  }

  private void send(long now) {
    writer.load(Frames.DATA, number, message, messageLength);
    tries++;
    lastSentNanos = now;
    retransmit.arm(now, waitNanos);
  }

  private void finishMessage() {
    messageLength = -1;
    retransmit.cancel();
    number = (number + 1) % Frames.NUMBERS;
  }
}
