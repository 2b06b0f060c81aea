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
 * The functions of Solo5 from a shared library or from the process that the JVM runs in, through
 * {@code java.lang.foreign}. Safe for use by several threads if the functions are.
 */
@SuppressWarnings("restricted") // The caller is asked for native access by the JVM.
final class Solo5Library implements Solo5 {
  private static final String NAME = "solo5";

  /** The longest wait between two looks at the interrupt status, which the function cannot see. */
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

  /** The functions of a shared library, which stays loaded. */
  static Solo5Library of(Path library) {
    SymbolLookup symbols;
    try {
      symbols = SymbolLookup.libraryLookup(library.toAbsolutePath(), Arena.global());
    } catch (IllegalArgumentException notALibrary) {
      throw new ClockUnavailableException(
          NAME, library + " cannot be loaded as a shared library", notALibrary);
    } catch (IllegalCallerException denied) {
      throw denied(denied);
    }
    return new Solo5Library(symbols, library.toString());
  }

  /** The functions that the running process itself exports. */
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
                        + ": it is not a Solo5 unikernel, nor a library that stands in for one"));
  }

  /** Looks in all that is loaded globally, as {@code dlsym(RTLD_DEFAULT, name)} of POSIX does. */
  private static Optional<MemorySegment> findInProcess(String name) {
    Linker linker = Linker.nativeLinker();
    MethodHandle dlsym =
        linker.downcallHandle(
            linker
                .defaultLookup()
                .find("dlsym")
                .orElseThrow(
                    () ->
                        new ClockUnavailableException(
                            NAME, "this platform has no dlsym to look for symbols with")),
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment found =
          (MemorySegment) dlsym.invokeExact(MemorySegment.NULL, arena.allocateFrom(name));
      return found.address() == 0 ? Optional.empty() : Optional.of(found);
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static ClockUnavailableException denied(IllegalCallerException cause) {
    return new ClockUnavailableException(
        NAME,
        "native access is denied; start Java with --enable-native-access=io.foliot.clock.solo5"
            + " (on the class path: ALL-UNNAMED)",
        cause);
  }
}
