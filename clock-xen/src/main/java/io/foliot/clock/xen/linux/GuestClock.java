package io.foliot.clock.xen.linux;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.SuspendBehavior;
import io.foliot.clock.xen.CycleCounter;
import io.foliot.clock.xen.SharedPage;
import io.foliot.clock.xen.VcpuTimeInfo;
import io.foliot.clock.xen.XenClocks;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.LongSupplier;

/**
 * Hypervisor time in one straight line: counter, scale, offset. What the page says is kept in an
 * object together with the version that it was read at; a reading takes the counter, then looks at
 * the page's version, and is right if that is still the same.
 *
 * <p>When the version has changed, the kernel's own clock tells whether time has made a jump. It
 * does when the guest wakes up on another host, whose time and counter began at another moment;
 * then an offset lets this clock go on where it was.
 */
final class GuestClock implements MonotonicClock {
  /** A difference this small is the noise of two clocks read one after the other. */
  private static final long NOISE_NANOS = 1_000_000;

  /** A clock that is disciplined may differ in rate by one in this number: about 2000 ppm. */
  private static final long RATE_TOLERANCE = 512;

  /** Looks at the witness before one is believed. */
  private static final int BRACKETS = 5;

  /** Stands for the version of a page that is not read from here: odd, which no whole page has. */
  private static final int NEVER = 1;

  private static final AtomicReferenceFieldUpdater<GuestClock, Anchor> ANCHOR =
      AtomicReferenceFieldUpdater.newUpdater(GuestClock.class, Anchor.class, "anchor");

  private final SharedPage page;
  private final CycleCounter counter;
  private final LongSupplier witness;
  private final MonotonicClock guarded;
  private volatile Anchor anchor;

  /**
   * A clock.
   *
   * @param page memory that starts with a {@code vcpu_time_info}
   * @param counter the time stamp counter
   * @param witness a clock that makes no jump when the guest is resumed, in nanoseconds
   */
  GuestClock(SharedPage page, CycleCounter counter, LongSupplier witness) {
    this.page = page;
    this.counter = counter;
    this.witness = witness;
    this.guarded = XenClocks.monotonic(page, 0, counter);
    this.anchor = look(null);
  }

  @Override
  public long elapsedNanos() {
    while (true) {
      Anchor now = anchor;
      long ticks = counter.read();
      if (page.loadInt(0) == now.version()) {
        return now.nanosAt(ticks);
      }
      if (now.version() == NEVER && page.loadInt(0) == now.info().version()) {
        return guarded.elapsedNanos() + now.lift();
      }
      // Whoever loses this race goes on with the winner's anchor.
      ANCHOR.compareAndSet(this, now, look(now));
    }
  }

  /** Reads page, counter and witness together, and decides what to add from now on. */
  private Anchor look(Anchor last) {
    while (true) {
      VcpuTimeInfo info = VcpuTimeInfo.read(page, 0);
      Look best = null;
      // A thread that loses its processor in between makes a wide bracket: take the best of some.
      for (int i = 0; i < BRACKETS; i++) {
        long before = witness.getAsLong();
        long ticks = counter.read();
        long width = witness.getAsLong() - before;
        if (best == null || width < best.width()) {
          best = new Look(ticks, before + (width >>> 1), width);
        }
      }
      if (page.loadInt(0) == info.version()) {
        return last == null ? Anchor.of(info, 0, best) : next(last, info, best);
      }
    }
  }

  private static Anchor next(Anchor last, VcpuTimeInfo info, Look look) {
    Look then = last.look();
    long passed = look.witness() - then.witness();
    long jump = info.nanosAt(look.ticks()) + last.lift() - (last.at(then.ticks()) + passed);
    long tolerance =
        NOISE_NANOS + look.width() + then.width() + (passed > 0 ? passed / RATE_TOLERANCE : 0);
    if (jump > tolerance || jump < -tolerance) {
      return Anchor.of(info, last.lift() - jump, look);
    }
    // An update may correct time backwards by some nanoseconds. This clock does not follow there.
    // More than the tolerance means that the counter has changed, not time.
    Anchor next = Anchor.of(info, last.lift(), look);
    long behind = last.at(look.ticks()) - next.at(look.ticks());
    return behind > 0 && behind <= tolerance ? Anchor.of(info, last.lift() + behind, look) : next;
  }

  @Override
  public OptionalLong periodPicos() {
    return guarded.periodPicos();
  }

  @Override
  public SuspendBehavior suspendBehavior() {
    return guarded.suspendBehavior();
  }

  /**
   * Counter and witness at one moment.
   *
   * @param ticks the counter
   * @param witness the kernel's clock, in nanoseconds
   * @param width how far apart the two may be, in nanoseconds
   */
  private record Look(long ticks, long witness, long width) {}

  /**
   * What a reading needs, and what the next look at the page is compared with.
   *
   * @param version the page's version if time is made from this object, else {@link #NEVER}
   * @param stamp counter at which the page was written
   * @param base this clock's nanoseconds at the stamp
   * @param factor nanoseconds for a tick, in units of 2^−64
   * @param lift what this clock adds to hypervisor time
   * @param info what the page says
   * @param look when the page was looked at
   */
  private record Anchor(
      int version, long stamp, long base, long factor, long lift, VcpuTimeInfo info, Look look) {

    static Anchor of(VcpuTimeInfo info, long lift, Look look) {
      // A counter below 1 GHz has a shift to the left, which does not fit the factor.
      boolean isSimple = info.stable() && info.shift() <= 0;
      return new Anchor(
          isSimple ? info.version() : NEVER,
          info.counterStamp(),
          info.systemTime() + lift,
          isSimple ? info.multiplier() << (32 + info.shift()) : 0,
          lift,
          info,
          look);
    }

    /**
     * {@link VcpuTimeInfo#nanosAt} with one product. The shift to the right is part of the factor,
     * so that the bits which the ABI's formula shifts out count: the result is the same or one
     * more.
     */
    long nanosAt(long counter) {
      long ticks = counter - stamp;
      return ticks < 0 ? base : base + Math.unsignedMultiplyHigh(ticks, factor);
    }

    /** What this clock shows, whichever way it is made. */
    long at(long counter) {
      return version == NEVER ? info.nanosAt(counter) + lift : nanosAt(counter);
    }
  }
}
