package io.foliot.clock;

/** Whether an external source such as NTP or PTP keeps a wall clock synchronised. */
public enum SyncState {
  /** The clock is being corrected, and its error is within the bounds of the reading. */
  SYNCHRONIZED,

  /** Nothing corrects the clock at present: its error grows. */
  NOT_SYNCHRONIZED,

  /** The system does not say. */
  UNKNOWN
}
