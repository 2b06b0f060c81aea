package io.foliot.clock.solo5;

import io.foliot.clock.ClockUnavailableException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The functions of Solo5 in a shared library or in this process, called through {@code
 * java.lang.foreign}. Safe for use by several threads if the functions are.
 */
@SuppressWarnings("restricted")
final class Solo5Library implements Solo5 {
  private static final String NAME = "solo5";

  /** The interrupt status is checked this often: {@code solo5_yield} does not see it. */
  private static final long SLICE_NANOS = 5_000_000;

  private static final FunctionDescriptor CLOCK = FunctionDescriptor.of(ValueLayout.JAVA_LONG);
  private static final FunctionDescriptor YIELD =
      FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);

  private final MethodHandle monotonic;
  private final MethodHandle wall;
  private final MethodHandle yielding;

  private Solo5Library(SymbolLookup symbols, String where) {
    Linker linker = Linker.nativeLinker();
    monotonic = linker.downcallHandle(find(symbols, "solo5_clock_monotonic", where), CLOCK);
    wall = linker.downcallHandle(find(symbols, "solo5_clock_wall", where), CLOCK);
    yielding = linker.downcallHandle(find(symbols, "solo5_yield", where), YIELD);
  }

  /** {@return the functions of a shared library, which stays loaded} */
  static Solo5Library of(Path library) {
    SymbolLookup symbols;
    try {
      symbols = SymbolLookup.libraryLookup(library.toAbsolutePath(), Arena.global());
    } catch (IllegalArgumentException notALibrary) {
      throw new ClockUnavailableException(
          NAME,
          library + " cannot be loaded; expected a shared library that implements solo5.h",
          notALibrary);
    } catch (IllegalCallerException denied) {
      throw denied(denied);
    }
    return new Solo5Library(symbols, library.toString());
  }

  /** {@return the functions that this process exports} */
  static Solo5Library inProcess() {
    try {
      return new Solo5Library(Solo5Library::findInProcess, "this process");
    } catch (IllegalCallerException denied) {
      throw denied(denied);
    }
  }

  @Override
  public long clockMonotonic() {
    try {
      return (long) monotonic.invokeExact();
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public long clockWall() {
    try {
      return (long) wall.invokeExact();
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public void yield(long deadlineNanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long slice = clockMonotonic() + SLICE_NANOS;
    long until = Long.compareUnsigned(deadlineNanos, slice) < 0 ? deadlineNanos : slice;
    try {
      yielding.invokeExact(until, MemorySegment.NULL);
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static MemorySegment find(SymbolLookup symbols, String name, String where) {
    return symbols
        .find(name)
        .orElseThrow(
            () ->
                new ClockUnavailableException(
                    NAME,
                    where
                        + " does not export "
                        + name
                        + "; expected a Solo5 unikernel or a library that implements solo5.h"));
  }

  /** Looks in all global symbols of the process: {@code dlsym(RTLD_DEFAULT, name)}. */
  private static Optional<MemorySegment> findInProcess(String name) {
    Linker linker = Linker.nativeLinker();
    MethodHandle dlsym =
        linker.downcallHandle(
            linker.defaultLookup().find("dlsym").orElseThrow(Solo5Library::noDlsym),
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment found =
          (MemorySegment) dlsym.invokeExact(MemorySegment.NULL, arena.allocateFrom(name));
      return found.address() == 0 ? Optional.empty() : Optional.of(found);
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  static ClockUnavailableException noDlsym() {
    return new ClockUnavailableException(
        NAME,
        "the C library does not export dlsym; set the system property "
            + Solo5ClockProvider.LIBRARY_PROPERTY
            + " to a library that exports the functions of Solo5");
  }

  static ClockUnavailableException denied(IllegalCallerException cause) {
    Module module = Solo5Library.class.getModule();
    return new ClockUnavailableException(
        NAME,
        "native access is denied; start java with --enable-native-access="
            + (module.isNamed() ? module.getName() : "ALL-UNNAMED"),
        cause);
  }
}
