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
 * Sleeps on every sleeper while libfaketime shifts the clocks that the JVM reads. Timeouts would be
 * shifted as well, so the caller bounds the run time of this program, and real time is read from
 * /proc/uptime.
 *
 * <p>Arguments: {@code sleepers [FILE]}, where FILE contains the shift for libfaketime, so that it
 * can change during a sleep; or {@code planted}, a sleeper with the fault that this test detects.
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

  /** A body that runs in a separate thread. */
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

    /** Waits until the thread sleeps or has ended; returns whether it sleeps. */
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

  /** Sets the clocks that the JVM reads ahead of the kernel's by a number of hours. */
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

  /** Sleeps briefly. If the shift can change, it grows by an hour during each sleep. */
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
                check(slept >= SHORT.toUnsignedNanos(), "woke up early, after " + slept + " ns");
              });
      if (shift != null && sleeping.sleeps()) {
        moveTo(hoursAhead + 1);
        moved++;
      }
      ended(sleeping.end());
      slowest = Math.max(slowest, uptimeMillis() - began);
    }
    check(shift == null || moved > 0, "the clock was stepped during none of the sleeps");
    return SLEEPS + " sleeps, the slowest " + slowest + " ms" + (moved > 0 ? ", " + moved + " with a step" : "");
  }

  /** Interrupts a long sleep. If the shift can change, it is removed during the sleep. */
  private static void interrupt(boolean virtual, Sleeper sleeper) throws Exception {
    Sleeping sleeping = new Sleeping(virtual, () -> sleeper.sleep(LONG));
    check(sleeping.sleeps(), "a long sleep ended without an interrupt");
    if (shift != null) {
      moveTo(0);
    }
    sleeping.thread.interrupt();
    Throwable thrown = sleeping.end();
    check(thrown instanceof InterruptedException, "an interrupted sleep ended with " + thrown);
  }

  /** A task that is due soon runs although the worker sleeps until a later one. */
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

  /** Passes a deadline of the JVM's clock to the kernel, as no sleeper may. */
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
