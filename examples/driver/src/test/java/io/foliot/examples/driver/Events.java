package io.foliot.examples.driver;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Records the events of a link as text. */
final class Events implements LinkListener {
  final List<String> told = new ArrayList<>();

  @Override
  public void received(byte[] data, int length, long atNanos) {
    String text = new String(data, 0, length, StandardCharsets.US_ASCII);
    told.add("received " + text + " at " + Long.toUnsignedString(atNanos));
  }

  @Override
  public void delivered(int tries, long tookNanos) {
    told.add("delivered after " + tries + " in " + tookNanos);
  }

  @Override
  public void retransmitted(int tries, long waitedNanos) {
    told.add("again after " + tries + ", waited " + waitedNanos);
  }

  @Override
  public void gaveUp() {
    told.add("gave up");
  }

  @Override
  public void silent(long silentNanos) {
    told.add("silent for " + silentNanos);
  }

  /** {@return the events since the last call} */
  List<String> take() {
    List<String> result = new ArrayList<>(told);
    told.clear();
    return result;
  }
}
