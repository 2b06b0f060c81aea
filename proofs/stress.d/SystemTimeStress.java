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

/** System time during updates of the structure; results are the number of the version read. */
final class SystemTimeStress {
  private static final long TICKS = 1L << 40;

  private SystemTimeStress() {}

  /** Returns the n of a reading, or −1 if it is torn. */
  private static int version(long nanos) {
    for (int n = 1; n <= 3; n++) {
      if (nanos == n * 1000L * ((1L << 32) + 1) + TICKS - n) {
        return n;
      }
    }
    return -1;
  }

  /** Two updates; the version wraps around in the second. */
  @JCStressTest
  @Outcome(id = {"1", "2", "3"}, expect = ACCEPTABLE, desc = "one version")
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

  /** Two readings of one thread: the second is never of an older version. */
  @JCStressTest
  @Outcome(id = {"1, 1", "1, 2", "1, 3", "2, 2", "2, 3", "3, 3"}, expect = ACCEPTABLE, desc = "in order")
  @Outcome(expect = FORBIDDEN, desc = "torn or went back")
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

  /** The same without the seqlock: shows that the test detects torn readings. */
  @JCStressTest
  @Outcome(id = {"1", "2", "3"}, expect = ACCEPTABLE, desc = "one version")
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
