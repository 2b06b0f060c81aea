package io.foliot.clock.counter;

/**
 * A counter that hardware advances at one rate: the time-stamp counter of x86, the virtual count of
 * Arm's generic timer, the timer register of a microcontroller.
 *
 * <p><b>A counter is not a clock.</b> Its rate, its width and whether it stops in suspend are known
 * to those who build a clock on it.
 *
 * <p>A counter for clocks that several threads share must be the same on all processors and be read
 * <em>in order</em>: after all earlier loads of the thread ({@code RDTSCP} or {@code LFENCE; RDTSC}
 * on x86, Linux's {@code ISB; MRS} sequence on AArch64). A counter that the processor may read
 * ahead of earlier loads seems to run backwards when two threads compare readings.
 *
 * <p>Implementations are called by any number of threads at once and allocate nothing.
 */
@FunctionalInterface
public interface CycleCounter {

  /**
   * Reads the counter.
   *
   * @return ticks, unsigned; bits above the width of the counter are ignored
   */
  long read();
}
