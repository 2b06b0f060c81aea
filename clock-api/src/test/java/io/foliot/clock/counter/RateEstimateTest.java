package io.foliot.clock.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
}
