package io.foliot.clock.counter;

/**
 * A hardware counter that advances at a constant rate: the time-stamp counter of x86, the virtual
 * count of Arm's generic timer, the timer register of a microcontroller.
 *
 * <p><b>A counter is not a clock.</b> Its rate, its width and its behaviour in suspend are
 * parameters of the clock that is built on it.
 *
 * <p>A counter that several threads share must agree on all processors and be read <em>in
 * order</em>, after all earlier loads of the thread: {@code RDTSCP} or {@code LFENCE; RDTSC} on
 * x86, Linux's {@code ISB; MRS} sequence on AArch64. A processor that reads the counter ahead of
 * earlier loads makes it appear to run backwards between threads.
 *
 * <p>Implementations are thread-safe and allocate nothing.
 */
@FunctionalInterface
public interface CycleCounter {

  /** {@return unsigned ticks; bits above the width of the counter are ignored} */
  long read();
}
