package io.foliot.clock.conformance;

import io.foliot.duration.Duration;
import java.util.concurrent.TimeUnit;

/** Lets real time pass. */
final class RealTime {
  /** How long to wait for something that a right implementation does at once. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private RealTime() {}

  static void pass(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }
}
