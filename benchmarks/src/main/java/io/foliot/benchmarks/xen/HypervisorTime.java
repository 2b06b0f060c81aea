package io.foliot.benchmarks.xen;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.ThreadClock;
import io.foliot.clock.xen.linux.LinuxGuestClocks;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * One reading of the hypervisor's time from the page that a Linux guest has. Where there is no
 * page, the benchmark fails with the reason.
 */
public class HypervisorTime {
  private static final MonotonicClock ORDERED = LinuxGuestClocks.ordered();
  private static final ThreadClock FASTEST = LinuxGuestClocks.fastest();

  @Benchmark
  public long baselineNanoTime() {
    return System.nanoTime();
  }

  @Benchmark
  public long ordered() {
    return ORDERED.elapsedNanos();
  }

  @Benchmark
  public long fastest() {
    return FASTEST.nanos();
  }
}
