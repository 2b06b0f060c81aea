package io.foliot.clock.conformance;

import io.foliot.duration.Duration;
import java.util.concurrent.TimeUnit;

/** Lets time pass for a clock. */
interface Pause {
  Pause REAL_TIME = time -> TimeUnit.NANOSECONDS.sleep(time.toNanos());

  void letTimePass(Duration time) throws InterruptedException;
}
