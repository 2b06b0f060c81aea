package io.foliot.clock.solo5;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.c.Include;

/**
 * The functions of Solo5 for a program that TeaVM translates to C and that is linked as a
 * unikernel. The C code includes {@code solo5.h} and calls them directly.
 *
 * <p>On a JVM these methods throw {@link UnsatisfiedLinkError}; use {@link Solo5Clocks} there.
 */
public final class Solo5Imports implements Solo5 {
  /** Creates the functions. */
  public Solo5Imports() {}

  @Override
  public long clockMonotonic() {
    return Functions.monotonic();
  }

  @Override
  public long clockWall() {
    return Functions.wall();
  }

  @Override
  public void yield(long deadlineNanos) {
    Functions.yieldUntil(deadlineNanos, Address.fromInt(0));
  }

  /** Separate, because it refers to classes of TeaVM, which are missing on a JVM. */
  private static final class Functions {
    @Include("solo5.h")
    @Import(name = "solo5_clock_monotonic")
    static native long monotonic();

    @Include("solo5.h")
    @Import(name = "solo5_clock_wall")
    static native long wall();

    @Include("solo5.h")
    @Import(name = "solo5_yield")
    static native void yieldUntil(long deadlineNanos, Address readySet);
  }
}
