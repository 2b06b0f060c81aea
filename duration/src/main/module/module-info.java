/** Durations as unsigned 64-bit counts of nanoseconds, in integer arithmetic only. */
module io.foliot.duration {
  exports io.foliot.duration;
}
