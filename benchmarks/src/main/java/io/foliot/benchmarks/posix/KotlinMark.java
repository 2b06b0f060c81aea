package io.foliot.benchmarks.posix;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import kotlin.time.TimeSource;

/**
 * Kotlin's monotonic clock. Its mark is a value class, so the name of the function that returns it
 * is not legal in Java; a constant method handle calls it at no cost.
 */
final class KotlinMark {
  private static final MethodHandle MARK_NOW;

  static {
    try {
      MARK_NOW =
          MethodHandles.lookup()
              .findVirtual(
                  TimeSource.Monotonic.class, "markNow-z9LOYto", MethodType.methodType(long.class))
              .bindTo(TimeSource.Monotonic.INSTANCE);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private KotlinMark() {}

  static long now() {
    try {
      return (long) MARK_NOW.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException("Kotlin's clock failed", e);
    }
  }
}
