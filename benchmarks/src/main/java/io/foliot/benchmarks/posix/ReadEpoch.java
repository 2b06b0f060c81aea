package io.foliot.benchmarks.posix;

import io.foliot.clock.PosixClock;
import io.foliot.clock.posix.PosixClocks;
import java.time.Instant;
import org.agrona.concurrent.OffsetEpochNanoClock;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What time it is, as nanoseconds since 1970 (but for the baseline, which makes an object). */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class ReadEpoch {
  private static final PosixClock REALTIME = PosixClocks.realtime();
  private static final PosixClock REALTIME_COARSE = PosixClocks.realtimeCoarse();
  private static final PosixClock TAI = PosixClocks.tai();
  private static final PosixClock FASTEST = CounterClocks.fastestRealtime();
  private static final PosixClock ORDERED = CounterClocks.orderedRealtime();
  private static final SystemEpochNanoClock AGRONA_SYSTEM = new SystemEpochNanoClock();
  private static final OffsetEpochNanoClock AGRONA_OFFSET = new OffsetEpochNanoClock();

  @Benchmark
  public Instant baselineInstantNow() {
    return Instant.now();
  }

  @Benchmark
  public long realtime() {
    return REALTIME.epochNanos();
  }

  @Benchmark
  public long realtimeCoarse() {
    return REALTIME_COARSE.epochNanos();
  }

  @Benchmark
  public long tai() {
    return TAI.epochNanos();
  }

  @Benchmark
  public long fastestRealtime() {
    return FASTEST.epochNanos();
  }

  @Benchmark
  public long orderedRealtime() {
    return ORDERED.epochNanos();
  }

  @Benchmark
  public long agronaSystemEpochNanoClock() {
    return AGRONA_SYSTEM.nanoTime();
  }

  /** Does not follow steps of the wall clock until it is told to sample again. */
  @Benchmark
  public long agronaOffsetEpochNanoClock() {
    return AGRONA_OFFSET.nanoTime();
  }
}
