package io.foliot.clock;

/** Whether a wall clock is held to true time by something outside, such as NTP or PTP. */
public enum SyncState {
  /** The clock is being corrected, and its error is what the reading says. */
  SYNCHRONIZED,

  /** Nothing corrects the clock at present: its error grows. */
  NOT_SYNCHRONIZED,

  /** The system does not say. */
  UNKNOWN
}
