package io.foliot.examples.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ThrowWorkTest {
  @Test
  void tellsWhatWasCaughtWhere() {
    StringBuilder output = new StringBuilder();
    ThrowWork.run(ascii -> output.append((char) ascii));
    assertEquals(
        "throw 0: nothing thrown, finished 4\n"
            + "throw 1: 18446744073709551615 ns + 1 ns exceeds the maximum duration,"
            + " 18446744073709551615 ns, finished 8\n"
            + "throw 2: a duration must not be negative, got -1 seconds, finished 12\n"
            + "throw 3: instead of: state, finished 16\n"
            + "throw 4: no message, finished 20\n"
            + "throw 5: 5400000000000, finished 24\n",
        output.toString());
  }
}
