import io.foliot.clock.Clocks;
import io.foliot.clock.PortableClockProvider;
import io.foliot.clock.Sleeper;
import io.foliot.clock.SleeperExecutor;
import io.foliot.clock.posix.PosixClocks;
import io.foliot.clock.posix.PosixSleeper;
import io.foliot.duration.Duration;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Sleeps on every sleeper while libfaketime shifts the clocks that the JVM reads. Nothing here waits
 * with a timeout, which would be shifted as well: whoever starts the program bounds it, and real time
 * is the kernel's own, in /proc/uptime.
 *
 * <p>Arguments: {@code sleepers [FILE]}, where FILE is what libfaketime reads the shift from, so that
 * it changes while a thread sleeps; or {@code planted}, a sleeper with the fault that this looks for.
 */
class ShiftedSleeps {
  private static final int SLEEPS = 20;
  private static final Duration SHORT = Duration.ofMillis(5);
  private static final Duration LONG = Duration.ofHours(100);

  private static Path shift;
  private static int hoursAhead;

  private interface Body {
    void run() throws Exception;
  }

  /** Runs it in a thread of its own, which cannot be waited for with a timeout. */
  private static final class Sleeping {
    final Thread thread;
    volatile Throwable thrown;

    Sleeping(boolean virtual, Body body) {
      Runnable caught =
          () -> {
            try {
              body.run();
            } catch (Throwable e) {
              thrown = e;
            }
          };
      thread = virtual ? Thread.ofVirtual().start(caught) : Thread.ofPlatform().start(caught);
    }

    /** Waits until it sleeps or has ended. */
    boolean sleeps() {
      while (true) {
        Thread.State state = thread.getState();
        if (state == Thread.State.TIMED_WAITING || state == Thread.State.WAITING) {
          return true;
        }
        if (state == Thread.State.TERMINATED) {
          return false;
        }
        Thread.onSpinWait();
      }
    }

    Throwable end() throws InterruptedException {
      thread.join();
      return thrown;
    }
  }

  private static long uptimeMillis() throws IOException {
    String uptime = Files.readString(Path.of("/proc/uptime"));
    return Long.parseLong(uptime.substring(0, uptime.indexOf(' ')).replace(".", "")) * 10;
  }

  /** Moves the clocks that the JVM reads to so many hours ahead of the kernel's. */
  private static void moveTo(int hours) throws IOException {
    Path next = Files.writeString(shift.resolveSibling("shift.next"), "+" + hours + "h\n");
    Files.move(next, shift, StandardCopyOption.ATOMIC_MOVE);
    hoursAhead = hours;
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  private static void ended(Throwable thrown) {
    if (thrown != null) {
      throw new AssertionError("a sleep threw", thrown);
    }
  }

  /** Short sleeps; where the shift can change, one hour more in each of them. */
  private static String sleepShortly(boolean virtual, Sleeper sleeper) throws Exception {
    long slowest = 0;
    int moved = 0;
    for (int i = 0; i < SLEEPS; i++) {
      long began = uptimeMillis();
      Sleeping sleeping =
          new Sleeping(
              virtual,
              () -> {
                long start = sleeper.clock().elapsedNanos();
                sleeper.sleep(SHORT);
                long slept = sleeper.clock().elapsedNanos() - start;
                check(slept >= SHORT.toUnsignedNanos(), "early: " + slept + " ns");
              });
      if (shift != null && sleeping.sleeps()) {
        moveTo(hoursAhead + 1);
        moved++;
      }
      ended(sleeping.end());
      slowest = Math.max(slowest, uptimeMillis() - began);
    }
    check(shift == null || moved > 0, "the clock was moved in none of the sleeps");
    return SLEEPS + " sleeps, the slowest " + slowest + " ms" + (moved > 0 ? ", " + moved + " moved" : "");
  }

  /** A long sleep; where the shift can change, the clock goes back by all its hours meanwhile. */
  private static void interrupt(boolean virtual, Sleeper sleeper) throws Exception {
    Sleeping sleeping = new Sleeping(virtual, () -> sleeper.sleep(LONG));
    check(sleeping.sleeps(), "a long sleep ended by itself");
    if (shift != null) {
      moveTo(0);
    }
    sleeping.thread.interrupt();
    Throwable thrown = sleeping.end();
    check(thrown instanceof InterruptedException, "an interrupted sleep ended with " + thrown);
  }

  /** A task that is due soon runs although the thread sleeps for a later one. */
  private static void schedule(Sleeper sleeper) throws Exception {
    Thread[] worker = new Thread[1];
    SleeperExecutor executor =
        SleeperExecutor.on(sleeper, task -> worker[0] = new Thread(task, "worker"));
    Future<?> late = executor.schedule(() -> {}, LONG.toSeconds(), TimeUnit.SECONDS);
    for (int i = 0; i < SLEEPS; i++) {
      Future<?> soon = executor.schedule(() -> {}, SHORT.toMillis(), TimeUnit.MILLISECONDS);
      if (shift != null) {
        moveTo(hoursAhead + 1);
      }
      soon.get();
    }
    check(!late.isDone(), "a task ran before it was due");
    executor.shutdownNow();
    worker[0].join();
  }

  private static Map<String, Sleeper> sleepers() {
    Map<String, Sleeper> sleepers = new LinkedHashMap<>();
    sleepers.put("portable", new PortableClockProvider().sleeper());
    sleepers.put("installed", Clocks.installed().sleeper());
    sleepers.put("posix monotonic", PosixSleeper.monotonic());
    sleepers.put("posix boottime", PosixSleeper.boottime());
    sleepers.put(
        "posix monotonic, spinning", PosixSleeper.monotonic().withSpin(Duration.ofMicros(100)));
    sleepers.put(
        "posix boottime, spinning", PosixSleeper.boottime().withSpin(Duration.ofMicros(100)));
    sleepers.put("parking on monotonic-raw", Sleeper.parking(PosixClocks.monotonicRaw()));
    return sleepers;
  }

  /** Takes a deadline from the JVM's clock to the kernel's: what a sleeper must not do. */
  private static void sleepAbsolutely() throws Throwable {
    Linker linker = Linker.nativeLinker();
    MethodHandle sleep =
        linker.downcallHandle(
            linker.defaultLookup().find("clock_nanosleep").orElseThrow(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS));
    int monotonic = 1;
    int absolute = 1;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timespec = arena.allocate(16, 8);
      long deadline = System.nanoTime() + SHORT.toUnsignedNanos();
      timespec.set(ValueLayout.JAVA_LONG, 0, deadline / 1_000_000_000);
      timespec.set(ValueLayout.JAVA_LONG, 8, deadline % 1_000_000_000);
      System.out.println("asleep");
      check(
          (int) sleep.invokeExact(monotonic, absolute, timespec, MemorySegment.NULL) == 0,
          "clock_nanosleep failed");
      System.out.println("awake");
    }
  }

  public static void main(String[] args) throws Throwable {
    if (args[0].equals("planted")) {
      sleepAbsolutely();
      return;
    }
    shift = args.length > 1 ? Path.of(args[1]) : null;
    for (Map.Entry<String, Sleeper> entry : sleepers().entrySet()) {
      Sleeper sleeper = entry.getValue();
      for (boolean virtual : new boolean[] {false, true}) {
        System.out.println(entry.getKey() + (virtual ? ", virtual thread" : ""));
        System.out.println("  " + sleepShortly(virtual, sleeper));
        interrupt(virtual, sleeper);
      }
      System.out.println(entry.getKey() + ", executor");
      schedule(sleeper);
    }
    System.out.println(sleepers().size() + " sleepers");
  }
}
