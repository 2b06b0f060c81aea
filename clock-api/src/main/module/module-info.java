/** Clocks for Java that count in integers: the interfaces, and what is built on them. */
module io.foliot.clock {
  requires transitive io.foliot.duration;

  exports io.foliot.clock;
  exports io.foliot.clock.counter;

  uses io.foliot.clock.ClockProvider;
}
