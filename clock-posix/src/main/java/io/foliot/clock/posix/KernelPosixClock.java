package io.foliot.clock.posix;

import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A wall clock of the kernel. */
final class KernelPosixClock implements PosixClock {
  private final String name;
  private final int id;
  private final OptionalLong periodPicos;
  private final boolean isUtc;

  /** Creates a clock; one that is not UTC has no UTC offset. */
  KernelPosixClock(String name, ClockId clock, boolean isUtc) {
    this.name = name;
    this.id = KernelReader.open(name, clock);
    this.periodPicos = OptionalLong.of(Libc.resolutionPicos(name, id));
    this.isUtc = isUtc;
  }

  @Override
  public PosixTime now() {
    return PosixTime.ofEpochNanos(KernelReader.nanos(id));
  }

  @Override
  public long epochNanos() {
    return KernelReader.nanos(id);
  }

  @Override
  public OptionalInt utcOffsetSeconds() {
    return isUtc ? LocalZone.utcOffsetSeconds(KernelReader.nanos(id)) : OptionalInt.empty();
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
