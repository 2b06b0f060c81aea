package io.foliot.junit;

import io.foliot.clock.SuspendBehavior;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Injects a {@link io.foliot.clock.ManualClock} of its own into each test.
 *
 * <pre>{@code
 * @ManualTime(wall = "2026-11-22T08:57:00Z")
 * class LeaseTest {
 *   @Test
 *   void endsAfterAMinute(ManualClock clock) {
 *     Lease lease = new Lease(Duration.ofMinutes(1), clock);
 *     clock.advance(Duration.ofMinutes(1));
 *     assertTrue(lease.hasEnded());
 *   }
 * }
 * }</pre>
 *
 * <p>A parameter of type {@code ManualClock}, {@code MonotonicClock}, {@code PosixClock}, {@code
 * BoundedPosixClock} or {@code Sleeper} receives that clock, the same one in the test method and in
 * its {@code @BeforeEach} and {@code @AfterEach} methods. Each invocation of a repeated or
 * parameterized test has its own. Constructors, {@code @BeforeAll} and {@code @AfterAll} methods
 * cannot have such a parameter: with a shared clock, one test would move the time of another.
 *
 * <p>The annotation of a method overrides that of its class, which overrides that of an enclosing
 * class.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ManualClockExtension.class)
public @interface ManualTime {
  /** {@return the first reading of the wall clock, as {@code PosixTime.parse} reads it} */
  String wall() default "1970-01-01T00:00:00Z";

  /** {@return the first reading of the monotonic clock, as {@code Duration.parse} reads it} */
  String elapsed() default "0s";

  /** {@return whether the monotonic clock {@code STOPS} or {@code COUNTS} during suspend} */
  SuspendBehavior suspendBehavior() default SuspendBehavior.STOPS;
}
