package io.foliot.clock.posix;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import java.util.OptionalLong;

/** CPU time of the process, in user and kernel mode. */
final class ProcessCpuClock implements MonotonicClock {
  private static final String NAME = "posix process-cpu";

  private final int id = KernelReader.open(NAME, ClockId.PROCESS_CPU);
  private final OptionalLong periodPicos = OptionalLong.of(Libc.resolutionPicos(NAME, id));

  ProcessCpuClock() {}

  @Override
  public long elapsedNanos() {
    return KernelReader.cpuNanos(id);
  }

  @Override
  public OptionalLong periodPicos() {
    return periodPicos;
  }

  @Override
  public SuspendBehavior suspendBehavior() {
    return SuspendBehavior.STOPS;
  }

  @Override
  public String toString() {
    return NAME;
  }
}
