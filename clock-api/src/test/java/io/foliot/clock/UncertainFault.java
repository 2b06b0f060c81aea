package io.foliot.clock;

/** A broken clock whose fault does not show on every JVM, such as a slow one. */
interface UncertainFault {
  /** Whether the fault has shown since the last call, so that it could have been caught. */
  boolean hasShown();
}
