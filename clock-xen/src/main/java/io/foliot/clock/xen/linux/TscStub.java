package io.foliot.clock.xen.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.xen.CycleCounter;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Stand-in for clock-posix's counters. */
@SuppressWarnings("restricted")
final class TscStub {
  private static final MethodHandle PLAIN = install("0f3148c1e2204809d0c3");
  private static final MethodHandle ORDERED = install("0faee80f3148c1e2204809d0c3");

  static CycleCounter counter(String name, boolean ordered) {
    return ordered ? TscStub::ordered : TscStub::plain;
  }

  static long plain() {
    try {
      return (long) PLAIN.invokeExact();
    } catch (Throwable t) {
      throw new AssertionError(t);
    }
  }

  static long ordered() {
    try {
      return (long) ORDERED.invokeExact();
    } catch (Throwable t) {
      throw new AssertionError(t);
    }
  }

  private static MethodHandle install(String hex) {
    long page = Syscall.call(Syscall.MMAP, 0, 4096, 3, 0x22, -1, 0);
    MemorySegment.ofAddress(page)
        .reinterpret(4096)
        .copyFrom(MemorySegment.ofArray(java.util.HexFormat.of().parseHex(hex)));
    Syscall.call(10, page, 4096, 5);
    return Linker.nativeLinker()
        .downcallHandle(
            MemorySegment.ofAddress(page),
            FunctionDescriptor.of(JAVA_LONG),
            Linker.Option.critical(false));
  }
}
