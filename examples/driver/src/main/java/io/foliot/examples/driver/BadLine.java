package io.foliot.examples.driver;

import io.foliot.clock.MonotonicClock;
import io.foliot.duration.Nanos;
import io.foliot.duration.TickRate;

/**
 * One direction of a serial line at 115200 baud that loses and corrupts bytes, reproducibly for a
 * seed.
 */
final class BadLine {
  /** Bytes per second: a byte is a start bit, eight data bits and a stop bit. */
  private static final TickRate BYTES = TickRate.ofHertz(11_520);

  private static final int CAPACITY = 64;

  private final MonotonicClock clock;
  private final byte[] octets = new byte[CAPACITY];
  private final long[] arrivals = new long[CAPACITY];
  private final long octetNanos = BYTES.saturatingCeilingToNanos(1);
  private int first;
  private int count;
  private long freeNanos;
  private int random;
  private boolean cut;

  BadLine(MonotonicClock clock, int seed) {
    this.clock = clock;
    this.random = seed;
  }

  /** Cuts or restores the line. */
  void setCut(boolean cut) {
    this.cut = cut;
  }

  boolean canSend() {
    return count < CAPACITY;
  }

  void send(int octet) {
    freeNanos = Nanos.max(freeNanos, clock.elapsedNanos()) + octetNanos;
    int luck = nextRandom() & 0xFF;
    if (cut || luck == 0) {
      return;
    }
    int last = (first + count) % CAPACITY;
    octets[last] = (byte) (luck == 1 ? octet ^ 0x10 : octet);
    arrivals[last] = freeNanos;
    count++;
  }

  int receive() {
    if (count == 0 || Nanos.compare(clock.elapsedNanos(), arrivals[first]) < 0) {
      return -1;
    }
    int octet = octets[first] & 0xFF;
    first = (first + 1) % CAPACITY;
    count--;
    return octet;
  }

  long nextArrivalNanos() {
    return count == 0 ? Nanos.MAX : arrivals[first];
  }

  /** A linear congruential generator; the constants are those of ISO C's example of rand. */
  private int nextRandom() {
    random = random * 1_103_515_245 + 12_345;
    return random >>> 16;
  }
}
