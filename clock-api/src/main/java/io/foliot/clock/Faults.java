package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Injects faults into a clock, to test code against bad clocks.
 *
 * <pre>{@code
 * MonotonicClock bad = Faults.none()
 *     .stall(Duration.ofSeconds(5), Duration.ofSeconds(2))
 *     .coarse(Duration.ofMillis(10))
 *     .in(clock);
 * }</pre>
 *
 * <p>Faults occur at times since the creation of the faulty clock, measured on the good one.
 * Stalls, coarse ticks and forward steps are within the contract of {@link MonotonicClock}.
 * Backward steps and jitter violate it, as faulty hardware does.
 *
 * <p>Immutable and thread-safe, as are the faulty clocks. Jitter is a fixed sequence for a seed;
 * threads race for its members.
 */
public final class Faults {
  private static final long PICOS_PER_NANO = 1_000;

  private static final Faults NONE =
      new Faults(Collections.<Stall>emptyList(), Collections.<Step>emptyList(), 1, 0, 0);

  private final List<Stall> stalls;
  private final List<Step> steps;

  /** Nanoseconds; 1 for the resolution of the good clock. */
  private final long tick;

  /** Largest error in nanoseconds. */
  private final long jitter;

  private final long seed;

  private Faults(List<Stall> stalls, List<Step> steps, long tick, long jitter, long seed) {
    this.stalls = stalls;
    this.steps = steps;
    this.tick = tick;
    this.jitter = jitter;
    this.seed = seed;
  }

  /** {@return no faults} */
  public static Faults none() {
    return NONE;
  }

  /**
   * Adds a stall: the clock stands still for a while and then catches up.
   *
   * @param from when it begins
   * @param length how long it lasts
   * @return these faults and the stall
   */
  public Faults stall(Duration from, Duration length) {
    Stall stall = new Stall(from.toUnsignedNanos(), from.saturatingPlus(length).toUnsignedNanos());
    return new Faults(with(stalls, stall), steps, tick, jitter, seed);
  }

  /**
   * Adds a step: readings change by a constant from some time on. Steps add up.
   *
   * @param at when
   * @param nanos the step in nanoseconds; a negative one violates the contract of a monotonic clock
   * @return these faults and the step
   */
  public Faults step(Duration at, long nanos) {
    return new Faults(
        stalls, with(steps, new Step(at.toUnsignedNanos(), nanos)), tick, jitter, seed);
  }

  /**
   * Sets the tick: readings are rounded down to a multiple of it.
   *
   * @param tick the time between ticks, 1 ns to 1 day
   * @return these faults with this tick
   * @throws IllegalArgumentException if the tick is out of range
   */
  public Faults coarse(Duration tick) {
    long nanos = tick.toUnsignedNanos();
    if (nanos == 0 || Nanos.compare(nanos, Nanos.PER_DAY) > 0) {
      throw new IllegalArgumentException("tick must be 1 ns to 1 day, got " + tick);
    }
    return new Faults(stalls, steps, nanos, jitter, seed);
  }

  /**
   * Sets the jitter: each reading is too high by a random error. Successive readings may then go
   * back, which violates the contract of a monotonic clock.
   *
   * @param max the largest error, at most 1 day
   * @param seed the seed of the random sequence
   * @return these faults with this jitter
   * @throws IllegalArgumentException if the largest error exceeds a day
   */
  public Faults jitter(Duration max, long seed) {
    long nanos = max.toUnsignedNanos();
    if (Nanos.compare(nanos, Nanos.PER_DAY) > 0) {
      throw new IllegalArgumentException("max must be at most 1 day, got " + max);
    }
    return new Faults(stalls, steps, tick, nanos, seed);
  }

  /**
   * Returns a monotonic clock with these faults. It has the origin of the good clock; its readings
   * are modulo 2<sup>64</sup>.
   *
   * @param clock the good clock
   * @return the faulty clock
   */
  public MonotonicClock in(MonotonicClock clock) {
    return new FaultyMonotonicClock(this, clock);
  }

  /**
   * Returns a wall clock with these faults.
   *
   * @param clock the good clock
   * @param timeline the clock that determines when faults occur
   * @return the faulty clock
   */
  public PosixClock in(PosixClock clock, MonotonicClock timeline) {
    return new FaultyPosixClock(this, clock, timeline);
  }

  /** {@return nanoseconds, modulo 2^64, that stalls and steps add to a reading at a time} */
  private long offsetAt(long now) {
    long shown = now;
    for (Stall stall : stalls) {
      if (Nanos.compare(stall.start, now) <= 0
          && Nanos.compare(now, stall.end) < 0
          && Nanos.compare(stall.start, shown) < 0) {
        shown = stall.start;
      }
    }
    long offset = shown - now;
    for (Step step : steps) {
      if (Nanos.compare(step.at, shown) <= 0) {
        offset += step.nanos;
      }
    }
    return offset;
  }

  /** {@return the period of a good clock with the tick of these faults} */
  private OptionalLong period(OptionalLong good) {
    long tickPicos = tick * PICOS_PER_NANO;
    return tick == 1 || (good.isPresent() && good.getAsLong() >= tickPicos)
        ? good
        : OptionalLong.of(tickPicos);
  }

  private static <T> List<T> with(List<T> list, T added) {
    List<T> longer = new ArrayList<>(list);
    longer.add(Objects.requireNonNull(added));
    return longer;
  }

  private static final class Stall {
    final long start;
    final long end;

    Stall(long start, long end) {
      this.start = start;
      this.end = end;
    }
  }

  private static final class Step {
    final long at;
    final long nanos;

    Step(long at, long nanos) {
      this.at = at;
      this.nanos = nanos;
    }
  }

  /**
   * Random numbers from 0 to a maximum, the same on every platform: Steele, Lea and Flood, "Fast
   * Splittable Pseudorandom Number Generators", 2014.
   */
  static final class SplitMix64 {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final AtomicLong state;
    private final long max;

    SplitMix64(long seed, long max) {
      this.state = new AtomicLong(seed);
      this.max = max;
    }

    long next() {
      if (max == 0) {
        return 0;
      }
      long z = state.addAndGet(GOLDEN_GAMMA);
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return Nanos.remainder(z ^ (z >>> 31), max + 1);
    }
  }

  private static final class FaultyMonotonicClock implements MonotonicClock {
    private final Faults faults;
    private final SplitMix64 random;
    private final MonotonicClock clock;
    private final long start;

    FaultyMonotonicClock(Faults faults, MonotonicClock clock) {
      this.faults = faults;
      this.random = new SplitMix64(faults.seed, faults.jitter);
      this.clock = Objects.requireNonNull(clock, "clock");
      this.start = clock.elapsedNanos();
    }

    @Override
    public long elapsedNanos() {
      long now = clock.elapsedNanos();
      long faulty = now + faults.offsetAt(Nanos.saturatingMinus(now, start)) + random.next();
      return faulty - Nanos.remainder(faulty, faults.tick);
    }

    @Override
    public OptionalLong periodPicos() {
      return faults.period(clock.periodPicos());
    }

    @Override
    public SuspendBehavior suspendBehavior() {
      return clock.suspendBehavior();
    }

    @Override
    public String toString() {
      return "faulty " + clock;
    }
  }

  private static final class FaultyPosixClock implements PosixClock {
    private final Faults faults;
    private final SplitMix64 random;
    private final PosixClock clock;
    private final MonotonicClock timeline;
    private final long start;

    FaultyPosixClock(Faults faults, PosixClock clock, MonotonicClock timeline) {
      this.faults = faults;
      this.random = new SplitMix64(faults.seed, faults.jitter);
      this.clock = Objects.requireNonNull(clock, "clock");
      this.timeline = Objects.requireNonNull(timeline, "timeline");
      this.start = timeline.elapsedNanos();
    }

    @Override
    public PosixTime now() {
      long elapsed = Nanos.saturatingMinus(timeline.elapsedNanos(), start);
      long offset = faults.offsetAt(elapsed) + random.next();
      PosixTime good = clock.now();
      PosixTime faulty =
          offset < 0
              ? good.minus(Duration.ofUnsignedNanos(-offset))
              : good.plus(Duration.ofUnsignedNanos(offset));
      if (faults.tick == 1) {
        return faulty;
      }
      long picos = faulty.picosOfDay();
      return PosixTime.of(faulty.days(), picos - picos % (faults.tick * PICOS_PER_NANO));
    }

    @Override
    public long epochNanos() {
      return now().toEpochNanos();
    }

    @Override
    public OptionalInt utcOffsetSeconds() {
      return clock.utcOffsetSeconds();
    }

    @Override
    public OptionalLong periodPicos() {
      return faults.period(clock.periodPicos());
    }

    @Override
    public String toString() {
      return "faulty " + clock;
    }
  }
}
