package io.foliot.clock.xen;

/**
 * The counter that the hypervisor's time is scaled from: the time stamp counter on x86 ({@code
 * RDTSC}), the virtual count of the generic timer on ARM ({@code CNTVCT_EL0}).
 *
 * <p>A counter that may be read ahead of earlier loads, as plain {@code RDTSC} may, gives readings
 * that can appear to run backwards when two threads compare them. A counter for clocks that threads
 * share must be ordered after the loads before it: {@code LFENCE; RDTSC} or {@code ISB; MRS}.
 */
public interface CycleCounter {

  /**
   * Reads the counter.
   *
   * @return ticks, unsigned, as the hardware shows them to this guest
   */
  long read();
}
