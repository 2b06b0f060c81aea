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

/** User-mode CPU time of the calling thread. */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class ReadThreadUserCpu {
  private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

  private static final class ThreadUserCpu {
    static final ThreadClock CLOCK = OfferedClocks.open(ThreadClock.class, "posix/thread-user-cpu");
  }

  @Benchmark
  public long baselineThreadMxBean() {
    return BEAN.getCurrentThreadUserTime();
  }

  @Benchmark
  @OfferedClock("posix/thread-user-cpu")
  public long threadUserCpu() {
    return ThreadUserCpu.CLOCK.nanos();
  }
}
