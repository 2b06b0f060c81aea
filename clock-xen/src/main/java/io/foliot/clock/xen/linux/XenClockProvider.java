package io.foliot.clock.xen.linux;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.Sleeper;
import io.foliot.clock.ThreadClock;
import java.util.List;

/**
 * Offers the hypervisor's clocks to {@code Clocks}. They are chosen only where the kernel itself
 * takes its time from the hypervisor; elsewhere the kernel has a better source, and the clocks that
 * work all the same can be asked for by name.
 */
public final class XenClockProvider implements ClockProvider {
  private static final String NAME = "xen";

  /** Above the kernel's own clocks (10), which cost more to read and have the same source. */
  private static final int PRIORITY = 20;

  private final GuestKernel kernel;

  /** The provider for the machine that this program runs on. */
  public XenClockProvider() {
    this(GuestKernel.THIS);
  }

  XenClockProvider(GuestKernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  /**
   * Hypervisor time, ordered.
   *
   * @throws ClockUnavailableException if there is none, or if the kernel takes its own time from
   *     elsewhere
   */
  @Override
  public MonotonicClock monotonic() {
    checkKernelAgrees();
    return LinuxGuestClocks.ordered();
  }

  /**
   * The wall clock of Xen.
   *
   * @throws ClockUnavailableException outside dom0 of Xen, without privilege, or if the kernel
   *     takes its own time from elsewhere
   */
  @Override
  public PosixClock posix() {
    checkKernelAgrees();
    return LinuxGuestClocks.posix();
  }

  @Override
  public Sleeper sleeper() {
    return Sleeper.parking(monotonic());
  }

  @Override
  public List<ClockOffer<?>> offers() {
    return List.of(
        ClockOffer.of(
            MonotonicClock.class,
            "ordered",
            "time of the Xen or KVM hypervisor",
            LinuxGuestClocks::ordered),
        ClockOffer.of(
            ThreadClock.class,
            "fastest",
            "time of the Xen or KVM hypervisor, not ordered between threads",
            LinuxGuestClocks::fastest),
        ClockOffer.of(
            PosixClock.class,
            "wall",
            "wall-clock time of the Xen hypervisor",
            LinuxGuestClocks::posix));
  }

  private void checkKernelAgrees() {
    String source = kernel.currentClockSource();
    if (!GuestKernel.isParavirtual(source)) {
      throw new ClockUnavailableException(
          NAME,
          (source.isEmpty()
                  ? "the kernel does not say which clock source it uses"
                  : "the kernel itself uses the clock source " + source)
              + ", not a hypervisor's");
    }
  }
}
