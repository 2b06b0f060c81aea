package io.foliot.examples.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.foliot.clock.Clocks;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class ExchangeTest {
  private final StringBuilder told = new StringBuilder();

  @Test
  void deliversEverythingOverABadLineWithoutAllocating() throws InterruptedException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    AllocationMeter meter = () -> threads.getThreadAllocatedBytes(self);
    Exchange.simulate(ascii -> {}, meter);
    assertTrue(Exchange.simulate(ascii -> told.append((char) ascii), meter), told::toString);
    assertTrue(
        told.toString()
            .endsWith(
                "1523205us delivered 215, given up 1, sent again 40, damaged 30, wrong 0\n"
                    + "allocated while sending 50 messages: 0\n"),
        told::toString);
  }

  @Test
  void tellsTheSameEachTime() throws InterruptedException {
    Exchange.simulate(ascii -> told.append((char) ascii), () -> 0);
    String first = told.toString();
    told.setLength(0);
    Exchange.simulate(ascii -> told.append((char) ascii), () -> 0);
    assertEquals(first, told.toString());
  }

  @Test
  void noticesAllocation() throws InterruptedException {
    int[] calls = new int[1];
    assertFalse(Exchange.simulate(ascii -> {}, () -> calls[0]++ * 16L));
  }

  @Test
  void runsOnTheClockOfTheJvm() throws InterruptedException {
    assertTrue(
        Exchange.runReal(Clocks.installed().sleeper(), ascii -> told.append((char) ascii)),
        told::toString);
    assertTrue(told.toString().contains("received 20 of 20, at the rate allowed\n"));
  }
}
