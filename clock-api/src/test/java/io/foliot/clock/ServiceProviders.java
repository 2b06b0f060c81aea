package io.foliot.clock;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** Providers for {@code ServiceLoader} in tests; each is a single class file, which is copied. */
final class ServiceProviders {
  private ServiceProviders() {}

  /** A provider that is its own monotonic clock and sleeper. */
  public static class Good implements ClockProvider, MonotonicClock, Sleeper {
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

  /** Its constructor asks for the clocks that are being loaded. */
  public static final class Reentrant extends Good {
    /** For ServiceLoader. */
    public Reentrant() {
      Clocks.installed();
    }
  }

  /** Never loaded: its copy has a class file version that no JVM supports. */
  public static final class TooNew {
    private TooNew() {}
  }

  /** Not a provider. */
  public static final class Other {
    /** For ServiceLoader. */
    public Other() {}
  }

  /** Its constructor fails. */
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
