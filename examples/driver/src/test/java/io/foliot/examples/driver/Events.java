package io.foliot.examples.driver;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Records the events of a link as text. */
final class Events implements LinkListener {
  final List<String> events = new ArrayList<>();

  @Override
  public void received(byte[] data, int length, long atNanos) {
    String text = new String(data, 0, length, StandardCharsets.US_ASCII);
    events.add("received " + text + " at " + Long.toUnsignedString(atNanos));
  }

  @Override
  public void delivered(int tries, long tookNanos) {
    events.add("delivered after " + tries + " in " + tookNanos);
  }

  @Override
  public void retransmitted(int tries, long waitedNanos) {
    events.add("again after " + tries + ", waited " + waitedNanos);
  }

  @Override
  public void gaveUp() {
    events.add("gave up");
  }

  @Override
  public void silent(long silentNanos) {
    events.add("silent for " + silentNanos);
  }

  /** {@return the events since the last call} */
  List<String> take() {
    List<String> result = new ArrayList<>(events);
    events.clear();
    return result;
  }
}
