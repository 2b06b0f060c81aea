package io.foliot.examples.driver;

import com.sun.management.ThreadMXBean;
import io.foliot.clock.Clocks;
import java.lang.management.ManagementFactory;

/** Runs the driver on a JVM: {@link Exchange} on simulated time, then on a real clock. */
public final class DriverDemo {
  private DriverDemo() {}

  /**
   * Prints the log on standard output and exits with status 1 if the exchange failed.
   *
   * @param args none, or {@code heap} to run {@link ThrowWork} and {@link HeapWork}
   * @throws InterruptedException if the main thread is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    if (args.length > 0 && args[0].equals("heap")) {
      ThrowWork.run(System.out::write);
      boolean good = HeapWork.run(System.out::write);
      System.out.flush();
      System.exit(good ? 0 : 1);
    }
    StringBuilder text = new StringBuilder(1 << 16);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    AllocationMeter meter = () -> threads.getThreadAllocatedBytes(self);
    // A JVM allocates when code first runs: warm up before measuring.
    Exchange.simulate(ascii -> {}, meter);
    boolean good = Exchange.simulate(ascii -> text.append((char) ascii), meter);
    good &= Exchange.runReal(Clocks.installed().sleeper(), ascii -> text.append((char) ascii));
    System.out.print(text);
    if (!good) {
      System.exit(1);
    }
  }
}
