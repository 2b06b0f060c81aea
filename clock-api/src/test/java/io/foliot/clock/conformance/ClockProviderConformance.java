package io.foliot.clock.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.Sleeper;
import io.foliot.clock.ThreadClock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link ClockProvider}. It holds on every machine, including those where the
 * clocks do not work: a clock works or is refused with a reason.
 */
public abstract class ClockProviderConformance {
  /** For subclasses. */
  protected ClockProviderConformance() {}

  /** {@return the provider to test; called at least once per test} */
  protected abstract ClockProvider provider();

  /** The name consists of lower-case letters and digits; it and the priority are constant. */
  @Test
  public void nameAndPriorityAreFixed() {
    ClockProvider provider = provider();
    String name = provider.name();
    assertNotNull(name, "name() must not return null");
    assertTrue(
        name.matches("[a-z][a-z0-9]*"),
        () -> "name() must be lower-case letters and digits, got '" + name + "'");
    assertEquals(name, provider.name(), "name() must be constant");
    assertTrue(
        provider.priority() >= 0,
        () -> "priority() must not be negative, got " + provider.priority());
    assertEquals(provider.priority(), provider.priority(), "priority() must be constant");
  }

  /** Each clock works or is refused with a reason. */
  @Test
  public void clocksWorkOrAreRefused() {
    ClockProvider provider = provider();
    read("monotonic()", provider::monotonic);
    read("posix()", provider::posix);
    read("sleeper()", provider::sleeper);
  }

  /** Every call returns the same clock object. */
  @Test
  public void eachClockIsOneObject() {
    ClockProvider provider = provider();
    assertSame(
        read("monotonic()", provider::monotonic),
        read("monotonic()", provider::monotonic),
        "monotonic() must return the same clock every time");
    assertSame(
        read("posix()", provider::posix),
        read("posix()", provider::posix),
        "posix() must return the same clock every time");
    for (ClockOffer<?> offer : provider.offers()) {
      assertSame(
          read(offer.name(), offer::open),
          read(offer.name(), offer::open),
          () -> offer.name() + " must open the same clock every time");
    }
  }

  /** The sleeper's clock is the object that {@code monotonic()} returns. */
  @Test
  public void sleeperUsesMonotonicClock() {
    Sleeper sleeper = read("sleeper()", provider()::sleeper);
    MonotonicClock clock = read("monotonic()", provider()::monotonic);
    if (sleeper != null) {
      assertNotNull(clock, "a provider with a sleeper must have a monotonic clock");
      assertSame(
          clock,
          sleeper.clock(),
          "the sleeper's clock must be the object that monotonic() returns");
    }
  }

  /** Offers have unique names and descriptions, and open or refuse with a reason. */
  @Test
  public void offersOpenOrAreRefused() {
    List<ClockOffer<?>> offers = provider().offers();
    assertNotNull(offers, "offers() must not return null");
    assertFalse(offers.isEmpty(), "offers() must not be empty");
    Set<String> names = new HashSet<>();
    for (ClockOffer<?> offer : offers) {
      assertTrue(
          names.add(offer.name()),
          () -> "names of offers must be unique, got two of " + offer.name());
      assertFalse(offer.name().trim().isEmpty(), "the name of an offer must not be empty");
      assertFalse(
          offer.description().trim().isEmpty(),
          () -> "the description of " + offer.name() + " must not be empty");
      Object clock = read(offer.name(), offer::open);
      if (clock != null) {
        assertTrue(
            offer.type().isInstance(clock),
            () -> offer.name() + " must be a " + offer.type() + ", got a " + clock.getClass());
      }
    }
  }

  /** A clock that works once works again, and a refused clock stays refused. */
  @Test
  public void answersAreConstant() {
    ClockProvider provider = provider();
    assertEquals(
        read("monotonic()", provider::monotonic) == null,
        read("monotonic()", provider::monotonic) == null,
        "monotonic() must always return or always refuse");
    assertEquals(
        read("posix()", provider::posix) == null,
        read("posix()", provider::posix) == null,
        "posix() must always return or always refuse");
  }

  /** Opens, reads and returns a clock, or returns null if it is refused with a reason. */
  private static <C> C read(String name, Supplier<C> opener) {
    C clock;
    try {
      clock = opener.get();
    } catch (ClockUnavailableException refusal) {
      assertFalse(
          refusal.reason().trim().isEmpty(), () -> name + " must give a reason for its refusal");
      assertFalse(refusal.reason().contains("\n"), () -> name + " must give a reason on one line");
      return null;
    } catch (RuntimeException | LinkageError failure) {
      throw new AssertionError(
          name + " must return or throw ClockUnavailableException, got " + failure, failure);
    }
    assertNotNull(clock, () -> name + " must not be null");
    if (clock instanceof MonotonicClock) {
      ((MonotonicClock) clock).elapsedNanos();
    }
    if (clock instanceof PosixClock) {
      assertNotNull(((PosixClock) clock).now(), () -> name + ": now() must not return null");
    }
    if (clock instanceof ThreadClock) {
      ((ThreadClock) clock).nanos();
    }
    if (clock instanceof Sleeper) {
      assertNotNull(((Sleeper) clock).clock(), () -> name + ": clock() must not return null");
    }
    return clock;
  }
}
