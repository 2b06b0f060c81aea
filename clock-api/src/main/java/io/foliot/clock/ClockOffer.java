package io.foliot.clock;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * One clock that a {@link ClockProvider} may have on this machine. Opening it gives the clock, or
 * the reason why there is none.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param <C> the kind of clock: {@link MonotonicClock}, {@link PosixClock} or {@link ThreadClock}
 */
public final class ClockOffer<C> {
  private final Class<C> type;
  private final String name;
  private final String counts;
  private final Supplier<? extends C> opener;

  private ClockOffer(Class<C> type, String name, String counts, Supplier<? extends C> opener) {
    this.type = Objects.requireNonNull(type, "type");
    this.name = Objects.requireNonNull(name, "name");
    this.counts = Objects.requireNonNull(counts, "counts");
    this.opener = Objects.requireNonNull(opener, "opener");
  }

  /**
   * An offer.
   *
   * @param <C> the kind of clock
   * @param type the kind of clock: {@link MonotonicClock}, {@link PosixClock} or {@link
   *     ThreadClock}
   * @param name name within the provider, such as {@code "boottime"}
   * @param counts what the clock counts, in one phrase
   * @param opener gives the clock, or throws {@link ClockUnavailableException}
   * @return the offer
   */
  public static <C> ClockOffer<C> of(
      Class<C> type, String name, String counts, Supplier<? extends C> opener) {
    return new ClockOffer<>(type, name, counts, opener);
  }

  /**
   * The kind of clock.
   *
   * @return {@link MonotonicClock}, {@link PosixClock} or {@link ThreadClock}
   */
  public Class<C> type() {
    return type;
  }

  /**
   * The clock's name within its provider.
   *
   * @return a short name, unique within the provider
   */
  public String name() {
    return name;
  }

  /**
   * What the clock counts.
   *
   * @return one phrase, such as "time since boot, suspend included"
   */
  public String counts() {
    return counts;
  }

  /**
   * Asks for the clock. May be called again; it then gives the same answer or tries again, as the
   * provider decides.
   *
   * @return a working clock
   * @throws ClockUnavailableException if it cannot work on this machine, with the reason
   */
  public C open() {
    return Opening.open(name, opener);
  }

  @Override
  public String toString() {
    return name + " (" + counts + ")";
  }
}
