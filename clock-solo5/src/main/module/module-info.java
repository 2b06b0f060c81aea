/** Clocks on the application interface of Solo5. */
@SuppressWarnings("module") // The digit is part of the name of Solo5.
module io.foliot.clock.solo5 {
  requires transitive io.foliot.clock;

  exports io.foliot.clock.solo5;

  provides io.foliot.clock.ClockProvider with
      io.foliot.clock.solo5.Solo5ClockProvider;
}
