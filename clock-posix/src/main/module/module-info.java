/** The clocks of Linux, macOS and FreeBSD kernels. */
module io.foliot.clock.posix {
  requires transitive io.foliot.clock;
  requires transitive io.foliot.duration;

  exports io.foliot.clock.posix;

  provides io.foliot.clock.ClockProvider with
      io.foliot.clock.posix.PosixClockProvider;
}
