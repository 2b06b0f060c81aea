package io.foliot.clock;

/** Whether a clock counts the time during which the machine is suspended (sleeps, hibernates). */
public enum SuspendBehavior {
  /** Time in suspend counts: after waking up, the clock shows all the time that has passed. */
  COUNTS,

  /** The clock stands still in suspend: after waking up, it goes on where it was. */
  STOPS,

  /** Not known, because the platform does not say. Code must be right in both cases. */
  UNKNOWN
}
