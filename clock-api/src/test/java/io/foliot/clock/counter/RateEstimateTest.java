package io.foliot.clock.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RateEstimateTest {
  /** Samples may be so wide that a reference which stands still between them is no outlier. */
  @Test
  void aRateIsNeverZero() {
    RateEstimate estimate =
        RateEstimate.between(new Sample(0, 0, 800), new Sample(1000, 1000, 150))
            .after(new Sample(2000, 2000, 90));
    RateEstimate stoodStill = estimate.after(new Sample(3000, 2000, 700));
    assertFalse(stoodStill.outlier);
    assertEquals(estimate.rate >>> 3, stoodStill.rate);
    LinearSegment segment =
        LinearSegment.of(3000, 2000, stoodStill.rate, SteeredClock.SHORTEST, 0, stoodStill);
    assertEquals(2000, segment.at(0));
  }

  /** A counter that all but stands still contradicts the rate with every sample. */
  @Test
  void aRateIsBounded() {
    Sample last = new Sample(1_000_000, 1_000_000, 1);
    RateEstimate estimate = RateEstimate.between(new Sample(0, 0, 1), last);
    for (int i = 0; i < 100; i++) {
      last = new Sample(last.ticks + 1, last.nanos + Integer.MAX_VALUE, 0);
      estimate = estimate.after(last);
      assertTrue(estimate.outlier);
      LinearSegment segment =
          LinearSegment.of(
              last.ticks, last.nanos, estimate.rate, SteeredClock.SHORTEST, 0, estimate);
      long atEnd = segment.at(segment.durationTicks - 1);
      assertTrue(
          atEnd <= segment.highest(), () -> atEnd + " ns is above " + segment.highest() + " ns");
    }
    assertEquals(RateEstimate.MAX_RATE, estimate.rate);
  }
}
