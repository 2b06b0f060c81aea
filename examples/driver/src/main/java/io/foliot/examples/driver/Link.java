package io.foliot.examples.driver;

import io.foliot.clock.MonotonicClock;
import io.foliot.duration.Nanos;

/**
 * A driver that delivers short messages over an unreliable serial line, one at a time and in order.
 *
 * <p>Call {@link #poll()} whenever the device may have data, and no later than {@link
 * #nextPollNanos()}. No method blocks or allocates. All times are unsigned nanoseconds of the clock
 * passed to the constructor; intervals are differences of two readings, so the clock's origin does
 * not matter.
 *
 * <p>Not thread-safe.
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
   * Creates an idle link.
   *
   * @param clock for retransmission and timestamps
   * @param port the serial line
   * @param listener receives events
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
   * Accepts a message for sending unless the previous one is still pending.
   *
   * @param data the message, which is copied
   * @param length number of bytes, 0 to {@value #MAX_MESSAGE}
   * @return whether it was accepted; if not, try again later
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
   * {@return whether a message is pending, from {@link #offer} until it is delivered or abandoned}
   */
  public boolean isSending() {
    return messageLength >= 0;
  }

  /** {@return the number of damaged frames that were dropped} */
  public int damagedFrames() {
    return reader.damaged();
  }

  /** Does everything that is due now. */
  public void poll() {
    long now = clock.elapsedNanos();
    // First, so that a truncated frame does not swallow the start of the next one.
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
   * {@return the latest reading of the clock for the next {@link #poll()}, in unsigned nanoseconds;
   * the maximum if it depends on the device only}
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
