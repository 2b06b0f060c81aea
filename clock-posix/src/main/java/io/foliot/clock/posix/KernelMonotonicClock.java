package io.foliot.clock.posix;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import java.util.OptionalLong;

/** A monotonic clock of the kernel. */
final class KernelMonotonicClock implements MonotonicClock {
  private final String name;
  private final int id;
  private final OptionalLong periodPicos;
  private final SuspendBehavior suspendBehavior;

  KernelMonotonicClock(String name, ClockId clock, SuspendBehavior suspendBehavior) {
    this.name = name;
    this.id = KernelReader.open(name, clock);
    this.periodPicos = OptionalLong.of(Libc.resolutionPicos(name, id));
    this.suspendBehavior = suspendBehavior;
  }

  @Override
  public long elapsedNanos() {
    return KernelReader.nanos(id);
  }

  @Override
  public OptionalLong periodPicos() {
    return periodPicos;
  }

  @Override
  public SuspendBehavior suspendBehavior() {
    return suspendBehavior;
  }

  @Override
  public String toString() {
    return name;
  }
}
