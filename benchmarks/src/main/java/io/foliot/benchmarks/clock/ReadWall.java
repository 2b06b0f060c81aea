package io.foliot.benchmarks.clock;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.Faults;
import io.foliot.clock.ManualClock;
import io.foliot.clock.PortableClockProvider;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One reading of the wall clock with several loaded implementations, so that the result of {@code
 * now()} escapes; see {@link ReadWallAlone} for the other case.
 */
@State(Scope.Thread)
public class ReadWall {
  private static final int WARM_UP = 30_000;

  private PosixClock javaTime;
  private PosixClock millis;

  @Setup
  public void setUp() {
    PortableClockProvider provider = new PortableClockProvider();
    PosixClock portable = provider.posix();
    PosixClock coarse = null;
    for (ClockOffer<?> offer : provider.offers()) {
      if (offer.name().equals("currentTimeMillis")) {
        coarse = (PosixClock) offer.open();
      }
    }
    PosixClock[] seen = {
      portable, new ManualClock(), coarse, Faults.none().in(portable, provider.monotonic())
    };
    long sum = 0;
    for (int i = 0; i < WARM_UP; i++) {
      javaTime = seen[i % seen.length];
      millis = javaTime;
      sum += epochNanos() + nowFields() + millisEpochNanos() + millisNowFields();
    }
    if (sum == 0) {
      throw new IllegalStateException("the clocks stand still");
    }
    javaTime = portable;
    millis = coarse;
  }

  /** An instant that does not escape. */
  @Benchmark
  public long baselineInstantNow() {
    Instant now = Instant.now();
    return now.getEpochSecond() + now.getNano();
  }

  @Benchmark
  public long currentTimeMillis() {
    return System.currentTimeMillis();
  }

  @Benchmark
  public long epochNanos() {
    return javaTime.epochNanos();
  }

  @Benchmark
  public long nowFields() {
    PosixTime now = javaTime.now();
    return now.days() + now.picosOfDay();
  }

  @Benchmark
  public long millisEpochNanos() {
    return millis.epochNanos();
  }

  @Benchmark
  public long millisNowFields() {
    PosixTime now = millis.now();
    return now.days() + now.picosOfDay();
  }
}
