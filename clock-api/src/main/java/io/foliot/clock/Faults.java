package io.foliot.clock;

import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Makes a good clock bad on purpose, so that you can test your code against bad clocks.
 *
 * <pre>{@code
 * MonotonicClock bad = Faults.none()
 *     .stall(Duration.ofSeconds(5), Duration.ofSeconds(2))
 *     .coarse(Duration.ofMillis(10))
 *     .in(clock);
 * }</pre>
 *
 * <p>Moments are given as time since the faulty clock was made, measured on the good one. Stalls,
 * coarse ticks and forward steps are what real clocks do within their contract. Backward steps and
 * jitter break the contract of {@link MonotonicClock}, as faulty hardware does.
 *
 * <p>Immutable and safe for use by several threads, and so are the clocks it makes. Jitter is a
 * fixed sequence for a seed; which thread gets which member of it is up to their race.
 */
public final class Faults {
  private static final Faults NONE =
      new Faults(Collections.<Window>emptyList(), Collections.<Step>emptyList(), 1, 0, 0);

  private final List<Window> stalls;
  private final List<Step> steps;

  /** Nanoseconds; 1 for no coarser than the clock. */
  private final long tick;

  /** Nanoseconds; 0 for none. */
  private final long jitter;

  private final long seed;

  private Faults(List<Window> stalls, List<Step> steps, long tick, long jitter, long seed) {
    this.stalls = stalls;
    this.steps = steps;
    this.tick = tick;
    this.jitter = jitter;
    this.seed = seed;
  }

  /**
   * No faults, to begin with.
   *
   * @return a clock made with this shows what the good one shows
   */
  public static Faults none() {
    return NONE;
  }

  /**
   * Adds a stall: readings stand still for a while, and then jump to where they should be.
   *
   * @param from when it begins
   * @param length how long it lasts
   * @return these faults and the new one
   */
  public Faults stall(Duration from, Duration length) {
    Window stall =
        new Window(from.toUnsignedNanos(), from.saturatingPlus(length).toUnsignedNanos());
    return new Faults(with(stalls, stall), steps, tick, jitter, seed);
  }

  /**
   * Adds a step: from a moment on, all readings are off by so much more.
   *
   * @param at when
   * @param nanos how far in nanoseconds; negative for backwards, which breaks the contract of a
   *     monotonic clock
   * @return these faults and the new one
   */
  public Faults step(Duration at, long nanos) {
    Step step = new Step(at.toUnsignedNanos(), nanos);
    return new Faults(stalls, with(steps, step), tick, jitter, seed);
  }

  /**
   * Makes the ticks coarse: readings are rounded down to a multiple of the tick.
   *
   * @param tick the time between ticks, 1 ns to 1 day
   * @return these faults, with this tick
   * @throws IllegalArgumentException if the tick is outside its range
   */
  public Faults coarse(Duration tick) {
    long nanos = tick.toUnsignedNanos();
    if (nanos == 0 || Nanos.compare(nanos, Nanos.PER_DAY) > 0) {
      throw new IllegalArgumentException("tick is " + tick + ", expected 1 ns to 1 day");
    }
    return new Faults(stalls, steps, nanos, jitter, seed);
  }

  /**
   * Adds jitter: each reading is too high by a random time. Readings close together can then run
   * backwards, which breaks the contract of a monotonic clock.
   *
   * @param max the largest error, at most 1 day
   * @param seed chooses the sequence; the same seed gives the same one
   * @return these faults, with this jitter
   * @throws IllegalArgumentException if the largest error is more than a day
   */
  public Faults jitter(Duration max, long seed) {
    long nanos = max.toUnsignedNanos();
    if (Nanos.compare(nanos, Nanos.PER_DAY) > 0) {
      throw new IllegalArgumentException("max is " + max + ", expected at most 1 day");
    }
    return new Faults(stalls, steps, tick, nanos, seed);
  }

  /**
   * A monotonic clock with these faults.
   *
   * @param clock the good clock
   * @return a clock that shows its time, faults added; it counts from the same origin, modulo
   *     2<sup>64</sup>
   */
  public MonotonicClock in(MonotonicClock clock) {
    return new FaultyClocks.Monotonic(this, clock);
  }

  /**
   * A wall clock with these faults.
   *
   * @param clock the good clock
   * @param timeline tells when each fault is due; its own readings are not changed
   * @return a clock that shows its time, faults added
   */
  public PosixClock in(PosixClock clock, MonotonicClock timeline) {
    return new FaultyClocks.Posix(this, clock, timeline);
  }

  long tick() {
    return tick;
  }

  NoiseSource noise() {
    return new NoiseSource(seed, jitter);
  }

  /** Nanoseconds by which stalls and steps move a reading at a moment; modulo 2^64. */
  long offsetAt(long moment) {
    long shown = moment;
    for (Window stall : stalls) {
      if (Nanos.compare(stall.from, moment) <= 0
          && Nanos.compare(moment, stall.to) < 0
          && Nanos.compare(stall.from, shown) < 0) {
        shown = stall.from;
      }
    }
    long offset = shown - moment;
    for (Step step : steps) {
      if (Nanos.compare(step.at, shown) <= 0) {
        offset += step.nanos;
      }
    }
    return offset;
  }

  private static <T> List<T> with(List<T> list, T added) {
    List<T> longer = new ArrayList<>(list);
    longer.add(Objects.requireNonNull(added));
    return longer;
  }

  private static final class Window {
    final long from;
    final long to;

    Window(long from, long to) {
      this.from = from;
      this.to = to;
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
}
