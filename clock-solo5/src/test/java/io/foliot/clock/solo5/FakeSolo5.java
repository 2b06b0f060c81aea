package io.foliot.clock.solo5;

/** Solo5 with clocks set by a test. A yield advances the monotonic clock by at most a step. */
final class FakeSolo5 implements Solo5 {
  long monotonic;
  long wall = 1;
  long maxStep = Long.MAX_VALUE;
  int yields;
  long longestYield;

  @Override
  public long clockMonotonic() {
    return monotonic;
  }

  @Override
  public long clockWall() {
    return wall;
  }

  @Override
  public void yield(long deadlineNanos) throws InterruptedException {
    yields++;
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (Long.compareUnsigned(monotonic, deadlineNanos) < 0) {
      long wait = deadlineNanos - monotonic;
      longestYield = Long.compareUnsigned(wait, longestYield) > 0 ? wait : longestYield;
      monotonic += Long.compareUnsigned(wait, maxStep) < 0 ? wait : maxStep;
    }
  }
}
