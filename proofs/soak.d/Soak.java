import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.Sleeper;
import io.foliot.clock.ThreadClock;
import io.foliot.clock.posix.PosixClocks;
import io.foliot.clock.posix.PosixSleeper;
import io.foliot.duration.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Races readings of clocks between all processors, and measures the drift of the clocks on the cycle
 * counter from the kernel's. Argument: seconds to run.
 */
final class Soak {
  /** The documented maximum drift from the kernel's clock, nanoseconds. */
  private static final long MAX_DRIFT = 1_000;

  private final String name;
  private final LongSupplier clock;
  private final AtomicLong published = new AtomicLong();
  private final LongAdder reads = new LongAdder();
  private final LongAdder back = new LongAdder();
  private final AtomicLong worst = new AtomicLong();

  private Soak(String name, LongSupplier clock) {
    this.name = name;
    this.clock = clock;
    published.set(clock.getAsLong());
  }

  /** Loads a published reading, then reads: a smaller reading went back. */
  private void race(AtomicBoolean stop) {
    long ownReads = 0;
    long ownBack = 0;
    while (!stop.get()) {
      for (int i = 0; i < 1000; i++) {
        long seen = published.getAcquire();
        long read = clock.getAsLong();
        if (read < seen) {
          ownBack++;
          worst.accumulateAndGet(seen - read, Math::max);
        }
        published.setRelease(read);
        ownReads++;
      }
    }
    reads.add(ownReads);
    back.add(ownBack);
  }

  private void run(int threads, long millis) throws InterruptedException {
    AtomicBoolean stop = new AtomicBoolean();
    List<Thread> racing = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread thread = new Thread(() -> race(stop), name + "-" + i);
      thread.start();
      racing.add(thread);
    }
    Thread.sleep(millis);
    stop.set(true);
    for (Thread thread : racing) {
      thread.join();
    }
  }

  private void report() {
    System.out.println(
        "race " + name + " reads " + reads + " back " + back + " worst-ns " + worst);
  }

  /** A clock whose every second reading is a microsecond behind, which a race must detect. */
  private static Soak broken() {
    AtomicLong count = new AtomicLong();
    return new Soak("broken", () -> System.nanoTime() - (count.incrementAndGet() & 1) * 1_000);
  }

  /** The drift of a clock from the kernel's, apart from the uncertainty of the sample. */
  private static final class Drift {
    final String name;
    final LongSupplier kernel;
    final LongSupplier clock;
    long worst;
    long samples;
    long narrow;

    Drift(String name, LongSupplier kernel, LongSupplier clock) {
      this.name = name;
      this.kernel = kernel;
      this.clock = clock;
    }

    void sample() {
      long bestWidth = Long.MAX_VALUE;
      long error = 0;
      for (int i = 0; i < 20; i++) {
        long before = kernel.getAsLong();
        long read = clock.getAsLong();
        long width = kernel.getAsLong() - before;
        if (width < bestWidth) {
          bestWidth = width;
          error = read - before - width / 2;
        }
      }
      samples++;
      narrow += bestWidth <= MAX_DRIFT ? 1 : 0;
      worst = Math.max(worst, Math.max(0, Math.abs(error) - bestWidth / 2));
    }

    void report() {
      System.out.println(
          "drift " + name + " samples " + samples + " narrow " + narrow + " worst-ns " + worst);
    }
  }

  private static void wakeUps(String name, Sleeper sleeper) throws InterruptedException {
    long[] late = new long[300];
    for (int i = 0; i < late.length; i++) {
      long deadline = sleeper.clock().elapsedNanos() + 100_000L * (1 + i % 40);
      sleeper.sleepUntil(deadline);
      late[i] = sleeper.clock().elapsedNanos() - deadline;
    }
    Arrays.sort(late);
    System.out.println(
        "wake-up " + name + " early " + (late[0] < 0 ? -late[0] : 0)
            + " ns; late: median " + late[150] + " ns, 90 % " + late[270] + " ns, maximum "
            + late[299] + " ns");
  }

  public static void main(String[] args) throws InterruptedException {
    long seconds = Long.parseLong(args[0]);
    MonotonicClock monotonic = PosixClocks.monotonic();
    MonotonicClock ordered;
    ThreadClock fastest;
    try {
      ordered = PosixClocks.ordered();
      fastest = PosixClocks.fastest();
    } catch (ClockUnavailableException refusal) {
      System.out.println("refused " + refusal.getMessage());
      System.exit(3);
      return;
    }
    PosixClock realtime = PosixClocks.realtime();
    PosixClock orderedRealtime = PosixClocks.orderedRealtime();
    List<Soak> races =
        List.of(
            new Soak("monotonic", monotonic::elapsedNanos),
            new Soak("ordered", ordered::elapsedNanos),
            new Soak("unordered", fastest::nanos),
            broken());
    List<Drift> drifts =
        List.of(
            new Drift("ordered", monotonic::elapsedNanos, ordered::elapsedNanos),
            new Drift("fastest", monotonic::elapsedNanos, fastest::nanos),
            new Drift("ordered-realtime", realtime::epochNanos, orderedRealtime::epochNanos),
            new Drift(
                "fastest-realtime", realtime::epochNanos, PosixClocks.fastestRealtime()::epochNanos));
    AtomicBoolean stop = new AtomicBoolean();
    Thread sampling =
        new Thread(
            () -> {
              while (!stop.get()) {
                drifts.forEach(Drift::sample);
                try {
                  Thread.sleep(3);
                } catch (InterruptedException e) {
                  return;
                }
              }
            });
    sampling.start();
    // Two threads even on one processor.
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    races.get(3).run(threads, 200);
    // The ordered clock gets most of the time; the unordered counter goes back within seconds.
    long slice = Math.max(1, seconds / 20);
    for (long passed = 0; passed < seconds; ) {
      long mine = Math.min(slice, seconds - passed);
      long millis = mine * 1000;
      races.get(0).run(threads, millis * 3 / 10);
      races.get(1).run(threads, millis * 6 / 10);
      races.get(2).run(threads, millis / 10);
      passed += mine;
    }
    stop.set(true);
    sampling.join();
    races.forEach(Soak::report);
    drifts.forEach(Drift::report);
    wakeUps("monotonic", PosixSleeper.monotonic());
    wakeUps("boottime", PosixSleeper.boottime());
    wakeUps("spinning", PosixSleeper.monotonic().withSpin(Duration.ofMicros(200)));
    boolean good =
        races.get(0).back.sum() == 0
            && races.get(1).back.sum() == 0
            && races.get(3).back.sum() > 0
            && drifts.stream().allMatch(w -> w.worst <= MAX_DRIFT && w.samples > 0);
    System.exit(good ? 0 : 1);
  }
}
