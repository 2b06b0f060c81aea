package io.foliot.benchmarks.posix;

import com.google.common.base.Ticker;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.ThreadClock;
import io.foliot.clock.posix.PosixClocks;
import net.openhft.ticker.ITicker;
import org.agrona.concurrent.SystemNanoClock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One reading of a clock that measures how much time passes. */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class ReadElapsed {
  private static final MonotonicClock MONOTONIC = PosixClocks.monotonic();
  private static final MonotonicClock MONOTONIC_RAW = PosixClocks.monotonicRaw();
  private static final MonotonicClock MONOTONIC_COARSE = PosixClocks.monotonicCoarse();
  private static final MonotonicClock BOOTTIME = PosixClocks.boottime();
  private static final MonotonicClock ORDERED = CounterClocks.ordered();
  private static final ThreadClock FASTEST = CounterClocks.fastest();
  private static final Ticker GUAVA = Ticker.systemTicker();
  private static final SystemNanoClock AGRONA = SystemNanoClock.INSTANCE;
  private static final ITicker CHRONICLE = net.openhft.ticker.Ticker.INSTANCE;

  @Benchmark
  public long baselineNanoTime() {
    return System.nanoTime();
  }

  @Benchmark
  public long fastest() {
    return FASTEST.nanos();
  }

  @Benchmark
  public long ordered() {
    return ORDERED.elapsedNanos();
  }

  @Benchmark
  public long monotonic() {
    return MONOTONIC.elapsedNanos();
  }

  @Benchmark
  public long monotonicRaw() {
    return MONOTONIC_RAW.elapsedNanos();
  }

  @Benchmark
  public long boottime() {
    return BOOTTIME.elapsedNanos();
  }

  @Benchmark
  public long monotonicCoarse() {
    return MONOTONIC_COARSE.elapsedNanos();
  }

  @Benchmark
  public long agronaSystemNanoClock() {
    return AGRONA.nanoTime();
  }

  @Benchmark
  public long guavaTicker() {
    return GUAVA.read();
  }

  @Benchmark
  public long kotlinMonotonicMark() {
    return KotlinMark.now();
  }

  /** Version 2026.2 as published: without its native library, so that it reads the JDK's clock. */
  @Benchmark
  public long chronicleTicker() {
    return CHRONICLE.nanoTime();
  }

  @Benchmark
  public long jnaClockGetTime(JnaClock clock) {
    return clock.monotonicNanos();
  }

  @Benchmark
  public long jnrClockGetTime(JnrClock clock) {
    return clock.monotonicNanos();
  }
}
