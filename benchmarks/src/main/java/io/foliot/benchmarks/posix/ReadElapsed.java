package io.foliot.benchmarks.posix;

import com.google.common.base.Ticker;
import io.foliot.benchmarks.OfferedClock;
import io.foliot.benchmarks.OfferedClocks;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.ThreadClock;
import io.foliot.clock.posix.PosixClocks;
import net.openhft.ticker.ITicker;
import org.agrona.concurrent.SystemNanoClock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One reading of a clock of elapsed time. */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class ReadElapsed {
  private static final MonotonicClock MONOTONIC = PosixClocks.monotonic();
  private static final Ticker GUAVA = Ticker.systemTicker();
  private static final SystemNanoClock AGRONA = SystemNanoClock.INSTANCE;
  private static final ITicker CHRONICLE = net.openhft.ticker.Ticker.INSTANCE;

  private static final class MonotonicRaw {
    static final MonotonicClock CLOCK =
        OfferedClocks.open(MonotonicClock.class, "posix/monotonic-raw");
  }

  private static final class MonotonicCoarse {
    static final MonotonicClock CLOCK =
        OfferedClocks.open(MonotonicClock.class, "posix/monotonic-coarse");
  }

  private static final class Boottime {
    static final MonotonicClock CLOCK = OfferedClocks.open(MonotonicClock.class, "posix/boottime");
  }

  private static final class Fastest {
    static final ThreadClock CLOCK = OfferedClocks.open(ThreadClock.class, "posix/fastest");
  }

  private static final class Ordered {
    static final MonotonicClock CLOCK = OfferedClocks.open(MonotonicClock.class, "posix/ordered");
  }

  @Benchmark
  public long baselineNanoTime() {
    return System.nanoTime();
  }

  @Benchmark
  @OfferedClock("posix/fastest")
  public long fastest() {
    return Fastest.CLOCK.nanos();
  }

  @Benchmark
  @OfferedClock("posix/ordered")
  public long ordered() {
    return Ordered.CLOCK.elapsedNanos();
  }

  @Benchmark
  public long monotonic() {
    return MONOTONIC.elapsedNanos();
  }

  @Benchmark
  @OfferedClock("posix/monotonic-raw")
  public long monotonicRaw() {
    return MonotonicRaw.CLOCK.elapsedNanos();
  }

  @Benchmark
  @OfferedClock("posix/boottime")
  public long boottime() {
    return Boottime.CLOCK.elapsedNanos();
  }

  @Benchmark
  @OfferedClock("posix/monotonic-coarse")
  public long monotonicCoarse() {
    return MonotonicCoarse.CLOCK.elapsedNanos();
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

  /** Version 2026.2 as published, without its native library: it reads the JDK's clock. */
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
