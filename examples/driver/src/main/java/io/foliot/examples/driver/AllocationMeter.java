package io.foliot.examples.driver;

/** Counts what the calling thread allocates. */
public interface AllocationMeter {
  /**
   * What was allocated since start, in objects or in bytes.
   *
   * @return a number that grows with every allocation
   */
  long allocated();
}
