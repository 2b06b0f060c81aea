package NAME;

import io.foliot.clock.ClockOffer;
import io.foliot.clock.ClockProvider;
import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.Sleeper;
import java.util.Collections;
import java.util.List;

/** The smallest provider there can be; the script makes three of it, each in a jar of its own. */
public final class Refusing implements ClockProvider {
  public Refusing() {}

  @Override
  public String name() {
    return "NAME";
  }

  @Override
  public int priority() {
    return 1;
  }

  @Override
  public MonotonicClock monotonic() {
    throw new ClockUnavailableException("NAME", "refused");
  }

  @Override
  public PosixClock posix() {
    throw new ClockUnavailableException("NAME", "refused");
  }

  @Override
  public Sleeper sleeper() {
    throw new ClockUnavailableException("NAME", "refused");
  }

  @Override
  public List<ClockOffer<?>> offers() {
    return Collections.emptyList();
  }
}
