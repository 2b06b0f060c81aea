package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.PosixClock;
import io.foliot.clock.PosixTime;
import io.foliot.clock.posix.kernel.NativeFunction;
import io.foliot.clock.posix.kernel.OperatingSystem;
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
 * dynamic POSIX clock in Linux. <b>Its scale depends on the device</b>: usually TAI where a PTP
 * daemon runs, UTC from a hypervisor, time since power-on otherwise.
 *
 * <p>A reading calls the device's driver and takes between a microsecond and milliseconds. It takes
 * a lock, allocates, and throws {@link ClockUnavailableException} if the device is gone, or {@link
 * IllegalStateException} after {@link #close()}. Safe for use by several threads. Linux only.
 */
public final class PtpClock implements PosixClock, AutoCloseable {
  private static final int O_RDONLY = 0;
  private static final int O_NOCTTY = 0x100;

  /** Opening a pipe without a writer, or a modem line, would otherwise block. */
  private static final int O_NONBLOCK = 0x800;

  private static final int O_CLOEXEC = 0x80000;

  /** The type of a file in its mode, and the type of a character device. */
  private static final int S_IFMT = 0xF000;

  private static final int S_IFCHR = 0x2000;

  private static final class Open {
    static final NativeFunction FUNCTION =
        NativeFunction.bind(
            "open",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
            Libc.ERRNO,
            Linker.Option.firstVariadicArg(2));
  }

  private static final class Close {
    static final NativeFunction FUNCTION =
        NativeFunction.bind("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  }

  private final String name;
  private final int file;
  private final int id;
  private final OptionalLong periodPicos;
  private boolean closed;

  private PtpClock(String name, int file) {
    this.name = name;
    this.file = file;
    // FD_TO_CLOCKID in Linux.
    this.id = ~file << 3 | 3;
    long ignored = Libc.checkedRead(name, id);
    this.periodPicos = OptionalLong.of(Libc.resolutionPicos(name, id));
  }

  /**
   * Opens the clock of a device.
   *
   * @param device path such as {@code /dev/ptp0}
   * @return the clock; close it after use
   * @throws ClockUnavailableException with the errno name if the device cannot be opened or is not
   *     a PTP clock
   */
  public static PtpClock open(Path device) {
    String name = "posix ptp " + VisibleText.whole(device.toString());
    requireLinux(name, OperatingSystem.CURRENT);
    requireCharacterDevice(name, device);
    int file = openFile(name, device);
    try {
      return new PtpClock(name, file);
    } catch (ClockUnavailableException notAClock) {
      closeFile(file);
      throw notAClock;
    }
  }

  static void requireLinux(String name, OperatingSystem system) {
    if (system != OperatingSystem.LINUX) {
      throw new ClockUnavailableException(
          name, "PTP clocks need Linux, and this is " + system + "; use PosixClocks.realtime()");
    }
  }

  /** Refuses other files before they are opened, which may have side effects. */
  private static void requireCharacterDevice(String name, Path device) {
    int mode;
    try {
      mode = (int) Files.getAttribute(device, "unix:mode");
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      // open reports what is wrong.
      return;
    }
    if ((mode & S_IFMT) != S_IFCHR) {
      throw new ClockUnavailableException(
          name, "it is not a character device; expected a PTP clock such as /dev/ptp0");
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
    } catch (Throwable thrown) {
      throw NativeFunction.rethrow(thrown);
    }
  }

  private static void closeFile(int file) {
    try {
      int ignored = (int) Close.FUNCTION.handle().invokeExact(file);
    } catch (Throwable e) {
      throw NativeFunction.rethrow(e);
    }
  }

  @Override
  public PosixTime now() {
    return PosixTime.ofEpochNanos(epochNanos());
  }

  @Override
  public synchronized long epochNanos() {
    // Under the lock: the kernel may reuse the descriptor of a closed file.
    if (closed) {
      throw closed(name);
    }
    return Libc.checkedRead(name, id);
  }

  static IllegalStateException closed(String name) {
    return new IllegalStateException(name + " is closed; open it again with PosixClocks.ptp");
  }

  /**
   * {@inheritDoc}
   *
   * @return empty: the device's scale is unknown
   */
  @Override
  public OptionalInt utcOffsetSeconds() {
    return OptionalInt.empty();
  }

  @Override
  public OptionalLong periodPicos() {
    return periodPicos;
  }

  /** Closes the device. Closing it again has no effect. */
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
