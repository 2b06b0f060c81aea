package io.foliot.examples;

import io.foliot.clock.ManualClock;
import io.foliot.clock.PosixTime;
import io.foliot.clock.SuspendBehavior;

/** The recipes of docs/clocks.md on a clock whose readings turn negative while they are used. */
class ClocksDocAtTheLimitsTest extends ClocksDocTest {
  @Override
  ManualClock clock() {
    return new ManualClock(Long.MAX_VALUE - 1_000_000, PosixTime.EPOCH, SuspendBehavior.STOPS);
  }
}
