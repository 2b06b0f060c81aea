package io.foliot.clock;

import java.util.function.Supplier;

/** Asks for a clock so that one provider's failure never takes the others down. */
final class Opening {
  private Opening() {}

  /**
   * What the opener gives. Any failure of it, and a null, turn into a refusal; see {@link #passOn}.
   *
   * @throws ClockUnavailableException with the reason
   */
  static <C> C open(String name, Supplier<? extends C> opener) {
    C clock;
    try {
      clock = opener.get();
    } catch (ClockUnavailableException refusal) {
      throw refusal;
    } catch (Throwable failure) {
      passOn(failure);
      throw new ClockUnavailableException(name, reason(failure), failure);
    }
    if (clock == null) {
      throw new ClockUnavailableException(name, "the provider answered null");
    }
    return clock;
  }

  /**
   * Throws what is no affair of one provider: the errors of the virtual machine, such as too little
   * memory. An endless recursion is the provider's own.
   */
  static void passOn(Throwable failure) {
    if (failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError)) {
      throw (VirtualMachineError) failure;
    }
  }

  /**
   * A failure in one line that a person can act on, whatever the failure itself does when asked.
   */
  static String reason(Throwable failure) {
    try {
      return oneLine(text(failure));
    } catch (Throwable worse) {
      passOn(worse);
      return failure.getClass().getName();
    }
  }

  /** Without line breaks and other characters that would let a log say something else. */
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      boolean isPlain =
          type != Character.CONTROL
              && type != Character.FORMAT
              && type != Character.LINE_SEPARATOR
              && type != Character.PARAGRAPH_SEPARATOR;
      line.append(isPlain ? c : ' ');
    }
    return line.toString();
  }

  private static String text(Throwable failure) {
    if (failure instanceof UnsupportedClassVersionError) {
      return "it needs a newer Java than this one (" + failure.getMessage() + ")";
    }
    Throwable cause = failure.getCause();
    String own = failure.toString();
    return cause == null ? own : own + ", because of " + cause;
  }
}
