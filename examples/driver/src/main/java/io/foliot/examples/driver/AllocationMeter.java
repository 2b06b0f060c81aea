package io.foliot.examples.driver;

/** Counts what the calling thread allocates. */
public interface AllocationMeter {
  /** {@return the objects or bytes allocated so far, which grows with every allocation} */
  long allocated();
}
