package io.foliot.examples.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HeapWorkTest {
  @Test
  void findsWhatItWrote() {
    StringBuilder output = new StringBuilder();
    assertTrue(HeapWork.run(ascii -> output.append((char) ascii)));
    assertEquals("heap: sum 2421138379736880078\n", output.toString());
  }
}
