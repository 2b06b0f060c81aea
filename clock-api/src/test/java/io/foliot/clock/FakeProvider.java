package io.foliot.clock;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** A provider with configurable results; by default it refuses every clock. */
final class FakeProvider implements ClockProvider {
  private String name;
  private int priority;
  private Supplier<MonotonicClock> monotonic =
      () -> {
        throw refusal("monotonic");
      };
  private Supplier<PosixClock> posix =
      () -> {
        throw refusal("posix");
      };
  private Supplier<Sleeper> sleeper =
      () -> {
        throw refusal("sleeper");
      };
  private List<ClockOffer<?>> offers = Collections.emptyList();

  FakeProvider(String name, int priority) {
    this.name = name;
    this.priority = priority;
  }

  private static ClockUnavailableException refusal(String what) {
    return new ClockUnavailableException(what, "no " + what + " here");
  }

  FakeProvider name(String name) {
    this.name = name;
    return this;
  }

  FakeProvider priority(int priority) {
    this.priority = priority;
    return this;
  }

  FakeProvider monotonic(Supplier<MonotonicClock> monotonic) {
    this.monotonic = monotonic;
    return this;
  }

  FakeProvider posix(Supplier<PosixClock> posix) {
    this.posix = posix;
    return this;
  }

  FakeProvider sleeper(Supplier<Sleeper> sleeper) {
    this.sleeper = sleeper;
    return this;
  }

  FakeProvider offers(List<ClockOffer<?>> offers) {
    this.offers = offers;
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int priority() {
    return priority;
  }

  @Override
  public MonotonicClock monotonic() {
    return monotonic.get();
  }

  @Override
  public PosixClock posix() {
    return posix.get();
  }

  @Override
  public Sleeper sleeper() {
    return sleeper.get();
  }

  @Override
  public List<ClockOffer<?>> offers() {
    return offers;
  }
}
