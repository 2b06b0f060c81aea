package io.foliot.clock.xen.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.posix.kernel.KernelFiles;
import io.foliot.clock.posix.kernel.Syscall;
import java.lang.foreign.MemorySegment;

/**
 * Maps {@code shared_info} of this guest, which holds the wall clock. A kernel keeps that page for
 * itself; the control domain (dom0) may map it once more, through {@code /dev/xen/privcmd}: it asks
 * Xen for the number of the frame, then maps the frame.
 *
 * <p>Sources: {@code include/uapi/xen/privcmd.h} in Linux for the two ioctls; {@code
 * xen/include/public/domctl.h} for {@code XEN_DOMCTL_getdomaininfo}; {@code xen.h} for the number
 * of the hypercall and DOMID_SELF.
 */
final class ControlDomain {
  private static final String DEVICE = "/dev/xen/privcmd";
  private static final long IOCTL_HYPERCALL = 0x305000;
  private static final long IOCTL_MMAPBATCH_V2 = 0x205004;
  private static final int HYPERVISOR_DOMCTL = 36;
  private static final int GETDOMAININFO = 5;
  private static final short CONTROL_DOMAIN = 0;
  private static final short DOMID_SELF = 0x7ff0;

  /**
   * XEN_DOMCTL_INTERFACE_VERSION of Xen 4.17 first, which this was run on; then those of its
   * neighbours, where the fields used here have the same places. Xen answers EACCES to others.
   */
  private static final int[] INTERFACE_VERSIONS = {0x15, 0x14, 0x16, 0x17, 0x18};

  private static final long PAGE = SegmentPage.BYTES;
  private static final int READ = 1;
  private static final int READ_WRITE = 3;
  private static final int SHARED = 0x1;
  private static final int PRIVATE_ANONYMOUS_LOCKED_POPULATED = 0x2 | 0x20 | 0x2000 | 0x8000;

  private ControlDomain() {}

  /**
   * Maps the page for the life of the process.
   *
   * @param clock name for the refusal
   * @throws ClockUnavailableException with the step that failed
   */
  static SegmentPage mapSharedInfo(String clock, KernelFiles kernel) {
    if (!kernel.isLinuxOnX86()) {
      throw new ClockUnavailableException(
          clock,
          "the page of dom0 is mapped on Linux on x86-64 only, and this is "
              + kernel.system()
              + " on "
              + kernel.architecture());
    }
    if (!kernel.hypervisorType().equals("xen")) {
      String type = kernel.hypervisorType();
      throw new ClockUnavailableException(
          clock,
          "only Xen shares a wall clock with its guests, and this is not Xen (/sys/hypervisor/type"
              + (type.isEmpty() ? " is missing" : " says " + type)
              + ")");
    }
    Syscall.require(clock);
    long device = Syscall.open(DEVICE);
    if (device < 0) {
      throw refused(clock, "open " + DEVICE, device);
    }
    try {
      long frame = withLockedPage(clock, buffer -> sharedInfoFrame(clock, device, buffer));
      return withLockedPage(clock, buffer -> map(clock, device, buffer, frame));
    } finally {
      Syscall.close(device);
    }
  }

  private interface Use<T> {
    T of(MemorySegment buffer);
  }

  /** Lends memory that stays where it is while Xen writes to it. */
  @SuppressWarnings("restricted")
  private static <T> T withLockedPage(String clock, Use<T> use) {
    long address =
        Syscall.call(Syscall.MMAP, 0, PAGE, READ_WRITE, PRIVATE_ANONYMOUS_LOCKED_POPULATED, -1, 0);
    if (address < 0) {
      throw refused(clock, "lock a page in memory", address);
    }
    try {
      return use.of(MemorySegment.ofAddress(address).reinterpret(PAGE));
    } finally {
      Syscall.call(Syscall.MUNMAP, address, PAGE, 0);
    }
  }

  /**
   * Asks Xen where the page of dom0 is. The question takes no DOMID_SELF; a domain that may ask but
   * is not dom0 is refused when it maps the frame, which is not its own.
   */
  private static long sharedInfoFrame(String clock, long device, MemorySegment buffer) {
    // The first half is struct privcmd_hypercall (operation, 5 arguments), the second the question.
    long half = PAGE / 2;
    long error = 0;
    for (int version : INTERFACE_VERSIONS) {
      buffer.fill((byte) 0);
      buffer.set(JAVA_LONG, 0, HYPERVISOR_DOMCTL);
      buffer.set(JAVA_LONG, 8, buffer.address() + half);
      buffer.set(JAVA_INT, half, GETDOMAININFO);
      buffer.set(JAVA_INT, half + 4, version);
      buffer.set(JAVA_SHORT, half + 8, CONTROL_DOMAIN);
      error = Syscall.call(Syscall.IOCTL, device, IOCTL_HYPERCALL, buffer.address());
      if (error == 0) {
        return buffer.get(JAVA_LONG, half + 64);
      }
      if (error != -Syscall.EACCES) {
        break;
      }
    }
    throw refused(clock, "ask Xen for the frame of shared_info", error);
  }

  private static SegmentPage map(String clock, long device, MemorySegment buffer, long frame) {
    long address = Syscall.call(Syscall.MMAP, 0, PAGE, READ, SHARED, device, 0);
    if (address < 0) {
      throw refused(clock, "map " + DEVICE, address);
    }
    // struct privcmd_mmapbatch_v2 (count, domain, address, frames, errors), then both arrays.
    long frames = 64;
    long errors = 128;
    buffer.set(JAVA_INT, 0, 1);
    buffer.set(JAVA_SHORT, 4, DOMID_SELF);
    buffer.set(JAVA_LONG, 8, address);
    buffer.set(JAVA_LONG, 16, buffer.address() + frames);
    buffer.set(JAVA_LONG, 24, buffer.address() + errors);
    buffer.set(JAVA_LONG, frames, frame);
    long error = Syscall.call(Syscall.IOCTL, device, IOCTL_MMAPBATCH_V2, buffer.address());
    if (error == 0) {
      error = buffer.get(JAVA_INT, errors);
    }
    if (error == 0) {
      error = Syscall.probe(address, (int) PAGE);
    }
    if (error != 0) {
      Syscall.call(Syscall.MUNMAP, address, PAGE, 0);
      throw refused(clock, "map the frame of shared_info", error);
    }
    return SegmentPage.at(address);
  }

  private static ClockUnavailableException refused(String clock, String step, long error) {
    String advice =
        switch ((int) -error) {
          case Syscall.EPERM, Syscall.EACCES ->
              "; only root in the control domain (dom0) may do this, and only on a Xen whose"
                  + " interface is known here (4.16 to 4.21)";
          case Syscall.ENOENT -> "; load the kernel module xen-privcmd";
          default -> "";
        };
    return new ClockUnavailableException(
        clock, "could not " + step + ": " + Syscall.errorName(error) + advice);
  }
}
