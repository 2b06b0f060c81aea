package io.foliot.clock;

/** Whether a clock counts the time during which the machine is suspended or hibernates. */
public enum SuspendBehavior {
  /** Time in suspend counts. */
  COUNTS,

  /** The clock stands still in suspend and continues from there. */
  STOPS,

  /** The platform does not say. Code must be correct in both cases. */
  UNKNOWN
}
