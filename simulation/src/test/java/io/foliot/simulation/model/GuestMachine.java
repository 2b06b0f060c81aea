package io.foliot.simulation.model;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.xen.SharedInfoLayout;
import io.foliot.clock.xen.XenClocks;
import io.foliot.simulation.Rng;
import io.foliot.simulation.Schedule;
import java.util.List;

/**
 * A guest with one {@code shared_info}: virtual CPUs, each with its own counter and {@code
 * vcpu_time_info}, and a wall clock.
 */
final class GuestMachine extends Machine {
  /** A larger step back is another host. */
  private static final long MAX_CORRECTION = 4 * MILLI;

  /** Points for which a script may leave an update unfinished. */
  private static final int MAX_WAITS = 4;

  /** There and back: only the kernel can detect two excursions in one reading. */
  private static final int MAX_MOVES = 2;

  private static final long MAX_SKEW = 10 * MICRO;

  final Oracle oracle;
  final Oracle wallOracle;
  private final SharedMemory page = new SharedMemory(this);
  private final SharedInfoLayout layout;
  private final WallClockWords words;
  private final Vcpu[] vcpus;
  private final int[] vcpuOf = new int[Oracle.THREADS];

  /** How often each thread has moved in its current reading. */
  private final int[] moves = new int[Oracle.THREADS];

  /** System time of the host. */
  private final Ramp system;

  private long hertz;

  /** The lowest frequency of the counters so far. */
  private long slowest;

  private boolean stable;
  private long wallBase;
  private long updatedAt;
  private long hosts;
  private int waits;

  /** Whether no virtual CPU runs, so that no thread sees an unfinished change. */
  private boolean paused = true;

  private MonotonicClock clock;
  private PosixClock wall;

  GuestMachine(
      Rng random,
      List<Runnable> script,
      StringBuilder trace,
      int vcpus,
      boolean stable,
      long hertz) {
    super(random, script, trace);
    this.vcpus = new Vcpu[vcpus];
    this.stable = stable;
    this.layout =
        random == null || random.oneIn(2) ? SharedInfoLayout.X86_64 : SharedInfoLayout.X86_32;
    this.words = new WallClockWords(page, layout);
    this.hertz = hertz;
    this.slowest = hertz;
    this.system = new Ramp(DAY, SECOND);
    long skews = vcpus == 1 ? 0 : 10 * MAX_SKEW;
    this.oracle = new Oracle(this, this::truth, false, skews);
    this.wallOracle = new Oracle(this, thread -> wallBase + truth(thread), true, 0);
    for (int i = 0; i < vcpus; i++) {
      this.vcpus[i] = new Vcpu(page, layout.vcpuTime(i), new Ramp(newCounter(), hertz));
    }
    for (int i = 0; i < vcpus; i++) {
      this.vcpus[i].setVersion(random == null ? 2 : -2 * random.below(3));
      write(this.vcpus[i]);
      page.finish();
    }
  }

  void open() {
    int[] offsets = new int[vcpus.length];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = layout.vcpuTime(i);
    }
    clock =
        vcpus.length == 1
            ? XenClocks.monotonic(page, offsets[0], this::ticks)
            : XenClocks.monotonic(page, offsets, () -> vcpuOf[thread()], this::ticks);
    words.requireRefusalBeforeFirstWrite(clock);
    setWallClock(1_764_374_400L * SECOND + 5);
    page.finish();
    words.leaveBehind(
        layout == SharedInfoLayout.X86_64 ? SharedInfoLayout.X86_32 : SharedInfoLayout.X86_64);
    wall = XenClocks.posix(page, layout, clock);
    paused = false;
    oracle.opened();
    note("opened: " + vcpus.length + " vcpus at " + hertz + " Hz");
  }

  void read(int thread) {
    moves[thread] = 0;
    oracle.begin(thread);
    long nanos = clock.elapsedNanos();
    oracle.end(thread, nanos);
  }

  void readWall(int thread) {
    moves[thread] = 0;
    wallOracle.begin(thread);
    long nanos = wall.epochNanos();
    wallOracle.end(thread, nanos);
  }

  private Vcpu vcpu(int thread) {
    return vcpus[vcpuOf[thread]];
  }

  private long ticks() {
    takeTime();
    return vcpu(thread()).counter.at(now);
  }

  /** {@return the running thread; thread 0 before any has started} */
  private static int thread() {
    return Math.max(0, Schedule.thread());
  }

  private long truth(int thread) {
    return vcpu(thread).truth(now);
  }

  @Override
  long resolution() {
    return 1 + SECOND / slowest;
  }

  @Override
  public void pass() {
    super.pass();
    if (random == null) {
      writeInTheEnd();
      return;
    }
    if (page.isBeingWritten() && random.oneIn(3)) {
      stepOfWriter();
    }
    if (vcpus.length == 1) {
      return;
    }
    if (now - updatedAt > 100 * MILLI) {
      // The guest was not running: Xen updates the structures of the virtual CPUs it wakes up.
      page.finish();
      rewriteAll();
    }
    if (random.oneIn(20)) {
      move(random.below(Oracle.THREADS), random.below(vcpus.length));
    }
  }

  /** Continues the update in progress. */
  void stepOfWriter() {
    observe();
    page.step();
    observe();
  }

  void finishWriting() {
    page.finish();
  }

  /** Finishes an update at some point, so that no thread waits forever. */
  private void writeInTheEnd() {
    waits = page.isBeingWritten() ? waits + 1 : 0;
    if (waits > MAX_WAITS) {
      if (isPending()) {
        happen();
      } else {
        stepOfWriter();
      }
    }
  }

  private void observe() {
    if (!paused) {
      oracle.observe();
      wallOracle.observe();
    }
  }

  /** Moves a thread to another virtual CPU. */
  void move(int thread, int vcpu) {
    if (vcpuOf[thread] == vcpu || ++moves[thread] > MAX_MOVES) {
      return;
    }
    if (isTraced()) {
      note("thread " + thread + " moves to vcpu " + vcpu);
    }
    observe();
    vcpuOf[thread] = vcpu;
    observe();
  }

  @Override
  void event() {
    switch (random.below(10)) {
      case 0, 1 -> update(random.below(vcpus.length));
      case 2 -> slew(random.below(1_000_001) - 500_000);
      case 3 -> migrate(random.signed(10 * DAY), 1 + random.below(4_000));
      case 4 -> migrate(-random.magnitude(10 * DAY), 2000);
      case 5 -> migrate(random.signed(MILLI), 2000);
      case 6 -> migrate(-random.magnitude(5 * MICRO), 2000);
      case 7 -> {
        // Waking up several virtual CPUs updates their structures, too.
        if (vcpus.length == 1) {
          setCounters(random.signed(random.oneIn(2) ? 90 * MILLI : DAY));
        }
      }
      case 8 -> {
        // On one virtual CPU only.
        stable = !stable;
        update(random.below(vcpus.length));
      }
      default -> {
        // Also beyond 2106, where seconds have more than 32 bits.
        setWallClock(random.magnitude(8_000_000_000L * SECOND));
        note("wall clock is set");
      }
    }
  }

  /** Starts to update a structure, word by word, while the guest runs. */
  void update(int number) {
    page.finish();
    note("vcpu " + number + " updated");
    write(vcpus[number]);
  }

  /** Updates all structures at once. */
  private void rewriteAll() {
    observe();
    long[] before = truths();
    paused = true;
    for (Vcpu vcpu : vcpus) {
      write(vcpu);
      page.finish();
    }
    paused = false;
    changed(before);
  }

  private long[] truths() {
    long[] truths = new long[vcpus.length];
    for (int i = 0; i < truths.length; i++) {
      truths[i] = vcpus[i].truth(now);
    }
    return truths;
  }

  /** Tells the oracles that structures or counters have changed. */
  private void changed(long[] before) {
    if (paused) {
      return;
    }
    long back = 0;
    long ahead = 0;
    for (int i = 0; i < before.length; i++) {
      back = Math.max(back, before[i] - vcpus[i].truth(now));
      ahead = Math.max(ahead, vcpus[i].truth(now) - before[i]);
    }
    wallOracle.observe();
    if (back > 0) {
      oracle.changed();
    } else {
      oracle.observe();
    }
    long change = vcpus.length == 1 ? back : Math.max(back, ahead);
    if (change > 0) {
      oracle.disturbed(Math.min(change, MAX_CORRECTION), 0, 1);
    }
  }

  void slew(long partsPerBillion) {
    note("slewed by " + partsPerBillion + " ppb");
    system.setRate(now, SECOND + partsPerBillion);
  }

  /** Migrates the guest to a host with another system time and frequency. */
  void migrate(long systemTime, int ofTwoThousand) {
    long other = hertz / 2000 * ofTwoThousand;
    if (system.at(now) + systemTime < HOUR || other < 1_000_000 || other > 8 * SECOND) {
      return;
    }
    note("migrated to a host whose time is ahead by " + systemTime + ", at " + other + " Hz");
    page.finish();
    observe();
    long[] before = truths();
    hertz = other;
    slowest = Math.min(slowest, hertz);
    system.step(now, systemTime);
    long base = wallBase - systemTime > DAY ? wallBase - systemTime : wallBase;
    paused = true;
    for (int i = vcpus.length - 1; i >= 0; i--) {
      Vcpu vcpu = vcpus[i];
      vcpu.counter.setRate(now, other);
      vcpu.counter.set(now, newCounter());
      write(vcpu);
      page.finish();
    }
    setWallClock(base);
    page.finish();
    paused = false;
    changed(before);
    if (random != null && vcpus.length > 1) {
      move(random.below(Oracle.THREADS), random.below(vcpus.length));
    }
  }

  private long newCounter() {
    return random == null ? ++hosts << 50 : random.magnitude(1L << 62);
  }

  /** Sets all counters back without updating a structure. */
  void setCounters(long nanos) {
    note("counters set back by " + nanos + " ns");
    page.finish();
    observe();
    long[] before = truths();
    long ticks = nanos / 1000 * (hertz / 1_000_000);
    for (Vcpu vcpu : vcpus) {
      vcpu.counter.step(now, -ticks);
    }
    changed(before);
  }

  private void write(Vcpu vcpu) {
    long time = system.at(now) + skew();
    vcpu.write(
        now,
        time,
        shift(),
        stable,
        publish -> {
          observe();
          long[] before = truths();
          publish.run();
          updatedAt = now;
          changed(before);
        });
  }

  /** Returns a difference between the structures of several virtual CPUs. */
  private long skew() {
    return vcpus.length == 1 || random == null ? 0 : random.below((int) MAX_SKEW);
  }

  /** Returns a shift with which the multiplier has 32 bits, or fewer. */
  private int shift() {
    int shift = Vcpu.shift(hertz);
    return shift + (random == null || random.oneIn(2) ? 0 : random.below(Math.min(12, 32 - shift)));
  }

  /** Starts to set the wall clock at system time 0. */
  void setWallClock(long base) {
    words.write(
        base,
        () -> {
          observe();
          wallBase = base;
          observe();
        });
  }
}
