package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.ClockUnavailableException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.util.function.Function;

/** Machine code that reads the cycle counter, in the two ways of {@link CycleCounter}. */
final class Counter {
  private static final FunctionDescriptor READ = FunctionDescriptor.of(JAVA_LONG);
  private static final FunctionDescriptor SINCE = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG);
  private static final NativeFunction UNORDERED = bind(MachineCode::unordered, false, READ);
  private static final NativeFunction ORDERED = bind(MachineCode::ordered, true, READ);
  private static final NativeFunction ORDERED_SINCE = bind(MachineCode::orderedSince, true, SINCE);
  private static final MethodHandle READ_UNORDERED = UNORDERED.handle();
  private static final MethodHandle READ_ORDERED = ORDERED.handle();
  private static final MethodHandle READ_ORDERED_SINCE = ORDERED_SINCE.handle();

  private Counter() {}

  private static NativeFunction bind(
      Function<MachineCode, byte[]> function, boolean ordered, FunctionDescriptor shape) {
    try {
      MachineCode code = MachineCode.here();
      Libc.requireReadableCounter("cycle counter");
      if (ordered) {
        CounterGate.requireOrderedRead(code);
      }
      return NativeFunction.ofCode(function.apply(code), shape);
    } catch (ClockUnavailableException refusal) {
      return NativeFunction.refused(refusal.reason());
    }
  }

  /** Refuses the thing that needs the counter if it cannot be read. */
  static CycleCounter unordered(String neededBy) {
    UNORDERED.require(neededBy);
    return Unordered.INSTANCE;
  }

  /** Refuses the thing that needs the counter if it cannot be read. */
  static CycleCounter ordered(String neededBy) {
    ORDERED.require(neededBy);
    ORDERED_SINCE.require(neededBy);
    return Ordered.INSTANCE;
  }

  /** Reads the counter; only after {@link #unordered(String)} has not refused. */
  static long readUnordered() {
    try {
      return (long) READ_UNORDERED.invokeExact();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw Libc.unexpected(e);
    }
  }

  /**
   * Reads the counter behind earlier loads; only after {@link #ordered(String)} has not refused.
   */
  static long readOrdered() {
    try {
      return (long) READ_ORDERED.invokeExact();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw Libc.unexpected(e);
    }
  }

  /**
   * Reads the counter behind earlier loads; only after {@link #ordered(String)} has not refused.
   *
   * @return ticks since the start
   */
  static long readOrderedSince(long start) {
    try {
      return (long) READ_ORDERED_SINCE.invokeExact(start);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw Libc.unexpected(e);
    }
  }

  private static final class Unordered implements CycleCounter {
    static final Unordered INSTANCE = new Unordered();

    @Override
    public long read() {
      return readUnordered();
    }
  }

  private static final class Ordered implements CycleCounter {
    static final Ordered INSTANCE = new Ordered();

    @Override
    public long read() {
      return readOrdered();
    }
  }
}
