package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import io.foliot.duration.VisibleText;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The clock of a PTP device, such as {@code /dev/ptp0} of a network card or of a hypervisor: a
 * dynamic POSIX clock in Linux. <b>Its scale is the device's affair</b>: commonly TAI where a PTP
 * daemon runs, UTC from a hypervisor, time since power-on otherwise.
 *
 * <p>A reading goes through the device's driver and takes from a microsecond to milliseconds; it
 * takes a lock, allocates a little, and throws {@link ClockUnavailableException} if the device has
 * gone, or {@link IllegalStateException} after {@link #close()}. Safe for use by several threads.
 *
 * <p>Linux only.
 */
public final class PtpClock implements PosixClock, AutoCloseable {
  private static final int O_RDONLY = 0;
  private static final int O_NOCTTY = 0x100;

  /** A pipe without a writer, or a modem line, would otherwise be waited for. */
  private static final int O_NONBLOCK = 0x800;

  private static final int O_CLOEXEC = 0x80000;

  /** The part of a file's mode that tells its kind, and the kind of a character device. */
  private static final int S_IFMT = 0xF000;

  private static final int S_IFCHR = 0x2000;

  private static final class Open {
    static final NativeFunction FUNCTION =
        NativeFunction.ofSymbol(
            "open",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
            Libc.ERRNO,
            Linker.Option.firstVariadicArg(2));
  }

  private static final class Close {
    static final NativeFunction FUNCTION =
        NativeFunction.ofSymbol("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  }

  private final String name;
  private final int file;
  private final int id;
  private final OptionalLong periodPicos;
  private boolean closed;

  private PtpClock(String name, int file) {
    this.name = name;
    this.file = file;
    // The kernel's numbering of dynamic clocks: the file's complement, and 3 in the low bits.
    this.id = ~file << 3 | 3;
    long ignored = Libc.checkedRead(name, id);
    this.periodPicos = OptionalLong.of(Libc.resolutionPicos(name, id));
  }

  /**
   * Opens a device for reading its time.
   *
   * @param device path such as {@code /dev/ptp0}
   * @return the clock; close it when it is not needed any more
   * @throws ClockUnavailableException if it cannot be opened or is no PTP clock, with the errno
   *     name
   */
  public static PtpClock open(Path device) {
    String name = "posix ptp " + VisibleText.whole(device.toString());
    if (OperatingSystem.HERE != OperatingSystem.LINUX) {
      throw new ClockUnavailableException(name, OperatingSystem.HERE + " has no PTP clock devices");
    }
    requireDevice(name, device);
    int file = openFile(name, device);
    try {
      return new PtpClock(name, file);
    } catch (ClockUnavailableException notAClock) {
      closeFile(file);
      throw notAClock;
    }
  }

  /** Refuses what is clearly something else before it is opened, which may have effects there. */
  private static void requireDevice(String name, Path device) {
    int mode;
    try {
      mode = (int) Files.getAttribute(device, "unix:mode");
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      // open() says what is wrong with it.
      return;
    }
    if ((mode & S_IFMT) != S_IFCHR) {
      throw new ClockUnavailableException(
          name, "it is not a device; a PTP clock has a name such as /dev/ptp0");
    }
  }

  private static int openFile(String name, Path device) {
    NativeFunction open = Open.FUNCTION.require(name);
    Close.FUNCTION.require(name);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = Libc.callState(arena);
      MemorySegment path = arena.allocateFrom(device.toString());
      int file =
          (int)
              open.handle().invokeExact(state, path, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
      if (file < 0) {
        throw Libc.failed(name, "open", Libc.errno(state));
      }
      return file;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw Libc.unexpected(e);
    }
  }

  private static void closeFile(int file) {
    try {
      int ignored = (int) Close.FUNCTION.handle().invokeExact(file);
    } catch (Throwable e) {
      throw Libc.unexpected(e);
    }
  }

  @Override
  public PosixTime now() {
    return PosixTime.ofEpochNanos(epochNanos());
  }

  @Override
  public synchronized long epochNanos() {
    // Under the lock: the kernel may give a closed file's number to another file.
    if (closed) {
      throw new IllegalStateException(name + " is closed");
    }
    return Libc.checkedRead(name, id);
  }

  /**
   * {@inheritDoc}
   *
   * @return empty: the device's scale is not known
   */
  @Override
  public OptionalInt utcOffsetSeconds() {
    return OptionalInt.empty();
  }

  @Override
  public OptionalLong periodPicos() {
    return periodPicos;
  }

  /** Closes the device. Closing again does nothing. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      closeFile(file);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
