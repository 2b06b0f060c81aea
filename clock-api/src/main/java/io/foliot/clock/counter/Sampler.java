package io.foliot.clock.counter;

/** Takes {@linkplain Sample samples} of a reference clock. Thread-safe. */
@FunctionalInterface
public interface Sampler {

  /**
   * Takes a sample: the narrowest of several attempts, or the first that is narrow enough.
   *
   * @param enough width in ticks at which to stop trying
   * @return the sample, or null if the counter never advanced while the reference was read, because
   *     it is not synchronised between processors
   */
  Sample take(long enough);
}
