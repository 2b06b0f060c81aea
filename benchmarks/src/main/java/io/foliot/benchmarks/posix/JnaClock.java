package io.foliot.benchmarks.posix;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** CLOCK_MONOTONIC by JNA's direct mapping, the faster of its two kinds of call. */
@State(Scope.Thread)
public class JnaClock {
  private static final int CLOCK_MONOTONIC = 1;

  static {
    Native.register(JnaClock.class, "c");
  }

  private final Memory timespec = new Memory(16);

  private static native int clock_gettime(int clock, Pointer timespec);

  long monotonicNanos() {
    int failed = clock_gettime(CLOCK_MONOTONIC, timespec);
    return failed != 0 ? -1 : timespec.getLong(0) * 1_000_000_000 + timespec.getLong(8);
  }
}
