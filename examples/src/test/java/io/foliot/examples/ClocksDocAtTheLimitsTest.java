package io.foliot.examples;

import io.foliot.clock.ManualClock;
import io.foliot.clock.PosixTime;
import io.foliot.clock.SuspendBehavior;

/** Runs the recipes of docs/clocks.md on a clock whose readings turn negative in the process. */
class ClocksDocAtTheLimitsTest extends ClocksDocTest {
  @Override
  ManualClock clock() {
    return new ManualClock(Long.MAX_VALUE - 1_000_000, PosixTime.EPOCH, SuspendBehavior.STOPS);
  }
}
