package io.foliot.simulation.model;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.xen.SharedInfoLayout;
import io.foliot.clock.xen.XenClocks;
import io.foliot.simulation.Rng;
import io.foliot.simulation.Schedule;
import java.math.BigInteger;
import java.util.List;

/**
 * A guest with some virtual CPUs, each with a counter and a {@code vcpu_time_info} of its own, and
 * a wall clock, all in one {@code shared_info}.
 */
final class GuestMachine extends Machine {
  private static final int STABLE = 1;

  /** A larger step back than this is another host. */
  private static final long CORRECTION = 4 * MILLI;

  /** Points at which a script may leave a structure half written. */
  private static final int LONGEST_WAIT = 4;

  /** There and back. Of two excursions in one reading only the kernel knows. */
  private static final int MOST_MOVES = 2;

  private static final long MOST_SKEW = 10 * MICRO;

  final Oracle oracle;
  final Oracle wallOracle;
  private final SharedMemory page = new SharedMemory(this);
  private final SharedInfoLayout layout;
  private final WallClockWords words;
  private final Vcpu[] vcpus;
  private final int[] vcpuOf = new int[Oracle.THREADS];

  /** How often each thread has moved in its present reading. */
  private final int[] moves = new int[Oracle.THREADS];

  /** System time of the host. */
  private final Ramp system;

  private long hertz;

  /** The lowest frequency that the counters ever had. */
  private long slowest;

  private boolean stable;
  private long wallBase;
  private long updatedAt;
  private long hosts;
  private int waits;

  /** Whether no virtual CPU runs, so that nobody sees what is half done. */
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
    long skews = vcpus == 1 ? 0 : 10 * MOST_SKEW;
    this.oracle = new Oracle(this, this::truth, false, skews);
    this.wallOracle = new Oracle(this, thread -> wallBase + truth(thread), true, 0);
    for (int i = 0; i < vcpus; i++) {
      this.vcpus[i] = new Vcpu(layout.vcpuTime(i), new Ramp(newCounter(), hertz));
    }
    for (int i = 0; i < vcpus; i++) {
      page.poke(layout.vcpuTime(i), random == null ? 2 : -2 * random.below(3));
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

  /** The thread that runs: the first one before any has started. */
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
      // The guest was not running, and Xen updates what it wakes up.
      page.finish();
      rewriteAll();
    }
    if (random.oneIn(20)) {
      move(random.below(Oracle.THREADS), random.below(vcpus.length));
    }
  }

  /** The hypervisor goes on writing what it has begun to write. */
  void stepOfWriter() {
    look();
    page.step();
    look();
  }

  void finishWriting() {
    page.finish();
  }

  /** Threads that wait for a writer do not wait for ever. */
  private void writeInTheEnd() {
    waits = page.isBeingWritten() ? waits + 1 : 0;
    if (waits > LONGEST_WAIT) {
      if (isPending()) {
        happen();
      } else {
        stepOfWriter();
      }
    }
  }

  private void look() {
    if (!paused) {
      oracle.look();
      wallOracle.look();
    }
  }

  /** A thread moves to another virtual CPU. */
  void move(int thread, int vcpu) {
    if (vcpuOf[thread] == vcpu || ++moves[thread] > MOST_MOVES) {
      return;
    }
    if (isTraced()) {
      note("thread " + thread + " moves to vcpu " + vcpu);
    }
    look();
    vcpuOf[thread] = vcpu;
    look();
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
        // What wakes up several virtual CPUs rewrites their structures, too.
        if (vcpus.length == 1) {
          setCounters(random.signed(random.oneIn(2) ? 90 * MILLI : DAY));
        }
      }
      case 8 -> {
        // Also on one virtual CPU only.
        stable = !stable;
        update(random.below(vcpus.length));
      }
      default -> {
        // To 2106 and beyond, where the seconds have more than 32 bits.
        setWallClock(random.magnitude(8_000_000_000L * SECOND));
        note("wall clock is set");
      }
    }
  }

  /** The hypervisor rewrites a structure, word by word, while the guest runs. */
  void update(int number) {
    page.finish();
    note("vcpu " + number + " is updated");
    write(vcpus[number]);
  }

  /** All structures are rewritten at once. */
  private void rewriteAll() {
    look();
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

  /** The clock finds out that structures or counters are others now. */
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
    wallOracle.look();
    if (back > 0) {
      oracle.changed();
    } else {
      oracle.look();
    }
    long change = vcpus.length == 1 ? back : Math.max(back, ahead);
    if (change > 0) {
      oracle.disturbed(Math.min(change, CORRECTION), 0, 1);
    }
  }

  void slew(long partsPerBillion) {
    note("slew by " + partsPerBillion + " ppb");
    system.setRate(now, SECOND + partsPerBillion);
  }

  /** The guest wakes up on another host. */
  void migrate(long systemTime, int ofTwoThousand) {
    long other = hertz / 2000 * ofTwoThousand;
    if (system.at(now) + systemTime < HOUR || other < 1_000_000 || other > 8 * SECOND) {
      return;
    }
    note("migrates to a host whose time is ahead by " + systemTime + ", at " + other + " Hz");
    page.finish();
    look();
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

  /** All counters are set back, and no structure is updated. */
  void setCounters(long nanos) {
    note("counters set back by " + nanos + " ns");
    page.finish();
    look();
    long[] before = truths();
    long ticks = nanos / 1000 * (hertz / 1_000_000);
    for (Vcpu vcpu : vcpus) {
      vcpu.counter.step(now, -ticks);
    }
    changed(before);
  }

  private void write(Vcpu vcpu) {
    int at = vcpu.offset;
    int version = page.peek(at);
    long stamp = vcpu.counter.at(now);
    long time = system.at(now) + skew();
    int shift = shift();
    int multiplier = multiplier(shift);
    boolean flag = stable;
    page.write(at, version + 1);
    page.writeLong(at + 8, stamp);
    page.writeLong(at + 16, time);
    page.write(at + 24, multiplier);
    page.write(at + 28, (shift & 0xFF) | (flag ? STABLE << 8 : 0));
    page.then(
        () -> {
          look();
          long[] before = truths();
          page.poke(at, version + 2);
          vcpu.says(stamp, time, multiplier, shift);
          updatedAt = now;
          changed(before);
        });
  }

  /** By how much the structures of several virtual CPUs disagree. */
  private long skew() {
    return vcpus.length == 1 || random == null ? 0 : random.below((int) MOST_SKEW);
  }

  /** The shift that leaves the multiplier its full 32 bits, or fewer. */
  private int shift() {
    int shift = 0;
    while (BigInteger.valueOf(SECOND).shiftLeft(32 - shift).divide(big(hertz)).bitLength() > 32) {
      shift++;
    }
    while (BigInteger.valueOf(SECOND).shiftLeft(32 - shift).divide(big(hertz)).bitLength() < 32) {
      shift--;
    }
    return shift + (random == null || random.oneIn(2) ? 0 : random.below(Math.min(12, 32 - shift)));
  }

  private int multiplier(int shift) {
    return BigInteger.valueOf(SECOND).shiftLeft(32 - shift).divide(big(hertz)).intValue();
  }

  private static BigInteger big(long number) {
    return BigInteger.valueOf(number);
  }

  /** Xen's wall clock at system time 0. */
  void setWallClock(long base) {
    words.write(
        base,
        () -> {
          look();
          wallBase = base;
          look();
        });
  }
}
