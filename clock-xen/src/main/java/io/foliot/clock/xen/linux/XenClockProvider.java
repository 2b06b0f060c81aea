package io.foliot.clock.xen.linux;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.Sleeper;
import java.util.List;

/**
 * The provider {@code xen}: Xen's wall clock for a program in dom0, with priority 5. The provider
 * {@code posix} with the kernel's clocks is preferred; this one is used if it is forced or
 * requested by name.
 */
public final class XenClockProvider implements ClockProvider {
  private static final String NAME = "xen";

  /** Creates the provider. It loads nothing. */
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
   * Refused: the kernel has the hypervisor's time.
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
   * Refused, like {@link #monotonic()}.
   *
   * @throws ClockUnavailableException always
   */
  @Override
  public Sleeper sleeper() {
    throw kernelHasIt();
  }

  private static ClockUnavailableException kernelHasIt() {
    return new ClockUnavailableException(
        NAME, "the kernel has the hypervisor's time; use the provider posix of clock-posix");
  }

  @Override
  public List<ClockOffer<?>> offers() {
    return List.of(
        ClockOffer.of(
            PosixClock.class, "wall", "wall-clock time of the Xen hypervisor", Dom0Clocks::wall));
  }
}
