package io.foliot.benchmarks.duration;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import kotlin.time.Duration;

/**
 * Calls Kotlin's duration, a value class whose functions take a {@code long} and have names that
 * are not legal in Java, through constant method handles, which cost nothing.
 */
final class KotlinDuration {
  private static final MethodHandle PARSE;
  private static final MethodHandle TO_STRING;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      PARSE =
          lookup
              .findVirtual(
                  Duration.Companion.class,
                  "parse-UwyO8pc",
                  MethodType.methodType(long.class, String.class))
              .bindTo(Duration.Companion);
      TO_STRING =
          lookup.findStatic(
              Duration.class, "toString-impl", MethodType.methodType(String.class, long.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private KotlinDuration() {}

  static long parse(String text) throws Throwable {
    return (long) PARSE.invokeExact(text);
  }

  static String toString(long duration) throws Throwable {
    return (String) TO_STRING.invokeExact(duration);
  }
}
