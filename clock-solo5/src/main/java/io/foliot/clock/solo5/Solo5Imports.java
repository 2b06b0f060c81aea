package io.foliot.clock.solo5;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.c.Include;

/**
 * The functions of Solo5 in a program that TeaVM translates to C and that is linked as a unikernel.
 * The translated code includes {@code solo5.h} and calls them directly.
 *
 * <p>On a JVM these methods fail with {@link UnsatisfiedLinkError}; use {@link Solo5Clocks} there.
 */
public final class Solo5Imports implements Solo5 {
  /** The functions that the program is linked with. */
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

  /**
   * Apart, because it names classes of TeaVM, which a JVM that reflects on the outer class lacks.
   */
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
