package io.foliot.simulation.model;

import io.foliot.simulation.Choices;
import io.foliot.simulation.Schedule;
import io.foliot.simulation.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * A short history for all interleavings: two threads read a clock a few times during an event, or
 * one thread that moves between virtual CPUs.
 */
public final class ShortHistory implements Simulation {
  private static final long MICRO = Machine.MICRO;
  private static final long MILLI = Machine.MILLI;
  private static final long SECOND = Machine.SECOND;
  private static final long HERTZ = 1_000_000_000;

  private final Kind kind;
  private final int first;
  private final int second;

  /**
   * Creates a history.
   *
   * @param kind name of a {@link Kind}
   * @param first readings of one thread
   * @param second readings of the other one
   */
  public ShortHistory(String kind, int first, int second) {
    this.kind = Kind.valueOf(kind);
    this.first = first;
    this.second = second;
  }

  /** The event. */
  public enum Kind {
    /** A line is renewed before its end, and the next one follows. */
    RENEWAL(steered(m -> m.leap(3_100 * MICRO), m -> m.leap(MILLI))),

    /** No readings for ten seconds. */
    SILENCE(steered(m -> m.leap(10 * SECOND))),

    /** A reader is stopped during a renewal. */
    LONG_STOP(steered(m -> m.leap(3_100 * MICRO), m -> m.leap(4_500 * MILLI), m -> m.leap(MILLI))),

    /** Restore from a snapshot one millisecond old. */
    COUNTER_SET_BACK(steered(m -> m.leap(2 * MILLI), m -> m.setBack(MILLI))),

    /** Restore from an older snapshot. */
    COUNTER_SET_BACK_BEHIND_THE_LINE(steered(m -> m.leap(2 * MILLI), m -> m.setBack(90 * MILLI))),

    /** The kernel's clock is set back during a renewal. */
    REFERENCE_SET_BACK(
        steered(m -> m.leap(3_100 * MICRO), m -> m.stepReference(-7 * SECOND), m -> m.leap(MILLI))),

    /** Restore on another boot. */
    RESTORED(
        steered(
            m -> m.leap(MILLI),
            m -> {
              m.setBack(-3600 * SECOND);
              m.stepReference(-Machine.DAY);
            },
            m -> m.leap(3_100 * MICRO))),

    /** The counter loses its trust, and the reference is set back later. */
    TRUST_LOST(steered(SteeredMachine::loseTrust, m -> m.stepReference(-SECOND))),

    /** The wall clock is set back. */
    WALL_STEP(
        wall(
            m -> m.leap(3_100 * MICRO), m -> m.stepReference(-10 * MILLI), m -> m.leap(5 * MILLI))),

    /** An update sets time back by a microsecond. */
    LOWER_UPDATE(guest(1, m -> m.migrate(-MICRO, 2000), m -> m.leap(500))),

    /** The structure is updated. */
    UPDATE(
        guest(
            1,
            m -> {
              m.update(0);
              m.stepOfWriter();
            },
            m -> {
              m.stepOfWriter();
              m.stepOfWriter();
              m.stepOfWriter();
            },
            GuestMachine::finishWriting)),

    /** Migration from a host up for a day to one up for an hour. */
    MIGRATION(guest(1, m -> m.leap(SECOND), m -> m.migrate(-10 * Machine.HOUR, 1900))),

    /** Migration there and back. */
    TWO_MIGRATIONS(
        guest(
            1, m -> m.migrate(-10 * Machine.HOUR, 1900), m -> m.migrate(10 * Machine.HOUR, 2000))),

    /** Restore with the counter set back and the structure unchanged. */
    COUNTERS_SET_BACK(guest(1, m -> m.leap(10 * MILLI), m -> m.setCounters(9 * MILLI))),

    /** The wall clock is set. */
    WALL_CLOCK_SET(
        wallOfGuest(
            m -> {
              m.setWallClock(5_000_000_000L * SECOND);
              m.stepOfWriter();
              m.stepOfWriter();
            },
            GuestMachine::finishWriting)),

    /** A thread moves to another virtual CPU and back. */
    EXCURSION(guest(2, m -> m.move(0, 1), m -> m.move(0, 0))),

    /** The same, with a migration before, during or after it. */
    MIGRATION_BEFORE_EXCURSION(
        guest(2, m -> m.migrate(-SECOND, 2000), m -> m.move(0, 1), m -> m.move(0, 0))),
    MIGRATION_IN_EXCURSION(
        guest(2, m -> m.move(0, 1), m -> m.migrate(-SECOND, 2000), m -> m.move(0, 0))),
    MIGRATION_AFTER_EXCURSION(
        guest(2, m -> m.move(0, 1), m -> m.move(0, 0), m -> m.migrate(-SECOND, 2000)));

    // Scenes are lambdas without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Scene scene;

    Kind(Scene scene) {
      this.scene = scene;
    }
  }

  /** Prepares a machine and its script. */
  private interface Scene {
    Stage prepare(List<Runnable> script, StringBuilder trace);
  }

  /** A machine whose clock the threads read. */
  private record Stage(Machine machine, IntConsumer reading, int threads) {}

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static Scene steered(Consumer<SteeredMachine>... events) {
    return steered(false, List.of(events));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static Scene wall(Consumer<SteeredMachine>... events) {
    return steered(true, List.of(events));
  }

  private static Scene steered(boolean wall, List<Consumer<SteeredMachine>> events) {
    return (script, trace) -> {
      SteeredMachine machine = new SteeredMachine(null, script, trace, wall, HERTZ);
      machine.open();
      // Until lines have their full length and the clock has settled.
      for (int i = 0; i < 60; i++) {
        machine.leap(MILLI);
        machine.read(0);
      }
      // A new line begins here.
      machine.leap(SECOND);
      machine.read(0);
      for (Consumer<SteeredMachine> event : events) {
        script.add(() -> event.accept(machine));
      }
      return new Stage(machine, machine::read, 2);
    };
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static Scene guest(int vcpus, Consumer<GuestMachine>... events) {
    return guest(vcpus, false, List.of(events));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static Scene wallOfGuest(Consumer<GuestMachine>... events) {
    return guest(1, true, List.of(events));
  }

  private static Scene guest(int vcpus, boolean wall, List<Consumer<GuestMachine>> events) {
    return (script, trace) -> {
      GuestMachine machine = new GuestMachine(null, script, trace, vcpus, true, HERTZ);
      machine.open();
      for (int i = 0; i < 25; i++) {
        machine.leap(MILLI);
        machine.read(0);
      }
      for (Consumer<GuestMachine> event : events) {
        script.add(() -> event.accept(machine));
      }
      // With several virtual CPUs, a single thread moves between them.
      return new Stage(machine, wall ? machine::readWall : machine::read, vcpus == 1 ? 2 : 1);
    };
  }

  @Override
  public long run(Choices choices, long seed, StringBuilder trace) {
    List<Runnable> script = new ArrayList<>();
    Stage stage = kind.scene.prepare(script, trace);
    Runnable one = () -> read(stage, 0, first);
    Runnable other = () -> read(stage, 1, second);
    Runnable[] threads = stage.threads == 1 ? new Runnable[] {one} : new Runnable[] {one, other};
    return Schedule.run(choices, stage.machine, threads);
  }

  private static void read(Stage stage, int thread, int times) {
    for (int i = 0; i < times; i++) {
      stage.reading.accept(thread);
    }
  }
}
