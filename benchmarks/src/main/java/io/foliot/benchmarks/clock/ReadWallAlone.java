package io.foliot.benchmarks.clock;

import io.foliot.clock.PortableClockProvider;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One reading of the wall clock with one implementation, so that objects do not escape. */
@State(Scope.Thread)
public class ReadWallAlone {
  private final PosixClock clock = new PortableClockProvider().posix();

  /** An instant that does not escape. */
  @Benchmark
  public long baselineInstantNow() {
    Instant now = Instant.now();
    return now.getEpochSecond() + now.getNano();
  }

  @Benchmark
  public long epochNanos() {
    return clock.epochNanos();
  }

  /** A time that does not escape. */
  @Benchmark
  public long nowFields() {
    PosixTime now = clock.now();
    return now.days() + now.picosOfDay();
  }
}
