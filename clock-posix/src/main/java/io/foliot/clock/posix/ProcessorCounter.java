package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.counter.CycleCounter;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.util.function.Function;

/**
 * The processor's own counter: the time-stamp counter of x86-64, or the virtual count of AArch64's
 * generic timer. It counts ticks of a rate that only the kernel knows, from an origin that means
 * nothing.
 *
 * <p>This is the raw material of {@link PosixClocks#fastest()} and {@link PosixClocks#ordered()},
 * and of clocks whose scale a hypervisor publishes. <b>It is no clock:</b> whether the counter is
 * the same on all processors, and whether it stops in suspend, is not checked here.
 *
 * <p>Thread safety: safe for any number of threads; allocates nothing.
 */
public final class ProcessorCounter {
  private static final FunctionDescriptor READ = FunctionDescriptor.of(JAVA_LONG);
  private static final NativeFunction UNORDERED = bind(MachineCode::unordered);
  private static final NativeFunction ORDERED = bind(MachineCode::ordered);
  private static final MethodHandle READ_UNORDERED = UNORDERED.handle();
  private static final MethodHandle READ_ORDERED = ORDERED.handle();

  private ProcessorCounter() {}

  private static NativeFunction bind(Function<MachineCode, byte[]> function) {
    try {
      MachineCode code = MachineCode.here();
      Libc.requireReadableCounter("cycle counter");
      return NativeFunction.ofCode(function.apply(code), READ);
    } catch (ClockUnavailableException refusal) {
      return NativeFunction.refused(refusal.reason());
    }
  }

  /**
   * The counter, read at any moment that suits the processor. The read may be moved before earlier
   * loads and behind later ones, so that between threads it seems to go backwards.
   *
   * @return the counter
   * @throws ClockUnavailableException if this processor or system does not let programs read it,
   *     native access is denied, or memory cannot be made executable
   */
  public static CycleCounter unordered() {
    requireUnordered("unordered cycle counter");
    return ProcessorCounter::readUnordered;
  }

  /**
   * The counter, read after all earlier loads of the thread: a thread that has seen what another
   * wrote after reading the counter reads no less than the other did.
   *
   * @return the counter
   * @throws ClockUnavailableException if this processor or system does not let programs read it,
   *     native access is denied, or memory cannot be made executable
   */
  public static CycleCounter ordered() {
    requireOrdered("ordered cycle counter");
    return ProcessorCounter::readOrdered;
  }

  /** Refuses what needs the counter if it cannot be read at any moment. */
  static void requireUnordered(String neededBy) {
    UNORDERED.require(neededBy);
  }

  /** Refuses what needs the counter if it cannot be read in order. */
  static void requireOrdered(String neededBy) {
    ORDERED.require(neededBy);
  }

  /** Reads the counter; only after {@link #requireUnordered} has not refused. */
  static long readUnordered() {
    try {
      return (long) READ_UNORDERED.invokeExact();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw Libc.unexpected(e);
    }
  }

  /** Reads the counter behind earlier loads; only after {@link #requireOrdered}. */
  static long readOrdered() {
    try {
      return (long) READ_ORDERED.invokeExact();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw Libc.unexpected(e);
    }
  }
}
