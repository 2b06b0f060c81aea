package io.foliot.benchmarks.posix;

import io.foliot.clock.ThreadClock;
import io.foliot.clock.posix.PosixClocks;
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
  private static final ThreadClock THREAD_USER_CPU = PosixClocks.threadUserCpu();
  private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

  @Benchmark
  public long baselineThreadMxBean() {
    return BEAN.getCurrentThreadUserTime();
  }

  @Benchmark
  public long threadUserCpu() {
    return THREAD_USER_CPU.nanos();
  }
}
