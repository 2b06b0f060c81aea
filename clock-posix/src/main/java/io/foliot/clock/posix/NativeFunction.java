package io.foliot.clock.posix;

import io.foliot.clock.ClockUnavailableException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * A native function that was bound, or the reason why it was not. Kept in {@code static final}
 * fields, so that calls are compiled to plain calls and a failure in a static initialiser stays a
 * refusal with a reason instead of a class that cannot be loaded.
 *
 * @param handle what calls it, or null
 * @param refusal why there is no handle, or null
 */
record NativeFunction(MethodHandle handle, String refusal) {

  /** A function of the C library. */
  @SuppressWarnings("restricted") // That is what this class is for.
  static NativeFunction ofSymbol(
      String symbol, FunctionDescriptor shape, Linker.Option... options) {
    try {
      if (OperatingSystem.HERE == OperatingSystem.OTHER) {
        return refused(
            symbol + " is known on Linux, macOS and FreeBSD, and this is " + OperatingSystem.HERE);
      }
      if (ValueLayout.ADDRESS.byteSize() != 8) {
        return refused("structures are laid out for 64-bit systems, and this JVM has 32 bits");
      }
      Linker linker = Linker.nativeLinker();
      Optional<MemorySegment> address = linker.defaultLookup().find(symbol);
      if (address.isEmpty()) {
        return refused("the C library of " + OperatingSystem.HERE + " has no function " + symbol);
      }
      return new NativeFunction(linker.downcallHandle(address.get(), shape, options), null);
    } catch (IllegalCallerException denied) {
      return refused(deniedMessage());
    } catch (UnsupportedOperationException | LinkageError unsupported) {
      return refused("this JVM cannot call native functions: " + unsupported.getMessage());
    }
  }

  /** A function at an address: machine code of our own. */
  @SuppressWarnings("restricted")
  static NativeFunction ofCode(byte[] code, FunctionDescriptor shape) {
    try {
      long address = ExecutableMemory.install(code);
      MethodHandle handle =
          Linker.nativeLinker()
              .downcallHandle(
                  MemorySegment.ofAddress(address), shape, Linker.Option.critical(false));
      return new NativeFunction(handle, null);
    } catch (ClockUnavailableException refusal) {
      return refused(refusal.reason());
    } catch (IllegalCallerException denied) {
      return refused(deniedMessage());
    }
  }

  /**
   * The address of {@code clock_gettime} for our own code: the kernel's own function that it maps
   * into every process, or else that of the C library, which does nothing but call it.
   *
   * @throws ClockUnavailableException if there is neither
   */
  @SuppressWarnings("restricted")
  static long clockGetTimeAddress() {
    String[] namesInVdso = {"__vdso_clock_gettime", "__kernel_clock_gettime"};
    try {
      SymbolLookup vdso = SymbolLookup.libraryLookup("linux-vdso.so.1", Arena.global());
      for (String name : namesInVdso) {
        Optional<MemorySegment> found = vdso.find(name);
        if (found.isPresent()) {
          return found.get().address();
        }
      }
    } catch (IllegalArgumentException | IllegalCallerException notThere) {
      // A C library that does not list it.
    }
    return addressOf("clock_gettime");
  }

  /**
   * The address of a function of the C library for our own code.
   *
   * @throws ClockUnavailableException if there is no such function
   */
  static long addressOf(String symbol) {
    return Linker.nativeLinker()
        .defaultLookup()
        .find(symbol)
        .orElseThrow(() -> new ClockUnavailableException(symbol, "not in the C library"))
        .address();
  }

  static NativeFunction refused(String why) {
    return new NativeFunction(null, why);
  }

  private static String deniedMessage() {
    Module module = NativeFunction.class.getModule();
    return "native access is denied to this library; start java with --enable-native-access="
        + (module.isNamed() ? module.getName() : "ALL-UNNAMED");
  }

  boolean isBound() {
    return handle != null;
  }

  /** Refuses the thing that needs this function, unless it is bound. */
  NativeFunction require(String neededBy) {
    if (handle == null) {
      throw new ClockUnavailableException(neededBy, refusal);
    }
    return this;
  }
}
