package io.foliot.clock.posix;

import io.foliot.clock.ThreadClock;
import java.util.OptionalLong;

/** CPU time of the calling thread, in user and kernel mode. */
final class KernelThreadClock implements ThreadClock {
  private final String name;
  private final int id;
  private final OptionalLong periodPicos;

  KernelThreadClock(String name, ClockId clock) {
    this.name = name;
    this.id = KernelReader.open(name, clock);
    this.periodPicos = OptionalLong.of(Libc.resolutionPicos(name, id));
  }

  @Override
  public long nanos() {
    return KernelReader.cpuNanos(id);
  }

  @Override
  public OptionalLong periodPicos() {
    return periodPicos;
  }

  @Override
  public String toString() {
    return name;
  }
}
