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
 * Gives each test a {@link io.foliot.clock.ManualClock} of its own.
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
 * BoundedPosixClock} or {@code Sleeper} is that clock, the same one in the test method and in its
 * {@code @BeforeEach} and {@code @AfterEach} methods. Each invocation of a repeated or
 * parameterized test has its own. Constructors, {@code @BeforeAll} and {@code @AfterAll} methods
 * get none, because a clock that tests share would let one test move the time of another.
 *
 * <p>The annotation of a method counts before that of its class, and that of a class before that of
 * the class around it.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ManualClockExtension.class)
public @interface ManualTime {
  /**
   * What the wall clock reads first.
   *
   * @return text that {@code PosixTime.parse} reads
   */
  String wall() default "1970-01-01T00:00:00Z";

  /**
   * What the monotonic clock reads first.
   *
   * @return text that {@code Duration.parse} reads
   */
  String elapsed() default "0s";

  /**
   * What the monotonic clock does while the machine is suspended.
   *
   * @return {@code STOPS} or {@code COUNTS}
   */
  SuspendBehavior suspendBehavior() default SuspendBehavior.STOPS;
}
