package io.foliot.benchmarks.posix;

import jnr.ffi.LibraryLoader;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** CLOCK_MONOTONIC by jnr-ffi. */
@State(Scope.Thread)
public class JnrClock {
  private static final int CLOCK_MONOTONIC = 1;

  /** The function of the C library. */
  public interface C {
    int clock_gettime(int clock, Pointer timespec);
  }

  private final C c = LibraryLoader.create(C.class).load("c");
  private final Pointer timespec = Memory.allocateDirect(Runtime.getRuntime(c), 16);

  long monotonicNanos() {
    int failed = c.clock_gettime(CLOCK_MONOTONIC, timespec);
    return failed != 0 ? -1 : timespec.getLong(0) * 1_000_000_000 + timespec.getLong(8);
  }
}
