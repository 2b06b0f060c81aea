package io.foliot.clock.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** The arithmetic and the behaviour of cycle-counter clocks, on a simulated machine. */
class TimelineTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;
  private static final long GIGAHERTZ = 2_445_429_000L;

  /** Reads for a while at the given pace; asserts that readings stay within the error given. */
  private static void stay(
      SimulatedMachine machine, Timeline line, long nanos, long pace, long allowed) {
    for (long t = 0; t < nanos; t += pace) {
      machine.pass(pace);
      long error = machine.error(line);
      long at = t;
      assertTrue(Math.abs(error) <= allowed, () -> "error " + error + " ns after " + at + " ns");
    }
  }

  @ParameterizedTest
  @ValueSource(
      longs = {1_000_000, 24_000_000, 54_000_000, 1_000_000_000, GIGAHERTZ, 5_700_000_000L})
  void followsTheKernelWithCountersOfAllRates(long frequency) {
    SimulatedMachine machine = new SimulatedMachine(frequency, false);
    Timeline line = machine.timeline();
    // What the counter can tell, at both ends of a segment, and the bracket.
    long allowed = 3 * (SECOND / frequency) + 100;
    stay(machine, line, SECOND, 10_000, allowed);
    stay(machine, line, 10 * SECOND, 7 * MILLI, allowed);
    stay(machine, line, 100 * SECOND, 3 * SECOND, allowed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000_000, 24_000_000, GIGAHERTZ})
  void aPauseOfYearsIsNoTrouble(long frequency) {
    SimulatedMachine machine = new SimulatedMachine(frequency, false);
    Timeline line = machine.timeline();
    machine.pass(20L * 365 * 86_400 * SECOND);
    stay(machine, line, SECOND, MILLI, 2 * (SECOND / frequency) + 100);
  }

  @Test
  void followsAChangeOfTheKernelsRate() {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
    Timeline line = machine.timeline();
    stay(machine, line, SECOND, MILLI, 100);
    machine.slew(500_000);
    // 500 ppm for at most 0.2 s before it is fully known.
    stay(machine, line, SECOND / 2, MILLI, 100_000);
    stay(machine, line, SECOND, MILLI, 100);
  }

  @Test
  void standsOutASuspendInWhichTheCounterRan() {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
    Timeline line = machine.timeline();
    stay(machine, line, SECOND, MILLI, 100);
    machine.suspend(3600 * SECOND, true);
    stay(machine, line, SECOND, MILLI, 100 * MILLI);
    stay(machine, line, SECOND, MILLI, 100);
  }

  @Test
  void noticesThatTheCounterWasSetBack() {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
    Timeline line = machine.timeline();
    stay(machine, line, SECOND, MILLI, 100);
    long before = machine.read(line);
    machine.setCounter(0);
    assertTrue(machine.read(line) >= before);
    stay(machine, line, SECOND, MILLI, 100 * MILLI);
    stay(machine, line, SECOND, MILLI, 100);
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000_000_000, 3_800_000_000L, GIGAHERTZ + GIGAHERTZ / 1000})
  void noticesAMigrationToAMachineWithAnotherCounter(long frequency) {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
    Timeline line = machine.timeline();
    stay(machine, line, SECOND, MILLI, 100);
    machine.setFrequency(frequency);
    stay(machine, line, SECOND, MILLI, 100 * MILLI);
    stay(machine, line, SECOND, MILLI, 100);
  }

  @ParameterizedTest
  @ValueSource(longs = {-3600 * SECOND, -SECOND, -MILLI, MILLI, SECOND, 365 * 86_400 * SECOND})
  void theWallClockFollowsAStepWithinATenthOfASecond(long step) {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, true);
    Timeline line = machine.timeline();
    stay(machine, line, SECOND, MILLI, 100);
    machine.step(step);
    for (int i = 0; i < 100; i++) {
      machine.pass(MILLI);
      long ignored = machine.read(line);
    }
    stay(machine, line, SECOND, MILLI, 100);
    // After a pause, the first reading already knows.
    machine.step(step);
    machine.pass(100 * MILLI);
    stay(machine, line, SECOND, MILLI, 100);
  }

  @Test
  void readsTheKernelsClockOnceTheCounterIsNotTrusted() {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
    Timeline line = machine.timeline();
    stay(machine, line, SECOND, MILLI, 100);
    machine.distrust();
    machine.setFrequency(GIGAHERTZ / 3);
    stay(machine, line, SECOND, MILLI, 100 * MILLI);
    machine.setFrequency(GIGAHERTZ * 7);
    stay(machine, line, SECOND, MILLI, 50);
    machine.setCounter(0);
    stay(machine, line, SECOND, MILLI, 50);
  }

  @Test
  void recoversOnAMachineWithAVeryDifferentCounter() {
    SimulatedMachine machine = new SimulatedMachine(24_000_000, false);
    Timeline line = machine.timeline();
    stay(machine, line, SECOND, MILLI, 300);
    machine.setFrequency(1_000_000_000);
    stay(machine, line, SECOND, MILLI, 5 * SECOND);
    stay(machine, line, 10 * SECOND, MILLI, 5 * SECOND);
    stay(machine, line, SECOND, MILLI, 100);
  }

  @Test
  void aStepDuringTheCalibrationDoesNoHarm() {
    for (long step : new long[] {-3600 * SECOND, -MILLI, MILLI, 3600 * SECOND}) {
      for (int reads : new int[] {1, 2, 10, 1_000, 100_050, 150_000}) {
        SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, true);
        machine.stepAfterReads(reads, step);
        Timeline line = machine.timeline();
        stay(machine, line, SECOND / 4, MILLI, 4000 * SECOND);
        stay(machine, line, SECOND / 4, MILLI, 100);
      }
    }
  }

  @Test
  void readsTheKernelsClockWhereTheTwoFitNowhere() {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
    machine.makeCounterErratic();
    Timeline line = machine.timeline();
    stay(machine, line, SECOND, MILLI, 50);
  }

  @Test
  void tellsThePeriodOfTheCounter() {
    assertEquals(408, new SimulatedMachine(GIGAHERTZ, false).timeline().periodPicos());
    long period = new SimulatedMachine(24_000_000, false).timeline().periodPicos();
    assertTrue(period > 41_600 && period < 41_700, () -> "period " + period);
  }

  /** Something that happens to a machine. */
  record Event(String what, long much) {
    void happen(SimulatedMachine machine) {
      switch (what) {
        case "pass" -> machine.pass(much);
        case "suspend" -> machine.suspend(much, true);
        case "power off" -> machine.suspend(much, false);
        case "counter" -> machine.setCounter(much);
        case "frequency" ->
            machine.setFrequency(1_000_000_000L + Math.floorMod(much, 4) * 1_000_000_000L);
        case "slew" -> machine.slew(Math.floorMod(much, 1001) * 1000 - 500_000);
        default -> throw new AssertionError(what);
      }
    }
  }

  @Provide
  Arbitrary<List<Event>> events() {
    Arbitrary<String> what =
        Arbitraries.of("pass", "suspend", "power off", "counter", "frequency", "slew");
    Arbitrary<Long> much = Arbitraries.longs().between(0, 1L << 40);
    return Combinators.combine(what, much).as(Event::new).list().ofMaxSize(8);
  }

  @Property(tries = 100)
  void neverGoesBackAndFindsTheKernelsClockAgain(@ForAll("events") List<Event> events) {
    SimulatedMachine machine = new SimulatedMachine(GIGAHERTZ, false);
    Timeline line = machine.timeline();
    long last = machine.read(line);
    for (Event event : events) {
      event.happen(machine);
      for (int i = 0; i < 200; i++) {
        machine.pass(i % 7 * 300_000L);
        long read = machine.read(line);
        long before = last;
        assertTrue(read >= before, () -> "back by " + (before - read) + " ns after " + event);
        last = read;
      }
    }
    for (int i = 0; i < 1000; i++) {
      machine.pass(MILLI);
      long read = machine.read(line);
      assertTrue(read >= last);
      last = read;
    }
    stay(machine, line, SECOND / 2, MILLI, 100);
  }
}
