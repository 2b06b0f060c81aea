package io.foliot.clock.conformance;

import io.foliot.duration.Duration;

/** How long a clock is compared with its reference. */
final class Observation {
  /** Four seconds, unless a system property says otherwise. */
  static final Duration TIME =
      Duration.ofMillis(Long.getLong("io.foliot.clock.conformance.observationMillis", 4_000));

  private Observation() {}
}
