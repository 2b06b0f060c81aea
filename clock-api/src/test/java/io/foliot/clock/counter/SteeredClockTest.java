package io.foliot.clock.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ClockUnavailableException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A steered clock on a simulated machine. */
class SteeredClockTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;
  private static final long GIGAHERTZ = 2_445_429_000L;

  /** Reads at intervals for a while; asserts that the error stays within bounds. */
  private static void stay(
      SimulatedMachine machine, SteeredClock clock, long nanos, long pace, long allowed) {
    for (long t = 0; t < nanos; t += pace) {
      machine.pass(pace);
      long error = machine.error(clock);
      long at = t;
      assertTrue(Math.abs(error) <= allowed, () -> "error " + error + " ns after " + at + " ns");
    }
  }

  @ParameterizedTest
  @ValueSource(
      longs = {1_000_000, 24_000_000, 54_000_000, 1_000_000_000, GIGAHERTZ, 5_700_000_000L})
  void followsReferenceAtAllFrequencies(long frequency) {
    SimulatedMachine machine = new SimulatedMachine(frequency, false);
    SteeredClock clock = machine.steered();
    // The resolution of the counter at both ends of a segment, and of the sample.
    long allowed = 3 * (SECOND / frequency) + 100;
    stay(machine, clock, SECOND, 10_000, allowed);
    stay(machine, clock, 10 * SECOND, 7 * MILLI, allowed);
    stay(machine, clock, 100 * SECOND, 3 * SECOND, allowed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000_000, 24_000_000, GIGAHERTZ})
  void survivesPauseOfYears(long frequency) {
    SimulatedMachine machine = new SimulatedMachine(frequency, false);
    SteeredClock clock = machine.steered();
    machine.pass(20L * 365 * 86_400 * SECOND);
    stay(machine, clock, SECOND, MILLI, 2 * (SECOND / frequency) + 100);
  }

  @Test
  void followsChangeOfReferenceRate() {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
    SteeredClock clock = machine.steered();
    stay(machine, clock, SECOND, MILLI, 100);
    machine.slew(500_000);
    // 500 ppm of the 3.2 ms from one sample to the next, until the rate is known.
    stay(machine, clock, SECOND / 2, MILLI, 5_000);
    stay(machine, clock, SECOND, MILLI, 100);
  }

  @Test
  void survivesSuspendWithRunningCounter() {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
    SteeredClock clock = machine.steered();
    stay(machine, clock, SECOND, MILLI, 100);
    machine.suspend(3600 * SECOND, true);
    stay(machine, clock, SECOND, MILLI, 4 * MILLI);
    stay(machine, clock, SECOND, MILLI, 100);
  }

  @Test
  void detectsCounterSetBack() {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
    SteeredClock clock = machine.steered();
    stay(machine, clock, SECOND, MILLI, 100);
    long before = clock.nanos();
    machine.setCounter(0);
    assertTrue(clock.nanos() >= before);
    stay(machine, clock, SECOND, MILLI, 4 * MILLI);
    stay(machine, clock, SECOND, MILLI, 100);
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000_000_000, 3_800_000_000L, GIGAHERTZ + GIGAHERTZ / 1000})
  void detectsMigrationToAnotherCounter(long frequency) {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
    SteeredClock clock = machine.steered();
    stay(machine, clock, SECOND, MILLI, 100);
    machine.setFrequency(frequency);
    // A slower counter reaches the end of the segment later.
    stay(machine, clock, SECOND, MILLI, 10 * MILLI);
    stay(machine, clock, SECOND, MILLI, 100);
  }

  @ParameterizedTest
  @ValueSource(longs = {-3600 * SECOND, -SECOND, -MILLI, MILLI, SECOND, 365 * 86_400 * SECOND})
  void wallClockFollowsStepWithinSegment(long step) {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, true);
    SteeredClock clock = machine.steered();
    stay(machine, clock, SECOND, MILLI, 100);
    machine.step(step);
    for (int i = 0; i < 4; i++) {
      machine.pass(MILLI);
      long ignored = clock.nanos();
    }
    stay(machine, clock, SECOND, MILLI, 100);
    // After a pause, the first reading is correct.
    machine.step(step);
    machine.pass(4 * MILLI);
    stay(machine, clock, SECOND, MILLI, 100);
  }

  @Test
  void readsReferenceOnceUntrusted() {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
    SteeredClock clock = machine.steered();
    stay(machine, clock, SECOND, MILLI, 100);
    machine.distrust();
    machine.setFrequency(GIGAHERTZ / 3);
    stay(machine, clock, SECOND, MILLI, 10 * MILLI);
    machine.setFrequency(GIGAHERTZ * 7);
    stay(machine, clock, SECOND, MILLI, 50);
    machine.setCounter(0);
    stay(machine, clock, SECOND, MILLI, 50);
  }

  @Test
  void recoversWithVeryDifferentCounter() {
    SimulatedMachine machine = new SimulatedMachine(24_000_000, false);
    SteeredClock clock = machine.steered();
    stay(machine, clock, SECOND, MILLI, 300);
    machine.setFrequency(1_000_000_000);
    stay(machine, clock, SECOND / 10, MILLI, 4 * MILLI);
    stay(machine, clock, SECOND, MILLI, 100);
  }

  @Test
  void calibrationIgnoresStep() {
    for (long step : new long[] {-3600 * SECOND, -MILLI, MILLI, 3600 * SECOND}) {
      for (int reads : new int[] {1, 2, 10, 1_000, 100_050, 150_000}) {
        SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, true);
        machine.stepAfterReads(reads, step);
        SteeredClock clock = machine.steered();
        stay(machine, clock, SECOND / 4, MILLI, 4000 * SECOND);
        stay(machine, clock, SECOND / 4, MILLI, 100);
      }
    }
  }

  @Test
  void neverGoesBackOnErraticCounter() {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
    SteeredClock clock = machine.steered();
    machine.makeCounterErratic();
    long last = clock.nanos();
    for (int i = 0; i < 10_000; i++) {
      machine.pass(100_000);
      long read = clock.nanos();
      long before = last;
      assertTrue(read >= before, () -> "back by " + (before - read) + " ns");
      last = read;
    }
  }

  @Test
  void refusesStoppedCounterOrReference() {
    Sampler frozen = enough -> new Sample(5, 7, 1);
    assertThrows(
        ClockUnavailableException.class,
        () -> SteeredClock.monotonic(() -> 5, frozen, () -> 7, () -> true));
  }

  /** The kernel's clock is set back, as by a restore after another boot. */
  @ParameterizedTest
  @ValueSource(longs = {400_000, 7 * SECOND, 10 * 86_400 * SECOND})
  void continuesWhenReferenceIsSetBack(long back) {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
    SteeredClock clock = machine.steered();
    stay(machine, clock, SECOND, MILLI, 100);
    long before = clock.nanos();
    machine.step(-back);
    for (int i = 0; i < 20; i++) {
      machine.pass(MILLI);
      assertTrue(clock.nanos() >= before);
    }
    long ahead = machine.error(clock);
    long kept = back > SteeredClock.SLEW_LIMIT ? back : 0;
    assertTrue(Math.abs(ahead - kept) <= 4 * MILLI, () -> ahead + " ns ahead after " + back);
    for (int i = 0; i < 1000; i++) {
      machine.pass(MILLI);
      long drift = machine.error(clock) - ahead;
      assertTrue(Math.abs(drift) <= 100, () -> "drifts by " + drift + " ns");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1_000, MILLI, 3 * MILLI, 10 * MILLI, 90 * MILLI, 3600 * SECOND})
  void goesBackByLessThanSegmentIfCounterIsSetBack(long back) {
    for (int offset = 0; offset < 50; offset++) {
      SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
      SteeredClock clock = machine.steered();
      stay(machine, clock, SECOND / 10 + offset * 100_000L, MILLI, 100);
      long before = clock.nanos();
      machine.setCounterBack(back);
      long after = clock.nanos();
      assertTrue(before - after < SteeredClock.INTERVAL, () -> before - after + " ns back");
      stay(machine, clock, 20 * MILLI, 100_000, 4 * MILLI);
      stay(machine, clock, SECOND / 2, MILLI, 100);
    }
  }

  @Test
  void stepAfterCreationDoesNotOvershoot() {
    for (long step : new long[] {-10 * MILLI, 10 * MILLI}) {
      for (int after = 1; after < 100; after++) {
        SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, true);
        SteeredClock clock = machine.steered();
        for (int i = 0; i < after; i++) {
          machine.pass(50_000);
          clock.nanos();
        }
        machine.step(step);
        machine.pass(4 * MILLI);
        stay(machine, clock, SECOND / 10, 50_000, 100);
      }
    }
  }

  @Test
  void followsReferenceSetBackOnceUntrusted() {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
    SteeredClock clock = machine.steered();
    machine.distrust();
    machine.setFrequency(GIGAHERTZ / 3);
    stay(machine, clock, SECOND / 10, MILLI, 10 * MILLI);
    long before = clock.nanos();
    machine.step(-3600 * SECOND);
    machine.pass(MILLI);
    long after = clock.nanos();
    assertTrue(after >= before && after - before <= 2 * MILLI, () -> after - before + " ns");
    machine.pass(SECOND);
    long passed = clock.nanos() - after;
    assertTrue(Math.abs(passed - SECOND) <= 1_000, () -> passed + " ns");
  }

  @Test
  void periodIsThatOfCounter() {
    assertEquals(408, new SimulatedMachine(GIGAHERTZ, false).steered().periodPicos());
    long period = new SimulatedMachine(24_000_000, false).steered().periodPicos();
    assertTrue(period > 41_600 && period < 41_700, () -> "period " + period);
  }

  /** An event on a machine. */
  static final class Event {
    private final String what;
    private final long much;

    Event(String what, long much) {
      this.what = what;
      this.much = much;
    }

    void happen(SimulatedMachine machine) {
      switch (what) {
        case "pass":
          machine.pass(much);
          break;
        case "suspend":
          machine.suspend(much, true);
          break;
        case "power off":
          machine.suspend(much, false);
          break;
        case "counter":
          machine.setCounter(much);
          break;
        case "frequency":
          machine.setFrequency(1_000_000_000L + Math.floorMod(much, 4L) * 1_000_000_000L);
          break;
        case "slew":
          machine.slew(Math.floorMod(much, 1001L) * 1000 - 500_000);
          break;
        case "kernel":
          machine.step(-much);
          break;
        default:
          throw new AssertionError(what);
      }
    }

    @Override
    public String toString() {
      return what + " " + much;
    }
  }

  @Provide
  Arbitrary<List<Event>> events() {
    Arbitrary<String> what =
        Arbitraries.of("pass", "suspend", "power off", "counter", "frequency", "slew", "kernel");
    Arbitrary<Long> much = Arbitraries.longs().between(0, 1L << 40);
    return Combinators.combine(what, much).as(Event::new).list().ofMaxSize(8);
  }

  @Property(tries = 200)
  void neverGoesBackBySegmentAndRecoversRate(@ForAll("events") List<Event> events) {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
    SteeredClock clock = machine.steered();
    long last = clock.nanos();
    for (Event event : events) {
      event.happen(machine);
      // A counter that was set may now lie in the current segment.
      long exempt = event.what.equals("counter") ? SteeredClock.INTERVAL : 0;
      for (int i = 0; i < 200; i++) {
        long read = clock.nanos();
        long before = last;
        long allowed = i == 0 ? exempt : 0;
        assertTrue(
            read >= before - allowed, () -> "back by " + (before - read) + " ns after " + event);
        last = read;
        machine.pass(i % 7 * 300_000L);
      }
    }
    for (int i = 0; i < 40; i++) {
      machine.pass(MILLI);
      long read = clock.nanos();
      assertTrue(read >= last);
      last = read;
    }
    long ahead = machine.error(clock);
    for (int i = 0; i < 1000; i++) {
      machine.pass(MILLI);
      long drift = machine.error(clock) - ahead;
      assertTrue(Math.abs(drift) <= 100, () -> "drifts by " + drift + " ns after " + events);
    }
  }
}
