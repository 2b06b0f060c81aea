package io.foliot.simulation.model;

/** A value that advances at a constant rate until it is stepped or its rate changes. */
final class Ramp {
  private static final long SECOND = 1_000_000_000;

  private long since;
  private long then;
  private long perSecond;

  Ramp(long value, long perSecond) {
    this.then = value;
    this.perSecond = perSecond;
  }

  /** {@return the value at a time in nanoseconds} */
  long at(long now) {
    long elapsed = now - since;
    return then
        + elapsed / SECOND * perSecond
        + elapsed % SECOND * (perSecond / SECOND)
        + elapsed % SECOND * (perSecond % SECOND) / SECOND;
  }

  void set(long now, long value) {
    since = now;
    then = value;
  }

  void step(long now, long by) {
    set(now, at(now) + by);
  }

  void setRate(long now, long unitsPerSecond) {
    set(now, at(now));
    perSecond = unitsPerSecond;
  }

  long perSecond() {
    return perSecond;
  }

  /** {@return the nanoseconds in which the value advances by a number of units, rounded up} */
  long nanos(long units) {
    long rest = units % perSecond;
    return units / perSecond * SECOND
        + (perSecond < SECOND ? rest * SECOND / perSecond : rest / (perSecond / SECOND))
        + 1;
  }
}
