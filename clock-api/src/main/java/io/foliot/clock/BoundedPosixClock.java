package io.foliot.clock;

/**
 * A {@link PosixClock} that knows its error: each reading comes with the earliest and the latest
 * time that it can truly be.
 *
 * <p>With such readings two events on different machines can be put in order, or found to be too
 * close to tell: A is certainly before B when A's latest possible time is before B's earliest. The
 * idea is that of Google's TrueTime and of ClockBound.
 *
 * <p>A clock that does not know its error still answers: its readings are {@linkplain
 * BoundedPosixTime#unbounded unbounded}, so that nothing is certain.
 *
 * <p>The contract of {@link PosixClock} holds. {@link #reading()} and {@link #now()} read the same
 * clock. Safe for use by any number of threads at once.
 */
public interface BoundedPosixClock extends PosixClock {
  /**
   * Reads the clock together with its error and state.
   *
   * @return the current time and its bounds, with {@code earliest <= now <= latest}
   */
  BoundedPosixTime reading();
}
