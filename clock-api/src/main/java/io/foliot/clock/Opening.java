package io.foliot.clock;

import java.util.function.Supplier;

/** Asks for a clock so that one provider's failure never takes the others down. */
final class Opening {
  private Opening() {}

  /**
   * What the opener gives. Any failure of it, and a null, turn into a refusal.
   *
   * @throws ClockUnavailableException with the reason
   */
  static <C> C open(String name, Supplier<? extends C> opener) {
    C clock;
    try {
      clock = opener.get();
    } catch (ClockUnavailableException refusal) {
      throw refusal;
    } catch (RuntimeException | LinkageError failure) {
      throw new ClockUnavailableException(name, reason(failure), failure);
    }
    if (clock == null) {
      throw new ClockUnavailableException(name, "the provider answered null instead of a clock");
    }
    return clock;
  }

  /** A failure in one line that a person can act on. */
  static String reason(Throwable failure) {
    if (failure instanceof UnsupportedClassVersionError) {
      return "it needs a newer Java than this one (" + failure.getMessage() + ")";
    }
    Throwable cause = failure.getCause();
    String own = failure.toString();
    return cause == null ? own : own + ", because of " + cause;
  }
}
