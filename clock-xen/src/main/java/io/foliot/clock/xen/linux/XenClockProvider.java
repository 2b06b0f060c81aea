package io.foliot.clock.xen.linux;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.Sleeper;
import java.util.List;

/**
 * The provider {@code xen}: Xen's wall clock for a program in dom0, with priority 5. The kernel's
 * own clocks, which the provider {@code posix} has, are preferred; this one is used where it is
 * forced, or asked for by name.
 */
public final class XenClockProvider implements ClockProvider {
  private static final String NAME = "xen";

  /** A provider. Nothing is loaded yet. */
  public XenClockProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int priority() {
    return 5;
  }

  /**
   * Refused: the kernel of a guest has the hypervisor's time itself.
   *
   * @throws ClockUnavailableException always
   */
  @Override
  public MonotonicClock monotonic() {
    throw kernelHasIt();
  }

  /**
   * {@inheritDoc}
   *
   * @return {@link Dom0Clocks#wall()}
   */
  @Override
  public PosixClock posix() {
    return Dom0Clocks.wall();
  }

  /**
   * Refused, as {@link #monotonic()}.
   *
   * @throws ClockUnavailableException always
   */
  @Override
  public Sleeper sleeper() {
    throw kernelHasIt();
  }

  private static ClockUnavailableException kernelHasIt() {
    return new ClockUnavailableException(
        NAME,
        "a Linux guest has the hypervisor's time from its kernel: use the provider posix (module"
            + " clock-posix)");
  }

  @Override
  public List<ClockOffer<?>> offers() {
    return List.of(
        ClockOffer.of(
            PosixClock.class, "wall", "wall-clock time of the Xen hypervisor", Dom0Clocks::wall));
  }
}
