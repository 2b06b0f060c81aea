package io.foliot.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The clock that a benchmark reads and that a machine may refuse. {@link Ratios} leaves out the
 * benchmark where the clock is refused, and says so.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OfferedClock {
  /**
   * Name of the clock among the offers.
   *
   * @return {@code provider/offer}
   */
  String value();
}
