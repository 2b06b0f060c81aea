package io.foliot.clock;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A clock that a {@link ClockProvider} may have on this machine. Opening the offer returns the
 * clock or throws the reason why there is none.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <C> {@link MonotonicClock}, {@link PosixClock} or {@link ThreadClock}
 */
public final class ClockOffer<C> {
  private final Class<C> type;
  private final String name;
  private final String description;
  private final Supplier<? extends C> opener;

  private ClockOffer(Class<C> type, String name, String description, Supplier<? extends C> opener) {
    this.type = Objects.requireNonNull(type, "type");
    this.name = Objects.requireNonNull(name, "name");
    this.description = Objects.requireNonNull(description, "description");
    this.opener = Objects.requireNonNull(opener, "opener");
  }

  /**
   * Creates an offer.
   *
   * @param <C> the kind of clock
   * @param type {@link MonotonicClock}, {@link PosixClock} or {@link ThreadClock}
   * @param name name within the provider, such as {@code "boottime"}
   * @param description what the clock counts, in one phrase
   * @param opener returns the clock or throws {@link ClockUnavailableException}
   * @return the offer
   */
  public static <C> ClockOffer<C> of(
      Class<C> type, String name, String description, Supplier<? extends C> opener) {
    return new ClockOffer<>(type, name, description, opener);
  }

  /** {@return {@link MonotonicClock}, {@link PosixClock} or {@link ThreadClock}} */
  public Class<C> type() {
    return type;
  }

  /** {@return the clock's name, unique within its provider} */
  public String name() {
    return name;
  }

  /** {@return what the clock counts, such as "time since boot, including suspend"} */
  public String description() {
    return description;
  }

  /**
   * Opens the clock. The provider decides whether a further call repeats the answer or tries again.
   *
   * @return a working clock
   * @throws ClockUnavailableException if it cannot work on this machine, with the reason
   */
  public C open() {
    return GuardedCall.call(name, opener);
  }

  @Override
  public String toString() {
    return name + " (" + description + ")";
  }
}
