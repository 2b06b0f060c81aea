package io.foliot.clock.xen.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.xen.XenClocks;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** System time while the hypervisor rewrites the structure, as numbers of the version that was read. */
final class SystemTimeStress {
  private static final long TICKS = 1L << 40;

  private SystemTimeStress() {}

  /** Which n the reading belongs to, or −1 if to none. */
  private static int version(long nanos) {
    for (int n = 1; n <= 3; n++) {
      if (nanos == n * 1000L * ((1L << 32) + 1) + TICKS - n) {
        return n;
      }
    }
    return -1;
  }

  /** One update, and one over the end of the version's 32 bits. */
  @JCStressTest
  @Outcome(id = {"1", "2", "3"}, expect = ACCEPTABLE, desc = "one whole version")
  @Outcome(expect = FORBIDDEN, desc = "torn")
  @State
  public static class Reading {
    private final SharedWords page = new SharedWords();
    private final MonotonicClock clock;

    public Reading() {
      page.time(-4, 1);
      clock = XenClocks.monotonic(page, 0, () -> TICKS);
    }

    @Actor
    public void hypervisor() {
      page.time(-2, 2);
      page.time(0, 3);
    }

    @Actor
    public void reader(I_Result result) {
      result.r1 = version(clock.elapsedNanos());
    }
  }

  /** Two readings of one thread: never an older version after a newer one. */
  @JCStressTest
  @Outcome(id = {"1, 1", "1, 2", "1, 3", "2, 2", "2, 3", "3, 3"}, expect = ACCEPTABLE, desc = "in order")
  @Outcome(expect = FORBIDDEN, desc = "torn or backwards")
  @State
  public static class TwoReadings {
    private final SharedWords page = new SharedWords();
    private final MonotonicClock clock;

    public TwoReadings() {
      page.time(-4, 1);
      clock = XenClocks.monotonic(page, 0, () -> TICKS);
    }

    @Actor
    public void hypervisor() {
      page.time(-2, 2);
      page.time(0, 3);
    }

    @Actor
    public void reader(II_Result result) {
      result.r1 = version(clock.elapsedNanos());
      result.r2 = version(clock.elapsedNanos());
    }
  }

  /** The same without a look at the version: shows that the stress finds what it is for. */
  @JCStressTest
  @Outcome(id = {"1", "2", "3"}, expect = ACCEPTABLE, desc = "one whole version")
  @Outcome(id = "-1", expect = ACCEPTABLE_INTERESTING, desc = "torn")
  @State
  public static class WithoutVersion {
    private final SharedWords page = new SharedWords();

    public WithoutVersion() {
      page.time(-4, 1);
    }

    @Actor
    public void hypervisor() {
      page.time(-2, 2);
      page.time(0, 3);
    }

    @Actor
    public void reader(I_Result result) {
      result.r1 = version(page.loadLong(16) + TICKS - page.loadLong(8));
    }
  }
}
