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
 * Races readings of clocks between all processors, and watches how far the clocks on the cycle
 * counter are from the kernel's. Arguments: seconds to run.
 */
final class Soak {
  /** How far from the kernel's clock the documentation allows, nanoseconds. */
  private static final long ALLOWED = 1_000;

  private final String name;
  private final LongSupplier clock;
  private final AtomicLong handed = new AtomicLong();
  private final LongAdder reads = new LongAdder();
  private final LongAdder backwards = new LongAdder();
  private final AtomicLong worst = new AtomicLong();

  private Soak(String name, LongSupplier clock) {
    this.name = name;
    this.clock = clock;
    handed.set(clock.getAsLong());
  }

  /**
   * Load what another thread wrote after its reading, then read: less than that is a reading that
   * went backwards.
   */
  private void race(AtomicBoolean stop) {
    long ownReads = 0;
    long ownBackwards = 0;
    while (!stop.get()) {
      for (int i = 0; i < 1000; i++) {
        long seen = handed.getAcquire();
        long read = clock.getAsLong();
        if (read < seen) {
          ownBackwards++;
          worst.accumulateAndGet(seen - read, Math::max);
        }
        handed.setRelease(read);
        ownReads++;
      }
    }
    reads.add(ownReads);
    backwards.add(ownBackwards);
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
        "race " + name + " reads " + reads + " backwards " + backwards + " worst-ns " + worst);
  }

  /** A clock that is behind by a microsecond at every second reading, which a race must show. */
  private static Soak broken() {
    AtomicLong count = new AtomicLong();
    return new Soak("broken", () -> System.nanoTime() - (count.incrementAndGet() & 1) * 1_000);
  }

  /** Distance between a clock and the kernel's, but for what the bracket itself can explain. */
  private static final class Watch {
    final String name;
    final LongSupplier kernel;
    final LongSupplier clock;
    long worst;
    long samples;
    long narrow;

    Watch(String name, LongSupplier kernel, LongSupplier clock) {
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
      narrow += bestWidth <= ALLOWED ? 1 : 0;
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
            + " ns, late: median " + late[150] + " ns, 90 % " + late[270] + " ns, worst "
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
    List<Watch> watches =
        List.of(
            new Watch("ordered", monotonic::elapsedNanos, ordered::elapsedNanos),
            new Watch("fastest", monotonic::elapsedNanos, fastest::nanos),
            new Watch("ordered-realtime", realtime::epochNanos, orderedRealtime::epochNanos),
            new Watch(
                "fastest-realtime", realtime::epochNanos, PosixClocks.fastestRealtime()::epochNanos));
    AtomicBoolean stop = new AtomicBoolean();
    Thread watching =
        new Thread(
            () -> {
              while (!stop.get()) {
                watches.forEach(Watch::sample);
                try {
                  Thread.sleep(3);
                } catch (InterruptedException e) {
                  return;
                }
              }
            });
    watching.start();
    // Two even on one processor: they take turns there.
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    races.get(3).run(threads, 200);
    // The unordered counter has shown what it does after a few seconds; the ordered clock gets most.
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
    watching.join();
    races.forEach(Soak::report);
    watches.forEach(Watch::report);
    wakeUps("monotonic", PosixSleeper.monotonic());
    wakeUps("boottime", PosixSleeper.boottime());
    wakeUps("spinning", PosixSleeper.monotonic().withSpin(Duration.ofMicros(200)));
    boolean good =
        races.get(0).backwards.sum() == 0
            && races.get(1).backwards.sum() == 0
            && races.get(3).backwards.sum() > 0
            && watches.stream().allMatch(w -> w.worst <= ALLOWED && w.samples > 0);
    System.exit(good ? 0 : 1);
  }
}
