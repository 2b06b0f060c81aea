package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.counter.CycleCounter;
import io.foliot.clock.posix.kernel.NativeFunction;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.util.function.Function;

/**
 * The processor's cycle counter: the time-stamp counter of x86-64, or the virtual count of
 * AArch64's generic timer. Its rate is known to the kernel only, and its origin is arbitrary.
 *
 * <p>{@link PosixClocks#fastest()} and {@link PosixClocks#ordered()} are made of it, and so are
 * clocks whose scale a hypervisor publishes. <b>It is not a clock:</b> nothing here checks whether
 * the counter agrees between processors or stops in suspend.
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
      MachineCode code = MachineCode.current();
      Libc.requireReadableCounter("cycle counter");
      return ExecutableMemory.bind(function.apply(code), READ);
    } catch (ClockUnavailableException refusal) {
      return NativeFunction.refused(refusal.reason());
    }
  }

  /**
   * Returns the counter, read in any order. The processor may read it before earlier loads or after
   * later ones, so between threads it may appear to go back.
   *
   * @return the counter
   * @throws ClockUnavailableException if this processor or system does not let programs read the
   *     counter, native access is denied, or memory cannot be made executable
   */
  public static CycleCounter unordered() {
    requireUnordered("unordered cycle counter");
    return ProcessorCounter::readUnordered;
  }

  /**
   * Returns the counter, read after all earlier loads of the thread: a thread that has seen what
   * another wrote after reading the counter reads no less than the other did.
   *
   * @return the counter
   * @throws ClockUnavailableException as for {@link #unordered()}
   */
  public static CycleCounter ordered() {
    requireOrdered("ordered cycle counter");
    return ProcessorCounter::readOrdered;
  }

  static void requireUnordered(String clock) {
    UNORDERED.require(clock);
  }

  static void requireOrdered(String clock) {
    ORDERED.require(clock);
  }

  /** Reads the counter; call {@link #requireUnordered} first. */
  static long readUnordered() {
    try {
      return (long) READ_UNORDERED.invokeExact();
    } catch (Throwable thrown) {
      throw NativeFunction.rethrow(thrown);
    }
  }

  /** Reads the counter after all earlier loads; call {@link #requireOrdered} first. */
  static long readOrdered() {
    try {
      return (long) READ_ORDERED.invokeExact();
    } catch (Throwable thrown) {
      throw NativeFunction.rethrow(thrown);
    }
  }
}
