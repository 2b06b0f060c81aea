package io.foliot.clock;

/** Turns what a provider does into an answer, so that its failure never takes the others down. */
final class Opening {
  private Opening() {}

  /**
   * The clock that a provider answered with.
   *
   * @throws ClockUnavailableException if it is null
   */
  static <C> C answer(String name, C clock) {
    if (clock == null) {
      throw new ClockUnavailableException(name, "the provider answered null");
    }
    return clock;
  }

  /** The refusal that a failure to give a clock amounts to; see {@link #passOn}. */
  static ClockUnavailableException refusal(String name, Throwable failure) {
    passOn(failure);
    return failure instanceof ClockUnavailableException
        ? (ClockUnavailableException) failure
        : new ClockUnavailableException(name, reason(failure), failure);
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
