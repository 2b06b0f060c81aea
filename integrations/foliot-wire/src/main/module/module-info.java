/** Durations and times as text or as numbers in a named unit. */
module io.foliot.wire {
  requires transitive io.foliot.clock;
  requires transitive io.foliot.duration;

  exports io.foliot.wire;
}
