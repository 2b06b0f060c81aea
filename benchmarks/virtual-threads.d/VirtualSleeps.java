import io.foliot.clock.PortableClockProvider;
import io.foliot.clock.Sleeper;
import io.foliot.clock.posix.PosixSleeper;
import io.foliot.duration.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long many virtual threads take that sleep briefly, on each sleeper and with Thread.sleep, in turns. */
class VirtualSleeps {
  private static final int THREADS = 1_000;
  private static final int SLEEPS = 10;
  private static final Duration TIME = Duration.ofMillis(1);
  private static final double LIMIT = 3;

  private interface Sleep {
    void run() throws InterruptedException;
  }

  private record Row(String name, Sleep sleep, double[] millis, double[] ratios) {}

  private static double millisOf(Sleep sleep) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < THREADS; i++) {
      threads.add(
          Thread.startVirtualThread(
              () -> {
                try {
                  for (int j = 0; j < SLEEPS; j++) {
                    sleep.run();
                  }
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Takes the number of rounds; exits with 1 if a median ratio is over the limit. */
  public static void main(String[] args) throws InterruptedException {
    int rounds = Integer.parseInt(args[0]);
    Sleeper portable = new PortableClockProvider().sleeper();
    Sleeper monotonic = PosixSleeper.monotonic();
    Sleeper boottime = PosixSleeper.boottime();
    Sleeper spinning = PosixSleeper.monotonic().withSpin(Duration.ofMicros(100));
    List<Row> rows = new ArrayList<>();
    long millis = TIME.toUnsignedNanos() / 1_000_000;
    add(rows, "Thread.sleep", () -> Thread.sleep(millis), rounds);
    add(rows, "portable sleeper", () -> portable.sleep(TIME), rounds);
    add(rows, "PosixSleeper.monotonic()", () -> monotonic.sleep(TIME), rounds);
    add(rows, "PosixSleeper.boottime()", () -> boottime.sleep(TIME), rounds);
    add(rows, "PosixSleeper.monotonic().withSpin(100 us)", () -> spinning.sleep(TIME), rounds);
    for (Row row : rows) {
      double ignored = millisOf(row.sleep());
    }
    for (int i = 0; i < rounds; i++) {
      for (Row row : rows) {
        row.millis()[i] = millisOf(row.sleep());
        row.ratios()[i] = row.millis()[i] / rows.get(0).millis()[i];
      }
    }
    boolean within = true;
    System.out.printf("%-44s %9s %9s %9s%n", "medians of " + rounds + " rounds", "ms", "ratio", "highest");
    for (Row row : rows) {
      double ratio = median(row.ratios());
      within &= ratio <= LIMIT;
      System.out.printf(
          Locale.ROOT,
          "%-44s %9.1f %9.2f %9.2f%n",
          row.name(),
          median(row.millis()),
          ratio,
          Arrays.stream(row.ratios()).max().orElseThrow());
    }
    if (!within) {
      System.out.println("expected at most " + LIMIT + " times Thread.sleep");
      System.exit(1);
    }
  }

  private static void add(List<Row> rows, String name, Sleep sleep, int rounds) {
    rows.add(new Row(name, sleep, new double[rounds], new double[rounds]));
  }
}
