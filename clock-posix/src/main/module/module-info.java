/** The clocks of the Linux, macOS and FreeBSD kernels. */
@SuppressWarnings("module") // The module that the package is exported to is compiled later.
module io.foliot.clock.posix {
  requires transitive io.foliot.clock;
  requires transitive io.foliot.duration;

  exports io.foliot.clock.posix;
  exports io.foliot.clock.posix.kernel to
      io.foliot.clock.xen;

  provides io.foliot.clock.ClockProvider with
      io.foliot.clock.posix.PosixClockProvider;
}
