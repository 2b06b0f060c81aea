package io.foliot.clock;

import io.foliot.duration.VisibleText;
import java.util.function.Supplier;

/** Calls into a provider, so that one provider's failure never reaches another. */
final class GuardedCall {
  private GuardedCall() {}

  /**
   * Returns what the supplier returns. A null or anything thrown, except fatal errors, becomes a
   * refusal with the reason.
   *
   * @throws ClockUnavailableException if the supplier throws or returns null
   */
  static <C> C call(String name, Supplier<? extends C> supplier) {
    C result;
    try {
      result = supplier.get();
    } catch (ClockUnavailableException refusal) {
      throw refusal;
    } catch (Throwable failure) {
      rethrowIfFatal(failure);
      throw new ClockUnavailableException(name, reason(failure), failure);
    }
    if (result == null) {
      throw new ClockUnavailableException(name, "the provider returned null");
    }
    return result;
  }

  /**
   * Rethrows errors that concern the whole virtual machine, such as {@link OutOfMemoryError}. A
   * {@link StackOverflowError} is the provider's own.
   */
  static void rethrowIfFatal(Throwable failure) {
    if (failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError)) {
      throw (VirtualMachineError) failure;
    }
  }

  /** {@return the failure, escaped, even if its own methods fail} */
  static String reason(Throwable failure) {
    try {
      return VisibleText.whole(text(failure));
    } catch (Throwable worse) {
      rethrowIfFatal(worse);
      return failure.getClass().getName();
    }
  }

  private static String text(Throwable failure) {
    if (failure instanceof UnsupportedClassVersionError) {
      return "requires a newer Java version (" + failure.getMessage() + ")";
    }
    Throwable cause = failure.getCause();
    return cause == null ? failure.toString() : failure + ", caused by " + cause;
  }
}
