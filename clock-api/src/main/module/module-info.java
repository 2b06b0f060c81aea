/** Integer clocks: the interfaces, and tools built on them. */
module io.foliot.clock {
  requires transitive io.foliot.duration;

  exports io.foliot.clock;
  exports io.foliot.clock.counter;

  uses io.foliot.clock.ClockProvider;
}
