package io.foliot.clock.posix;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.ThreadClock;

/** Opens and reads every offered clock, and prints a line for each. For child JVMs. */
final class OpenAll {
  private OpenAll() {}

  static void print() {
    for (ClockOffer<?> offer : new PosixClockProvider().offers()) {
      try {
        System.out.println(offer.name() + " = " + read(offer.open()));
      } catch (ClockUnavailableException refusal) {
        System.out.println(offer.name() + " refused: " + refusal.reason());
      }
    }
  }

  private static long read(Object clock) {
    return switch (clock) {
      case MonotonicClock c -> c.elapsedNanos();
      case PosixClock c -> c.epochNanos();
      case ThreadClock c -> c.nanos();
      default -> throw new AssertionError(clock);
    };
  }

  public static void main(String[] args) {
    print();
  }
}
