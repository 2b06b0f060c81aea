package io.foliot.benchmarks.duration;

import io.foliot.duration.TickRate;
import io.foliot.duration.TickScale;
import java.math.BigInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Ticks of a 2.4454 GHz counter to nanoseconds, three months after its start. */
@State(Scope.Thread)
public class TickConversions {
  private static final BigInteger HERTZ = BigInteger.valueOf(2_445_429_000L);
  private static final BigInteger GIGA = BigInteger.valueOf(1_000_000_000L);
  private static final TickRate RATE = TickRate.ofHertz(2_445_429_000L);
  private static final TickScale SCALE = TickScale.of(RATE);
  private static final TickScale PVCLOCK = TickScale.pvclock(RATE);

  private long ticks = 19_015_655_904_000_123L;

  @Benchmark
  public long baselineBigInteger() {
    return BigInteger.valueOf(ticks).multiply(GIGA).divide(HERTZ).longValue();
  }

  @Benchmark
  public long rateFloor() {
    return RATE.floorToNanos(ticks);
  }

  @Benchmark
  public long rateFloorOfSmall() {
    return RATE.floorToNanos(ticks & 0xFFFF_FFFFL);
  }

  @Benchmark
  public long scale() {
    return SCALE.toNanos(ticks);
  }

  @Benchmark
  public long pvclock() {
    return PVCLOCK.toNanos(ticks);
  }
}
