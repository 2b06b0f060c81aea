package io.foliot.benchmarks.posix;

import io.foliot.benchmarks.OfferedClock;
import io.foliot.benchmarks.OfferedClocks;
import io.foliot.clock.ThreadClock;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** CPU time of the calling thread. */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class ReadThreadCpu {
  private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

  private static final class ThreadCpu {
    static final ThreadClock CLOCK = OfferedClocks.open(ThreadClock.class, "posix/thread-cpu");
  }

  @Benchmark
  public long baselineThreadMxBean() {
    return BEAN.getCurrentThreadCpuTime();
  }

  @Benchmark
  @OfferedClock("posix/thread-cpu")
  public long threadCpu() {
    return ThreadCpu.CLOCK.nanos();
  }
}
