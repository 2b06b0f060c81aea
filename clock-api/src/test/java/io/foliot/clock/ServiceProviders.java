package io.foliot.clock;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** Providers that {@code ServiceLoader} finds in tests; each is one class file, to be copied. */
final class ServiceProviders {
  private ServiceProviders() {}

  /** Has a monotonic clock and a sleeper, and is all of these itself. */
  public static final class Good implements ClockProvider, MonotonicClock, Sleeper {
    /** For ServiceLoader. */
    public Good() {}

    @Override
    public String name() {
      return "good";
    }

    @Override
    public int priority() {
      return 5;
    }

    @Override
    public MonotonicClock monotonic() {
      return this;
    }

    @Override
    public PosixClock posix() {
      throw new ClockUnavailableException("wall clock", "no wall clock here");
    }

    @Override
    public Sleeper sleeper() {
      return this;
    }

    @Override
    public List<ClockOffer<?>> offers() {
      return Collections.emptyList();
    }

    @Override
    public long elapsedNanos() {
      return 0;
    }

    @Override
    public OptionalLong periodPicos() {
      return OptionalLong.empty();
    }

    @Override
    public SuspendBehavior suspendBehavior() {
      return SuspendBehavior.UNKNOWN;
    }

    @Override
    public MonotonicClock clock() {
      return this;
    }

    @Override
    public void sleepUntil(long deadlineNanos) {}

    @Override
    public String toString() {
      return "good clock";
    }
  }

  /** Never loaded: its copy has a class file version that no JVM knows. */
  public static final class TooNew {
    private TooNew() {}
  }

  /** Is not a provider. */
  public static final class Other {
    /** For ServiceLoader. */
    public Other() {}
  }

  /** Fails when it is made. */
  public static final class Failing implements ClockProvider {
    /** For ServiceLoader. */
    public Failing() {
      throw new IllegalStateException("no such hardware");
    }

    @Override
    public String name() {
      return "failing";
    }

    @Override
    public int priority() {
      return 9;
    }

    @Override
    public MonotonicClock monotonic() {
      throw new AssertionError();
    }

    @Override
    public PosixClock posix() {
      throw new AssertionError();
    }

    @Override
    public Sleeper sleeper() {
      throw new AssertionError();
    }

    @Override
    public List<ClockOffer<?>> offers() {
      throw new AssertionError();
    }
  }
}
