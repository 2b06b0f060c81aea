package io.foliot.benchmarks.posix;

import io.foliot.benchmarks.OfferedClock;
import io.foliot.benchmarks.OfferedClocks;
import io.foliot.clock.PosixClock;
import java.time.Instant;
import org.agrona.concurrent.OffsetEpochNanoClock;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Wall-clock time in nanoseconds since 1970; the baseline allocates an object. */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class ReadEpoch {
  private static final SystemEpochNanoClock AGRONA_SYSTEM = new SystemEpochNanoClock();
  private static final OffsetEpochNanoClock AGRONA_OFFSET = new OffsetEpochNanoClock();

  private static final class Realtime {
    static final PosixClock CLOCK = OfferedClocks.open(PosixClock.class, "posix/realtime");
  }

  private static final class RealtimeCoarse {
    static final PosixClock CLOCK = OfferedClocks.open(PosixClock.class, "posix/realtime-coarse");
  }

  private static final class Tai {
    static final PosixClock CLOCK = OfferedClocks.open(PosixClock.class, "posix/tai");
  }

  private static final class Fastest {
    static final PosixClock CLOCK = OfferedClocks.open(PosixClock.class, "posix/fastest-realtime");
  }

  private static final class Ordered {
    static final PosixClock CLOCK = OfferedClocks.open(PosixClock.class, "posix/ordered-realtime");
  }

  @Benchmark
  public Instant baselineInstantNow() {
    return Instant.now();
  }

  @Benchmark
  @OfferedClock("posix/realtime")
  public long realtime() {
    return Realtime.CLOCK.epochNanos();
  }

  @Benchmark
  @OfferedClock("posix/realtime-coarse")
  public long realtimeCoarse() {
    return RealtimeCoarse.CLOCK.epochNanos();
  }

  @Benchmark
  @OfferedClock("posix/tai")
  public long tai() {
    return Tai.CLOCK.epochNanos();
  }

  @Benchmark
  @OfferedClock("posix/fastest-realtime")
  public long fastestRealtime() {
    return Fastest.CLOCK.epochNanos();
  }

  @Benchmark
  @OfferedClock("posix/ordered-realtime")
  public long orderedRealtime() {
    return Ordered.CLOCK.epochNanos();
  }

  @Benchmark
  public long agronaSystemEpochNanoClock() {
    return AGRONA_SYSTEM.nanoTime();
  }

  /** Does not follow a step of the wall clock until its user requests a new sample. */
  @Benchmark
  public long agronaOffsetEpochNanoClock() {
    return AGRONA_OFFSET.nanoTime();
  }
}
