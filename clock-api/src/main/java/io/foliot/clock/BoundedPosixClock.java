package io.foliot.clock;

/**
 * A {@link PosixClock} that knows its error: each reading has bounds that contain the true time.
 *
 * <p>Bounds order events on different machines, or show that they are too close to order: A is
 * certainly before B if A's latest possible time is before B's earliest. Google's TrueTime and
 * ClockBound work this way.
 *
 * <p>If the error is unknown, readings are {@linkplain BoundedPosixTime#unbounded unbounded}, and
 * nothing is certain.
 *
 * <p>The contract of {@link PosixClock} holds. {@link #reading()} and {@link #now()} read the same
 * clock.
 */
public interface BoundedPosixClock extends PosixClock {
  /** {@return the current time with its bounds and the state of synchronisation} */
  BoundedPosixTime reading();
}
