package io.foliot.clock.xen.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.posix.kernel.Errno;
import io.foliot.clock.posix.kernel.KernelFiles;
import io.foliot.clock.posix.kernel.Syscall;
import java.lang.foreign.MemorySegment;

/**
 * Maps {@code shared_info}, which contains the wall clock. The kernel does not map that page into
 * processes, but the control domain (dom0) can map it through {@code /dev/xen/privcmd}: it asks Xen
 * for the frame number, then maps the frame.
 *
 * <p>Sources: {@code include/uapi/xen/privcmd.h} in Linux for the ioctls; {@code
 * xen/include/public/domctl.h} for {@code XEN_DOMCTL_getdomaininfo}; {@code xen.h} for the number
 * of the hypercall and DOMID_SELF.
 */
final class Privcmd {
  private static final String DEVICE = "/dev/xen/privcmd";
  private static final long IOCTL_HYPERCALL = 0x305000;
  private static final long IOCTL_MMAPBATCH_V2 = 0x205004;
  private static final int HYPERVISOR_DOMCTL = 36;
  private static final int GETDOMAININFO = 5;
  private static final short DOM0 = 0;
  private static final short DOMID_SELF = 0x7ff0;

  /**
   * XEN_DOMCTL_INTERFACE_VERSION of Xen 4.17 first, the version this was tested on; then its
   * neighbors, in which the fields used here have the same offsets. Xen returns EACCES for any
   * other version.
   */
  private static final int[] INTERFACE_VERSIONS = {0x15, 0x14, 0x16, 0x17, 0x18};

  private static final long PAGE = 4096;
  private static final int PROT_READ = 1;
  private static final int PROT_READ_WRITE = 3;
  private static final int MAP_SHARED = 1;

  /**
   * MAP_PRIVATE, MAP_ANONYMOUS, MAP_LOCKED, MAP_POPULATE: stays in place while Xen writes to it.
   */
  private static final int MAP_LOCKED_BUFFER = 0x2 | 0x20 | 0x2000 | 0x8000;

  private Privcmd() {}

  /**
   * {@return {@code shared_info} of dom0, mapped for the life of the process}
   *
   * @param clock name for the refusal
   * @throws ClockUnavailableException with the step that failed
   */
  static MemorySegment mapSharedInfo(String clock, KernelFiles kernel) {
    requireXen(clock, kernel);
    Syscall.require(clock);
    long device = Syscall.open(DEVICE);
    if (device < 0) {
      throw failed(clock, "open of " + DEVICE, device);
    }
    try {
      long frame = withBuffer(clock, buffer -> sharedInfoFrame(clock, device, buffer));
      return withBuffer(clock, buffer -> map(clock, device, buffer, frame));
    } finally {
      Syscall.close(device);
    }
  }

  static void requireXen(String clock, KernelFiles kernel) {
    if (!kernel.isLinuxOnX86()) {
      throw new ClockUnavailableException(
          clock,
          "shared_info can be mapped on Linux on x86-64 only, and this is "
              + kernel.system()
              + " on "
              + kernel.architecture()
              + "; use PosixClocks.realtime()");
    }
    String type = kernel.hypervisorType();
    if (!type.equals("xen")) {
      throw new ClockUnavailableException(
          clock,
          "this is not a Xen guest: /sys/hypervisor/type "
              + (type.isEmpty() ? "is missing" : "is " + type + ", expected xen")
              + "; use PosixClocks.realtime()");
    }
  }

  private interface BufferFunction<T> {
    T apply(MemorySegment buffer);
  }

  private static <T> T withBuffer(String clock, BufferFunction<T> function) {
    long address = Syscall.call(Syscall.MMAP, 0, PAGE, PROT_READ_WRITE, MAP_LOCKED_BUFFER, -1, 0);
    if (address < 0) {
      throw failed(clock, "mmap of a locked page", address);
    }
    try {
      return function.apply(Syscall.memory(address, PAGE));
    } finally {
      Syscall.call(Syscall.MUNMAP, address, PAGE, 0);
    }
  }

  /**
   * Asks Xen for the frame of dom0's {@code shared_info}; the hypercall does not accept DOMID_SELF.
   * A domain that may ask but is not dom0 is refused when it maps the frame, which is not its own.
   */
  private static long sharedInfoFrame(String clock, long device, MemorySegment buffer) {
    // First half: struct privcmd_hypercall (operation, 5 arguments). Second half: the domctl.
    long half = PAGE / 2;
    long error = 0;
    for (int version : INTERFACE_VERSIONS) {
      buffer.fill((byte) 0);
      buffer.set(JAVA_LONG, 0, HYPERVISOR_DOMCTL);
      buffer.set(JAVA_LONG, 8, buffer.address() + half);
      buffer.set(JAVA_INT, half, GETDOMAININFO);
      buffer.set(JAVA_INT, half + 4, version);
      buffer.set(JAVA_SHORT, half + 8, DOM0);
      error = Syscall.call(Syscall.IOCTL, device, IOCTL_HYPERCALL, buffer.address());
      if (error == 0) {
        return buffer.get(JAVA_LONG, half + 64);
      }
      if (error != -Errno.EACCES) {
        break;
      }
    }
    throw failed(clock, "XEN_DOMCTL_getdomaininfo", error);
  }

  private static MemorySegment map(String clock, long device, MemorySegment buffer, long frame) {
    long address = Syscall.call(Syscall.MMAP, 0, PAGE, PROT_READ, MAP_SHARED, device, 0);
    if (address < 0) {
      throw failed(clock, "mmap of " + DEVICE, address);
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
      throw failed(clock, "mapping the frame of shared_info", error);
    }
    return Syscall.memory(address, PAGE);
  }

  /** Returns the refusal for a step that failed with a negated error number. */
  static ClockUnavailableException failed(String clock, String step, long error) {
    int errno = (int) -error;
    String advice =
        switch (errno) {
          case Errno.EPERM, Errno.EACCES -> "; run as root in dom0, on Xen 4.16 to 4.21";
          case Errno.ENOENT -> "; load the kernel module xen-privcmd";
          default -> "";
        };
    return new ClockUnavailableException(
        clock, step + " failed with " + Errno.name(errno) + advice);
  }
}
