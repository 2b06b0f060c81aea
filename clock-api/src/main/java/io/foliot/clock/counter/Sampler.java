package io.foliot.clock.counter;

/** Takes {@linkplain Sample samples} of a reference clock. Called by any thread. */
@FunctionalInterface
public interface Sampler {

  /**
   * Takes a sample now: the narrowest of several brackets, or the first that is narrow enough.
   *
   * @param enough width in ticks at which to stop trying
   * @return the sample, or null if the counter never advanced while the reference was read: it is
   *     out of step between processors
   */
  Sample take(long enough);
}
