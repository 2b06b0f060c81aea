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
 * What every {@link ClockProvider} must do on every machine, also where its clocks do not work:
 * clocks that read, and refusals with a reason.
 */
public abstract class ClockProviderConformance {
  /** For subclasses. */
  protected ClockProviderConformance() {}

  /**
   * The provider to test.
   *
   * @return a provider; called once or more for each test
   */
  protected abstract ClockProvider provider();

  /** The name is a word of lower-case letters and digits, and fixed; so is the priority. */
  @Test
  public void nameAndPriorityAreFixed() {
    ClockProvider provider = provider();
    String name = provider.name();
    assertNotNull(name, "name() is null");
    assertTrue(
        name.matches("[a-z][a-z0-9]*"),
        () -> "name() is '" + name + "', expected lower-case letters and digits");
    assertEquals(name, provider.name(), "name() has changed");
    assertTrue(provider.priority() >= 0, () -> "priority() is " + provider.priority());
    assertEquals(provider.priority(), provider.priority(), "priority() has changed");
  }

  /** Each of the three general clocks works, or is refused with a reason. */
  @Test
  public void generalClocksWorkOrAreRefused() {
    ClockProvider provider = provider();
    read("monotonic()", provider::monotonic);
    read("posix()", provider::posix);
    read("sleeper()", provider::sleeper);
  }

  /** A clock of one name is one object, whether the provider or its offer is asked. */
  @Test
  public void eachClockIsOneObject() {
    ClockProvider provider = provider();
    assertSame(
        read("monotonic()", provider::monotonic),
        read("monotonic()", provider::monotonic),
        "monotonic() gives another clock the second time");
    assertSame(
        read("posix()", provider::posix),
        read("posix()", provider::posix),
        "posix() gives another clock the second time");
    for (ClockOffer<?> offer : provider.offers()) {
      assertSame(
          read(offer.name(), offer::open),
          read(offer.name(), offer::open),
          () -> offer.name() + " gives another clock the second time");
    }
  }

  /** Where there is a sleeper there is its clock, and the sleeper sleeps on that very clock. */
  @Test
  public void sleeperComesWithItsClock() {
    Sleeper sleeper = read("sleeper()", provider()::sleeper);
    MonotonicClock clock = read("monotonic()", provider()::monotonic);
    if (sleeper != null) {
      assertNotNull(clock, "there is a sleeper, but monotonic() is refused");
      assertSame(clock, sleeper.clock(), "the sleeper's clock is another object than monotonic()");
    }
  }

  /** Offers have names of their own, say what they count, and open or refuse with a reason. */
  @Test
  public void offersOpenOrAreRefused() {
    List<ClockOffer<?>> offers = provider().offers();
    assertNotNull(offers, "offers() is null");
    assertFalse(offers.isEmpty(), "offers() is empty");
    Set<String> names = new HashSet<>();
    for (ClockOffer<?> offer : offers) {
      assertTrue(names.add(offer.name()), () -> "two offers have the name " + offer.name());
      assertFalse(offer.name().trim().isEmpty(), "an offer has no name");
      assertFalse(
          offer.counts().trim().isEmpty(), () -> offer.name() + " does not say what it counts");
      Object clock = read(offer.name(), offer::open);
      if (clock != null) {
        assertTrue(
            offer.type().isInstance(clock),
            () ->
                offer.name() + " is offered as " + offer.type() + " and is a " + clock.getClass());
      }
    }
  }

  /** What was handed out once is handed out again. */
  @Test
  public void answersAreTheSameTwice() {
    ClockProvider provider = provider();
    assertEquals(
        read("monotonic()", provider::monotonic) == null,
        read("monotonic()", provider::monotonic) == null,
        "monotonic() is refused at one time and not at another");
    assertEquals(
        read("posix()", provider::posix) == null,
        read("posix()", provider::posix) == null,
        "posix() is refused at one time and not at another");
  }

  /** Asks for a clock and reads it; null if it is refused properly. */
  private static <C> C read(String name, Supplier<C> opener) {
    C clock;
    try {
      clock = opener.get();
    } catch (ClockUnavailableException refusal) {
      assertFalse(refusal.reason().trim().isEmpty(), () -> name + " is refused without a reason");
      assertFalse(refusal.reason().contains("\n"), () -> name + " gives a reason of several lines");
      return null;
    } catch (RuntimeException | LinkageError failure) {
      throw new AssertionError(
          name + " failed with " + failure + ", expected a clock or ClockUnavailableException",
          failure);
    }
    assertNotNull(clock, () -> name + " is null");
    if (clock instanceof MonotonicClock) {
      ((MonotonicClock) clock).elapsedNanos();
    }
    if (clock instanceof PosixClock) {
      assertNotNull(((PosixClock) clock).now(), () -> name + ": now() is null");
    }
    if (clock instanceof ThreadClock) {
      ((ThreadClock) clock).nanos();
    }
    if (clock instanceof Sleeper) {
      assertNotNull(((Sleeper) clock).clock(), () -> name + ": clock() is null");
    }
    return clock;
  }
}
