package io.foliot.examples.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.foliot.clock.Clocks;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class ExchangeTest {
  private final StringBuilder output = new StringBuilder();

  @Test
  void deliversEverythingOverABadLineWithoutAllocating() throws InterruptedException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    AllocationMeter meter = () -> threads.getThreadAllocatedBytes(self);
    Exchange.simulate(ascii -> {}, meter);
    assertTrue(Exchange.simulate(ascii -> output.append((char) ascii), meter), output::toString);
    assertTrue(
        output
            .toString()
            .endsWith(
                "1523205us delivered 215, given up 1, sent again 40, damaged 30, wrong 0\n"
                    + "allocated while sending 50 messages: 0\n"),
        output::toString);
  }

  @Test
  void tellsTheSameEachTime() throws InterruptedException {
    Exchange.simulate(ascii -> output.append((char) ascii), () -> 0);
    String first = output.toString();
    output.setLength(0);
    Exchange.simulate(ascii -> output.append((char) ascii), () -> 0);
    assertEquals(first, output.toString());
  }

  @Test
  void noticesAllocation() throws InterruptedException {
    int[] calls = new int[1];
    assertFalse(Exchange.simulate(ascii -> {}, () -> calls[0]++ * 16L));
  }

  @Test
  void runsOnTheClockOfTheJvm() throws InterruptedException {
    assertTrue(
        Exchange.runReal(Clocks.installed().sleeper(), ascii -> output.append((char) ascii)),
        output::toString);
    assertTrue(output.toString().contains("received 20 of 20, at the rate allowed\n"));
  }
}
