package io.foliot.clock.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A clock of the C library, read by a plain call: the reference for coarse clocks, whose error on a
 * stalled machine has no bound against {@code System.nanoTime}.
 */
final class LibcClock {
  private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

  /** Clock ids of Linux and FreeBSD. */
  static final LibcClock MONOTONIC_COARSE = new LibcClock(LINUX ? 6 : 12);

  static final LibcClock REALTIME_COARSE = new LibcClock(LINUX ? 5 : 10);

  @SuppressWarnings("restricted")
  private static final MethodHandle CLOCK_GETTIME =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().find("clock_gettime").orElseThrow(),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

  /** One per thread, so that readings allocate nothing. */
  private static final ThreadLocal<MemorySegment> TIME =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(16, 8));

  private final int id;

  private LibcClock(int id) {
    this.id = id;
  }

  long nanos() {
    MemorySegment time = TIME.get();
    try {
      if ((int) CLOCK_GETTIME.invokeExact(id, time) != 0) {
        throw new IllegalStateException("clock_gettime(" + id + ") failed");
      }
    } catch (RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
    return time.get(ValueLayout.JAVA_LONG, 0) * 1_000_000_000 + time.get(ValueLayout.JAVA_LONG, 8);
  }
}
