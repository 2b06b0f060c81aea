package io.foliot.examples.driver;

import java.util.ArrayDeque;
import java.util.Deque;

/** Two serial ports on a cable without delay, with which a test may interfere. */
final class Cable {
  final End left = new End();
  final End right = new End();

  Cable() {
    left.other = right;
    right.other = left;
  }

  /** One port and the bytes that have arrived. */
  static final class End implements SerialPort {
    final Deque<Integer> arrived = new ArrayDeque<>();
    private End other;
    boolean full;
    boolean cut;
    int sent;

    @Override
    public boolean canSend() {
      return !full;
    }

    @Override
    public void send(int octet) {
      sent++;
      if (!cut) {
        other.arrived.add(octet & 0xFF);
      }
    }

    @Override
    public int receive() {
      return arrived.isEmpty() ? -1 : arrived.remove();
    }

    @Override
    public long nextEventNanos() {
      return arrived.isEmpty() ? -1 : 0;
    }
  }
}
