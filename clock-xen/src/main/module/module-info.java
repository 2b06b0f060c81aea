/** The clocks of the Xen hypervisor, for unikernels and for programs in dom0. */
module io.foliot.clock.xen {
  requires transitive io.foliot.clock;
  requires io.foliot.clock.posix;
  requires transitive io.foliot.duration;

  exports io.foliot.clock.xen;
  exports io.foliot.clock.xen.linux;

  provides io.foliot.clock.ClockProvider with
      io.foliot.clock.xen.linux.XenClockProvider;
}
