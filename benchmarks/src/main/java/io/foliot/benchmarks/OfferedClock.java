package io.foliot.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The clock that a benchmark reads. Where the machine refuses it, {@link Ratios} skips the
 * benchmark and prints the reason.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OfferedClock {
  /** {@return the name of the clock, {@code provider/offer}} */
  String value();
}
