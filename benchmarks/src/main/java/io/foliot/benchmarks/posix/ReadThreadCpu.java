package io.foliot.benchmarks.posix;

import io.foliot.clock.ThreadClock;
import io.foliot.clock.posix.PosixClocks;
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
  private static final ThreadClock THREAD_CPU = PosixClocks.threadCpu();
  private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

  @Benchmark
  public long baselineThreadMxBean() {
    return BEAN.getCurrentThreadCpuTime();
  }

  @Benchmark
  public long threadCpu() {
    return THREAD_CPU.nanos();
  }
}
