package io.foliot.clock.posix.kernel;

import io.foliot.clock.ClockUnavailableException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * A native function bound to a method handle, or the reason why it cannot be called. Every native
 * call of clock-posix and clock-xen goes through here.
 *
 * <p>Keep it in a {@code static final} field: the JIT compiler then inlines the call, and a failure
 * to bind refuses a clock instead of breaking the initialization of a class.
 *
 * @param handle calls the function; null if it cannot be called
 * @param refusal why it cannot be called; null if it can
 */
public record NativeFunction(MethodHandle handle, String refusal) {
  private static final String PORTABLE = "; Clocks.installed() works on every system";

  /**
   * Binds a function of the C library.
   *
   * @param symbol name of the function
   * @param descriptor its parameters and result
   * @param options of the call
   * @return the function, or the reason why it cannot be called
   */
  @SuppressWarnings("restricted")
  public static NativeFunction bind(
      String symbol, FunctionDescriptor descriptor, Linker.Option... options) {
    try {
      String unsupported =
          unsupported(symbol, System.getProperty("os.name", ""), ValueLayout.ADDRESS.byteSize());
      if (unsupported != null) {
        return refused(unsupported);
      }
      Linker linker = Linker.nativeLinker();
      Optional<MemorySegment> address = linker.defaultLookup().find(symbol);
      return address.isEmpty()
          ? refused(missing(symbol, OperatingSystem.CURRENT))
          : new NativeFunction(linker.downcallHandle(address.get(), descriptor, options), null);
    } catch (IllegalCallerException denied) {
      return refused(denied());
    } catch (UnsupportedOperationException | LinkageError e) {
      return refused(notLinkable(e.getMessage()));
    }
  }

  /**
   * Binds machine code.
   *
   * @param address of the code, in executable memory that stays mapped
   * @param descriptor parameters and result
   * @return the function, or the reason why it cannot be called
   */
  @SuppressWarnings("restricted")
  public static NativeFunction bind(long address, FunctionDescriptor descriptor) {
    try {
      return new NativeFunction(
          Linker.nativeLinker()
              .downcallHandle(
                  MemorySegment.ofAddress(address), descriptor, Linker.Option.critical(false)),
          null);
    } catch (IllegalCallerException denied) {
      return refused(denied());
    }
  }

  /**
   * {@return the address of a function of the C library}
   *
   * @param symbol name of the function
   * @throws ClockUnavailableException if the C library does not export it
   */
  public static long addressOf(String symbol) {
    return Linker.nativeLinker()
        .defaultLookup()
        .find(symbol)
        .orElseThrow(
            () -> new ClockUnavailableException(symbol, missing(symbol, OperatingSystem.CURRENT)))
        .address();
  }

  /**
   * {@return a function that cannot be called}
   *
   * @param reason why, and what to do
   */
  public static NativeFunction refused(String reason) {
    return new NativeFunction(null, reason);
  }

  static String unsupported(String symbol, String osName, long pointerBytes) {
    if (OperatingSystem.of(osName) == OperatingSystem.OTHER) {
      return symbol + " needs Linux, macOS or FreeBSD, and this is " + osName + PORTABLE;
    }
    return pointerBytes == 8 ? null : symbol + " needs a 64-bit JVM" + PORTABLE;
  }

  static String missing(String symbol, OperatingSystem system) {
    return "the C library of " + system + " does not export " + symbol + PORTABLE;
  }

  static String notLinkable(String cause) {
    return "this JVM cannot call native functions (" + cause + ")" + PORTABLE;
  }

  static String denied() {
    Module module = NativeFunction.class.getModule();
    return "native access is denied; start java with --enable-native-access="
        + (module.isNamed() ? module.getName() : "ALL-UNNAMED");
  }

  /** {@return whether the function can be called} */
  public boolean isBound() {
    return handle != null;
  }

  /**
   * Requires that the function can be called.
   *
   * @param clock that needs it
   * @return this
   * @throws ClockUnavailableException if the function cannot be called
   */
  public NativeFunction require(String clock) {
    if (handle == null) {
      throw new ClockUnavailableException(clock, refusal);
    }
    return this;
  }

  /**
   * Rethrows what a call or the code around it threw. Native functions throw nothing, so a checked
   * exception is a bug.
   *
   * @param thrown what {@link MethodHandle#invokeExact} threw
   * @return never
   */
  public static AssertionError rethrow(Throwable thrown) {
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    throw new AssertionError("a native call threw", thrown);
  }
}
