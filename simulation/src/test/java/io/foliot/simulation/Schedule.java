package io.foliot.simulation;

import java.util.concurrent.locks.LockSupport;

/**
 * Runs one thread at a time; {@link Choices} decide at each {@linkplain #point() point} which one.
 * The threads are virtual and pass a baton.
 */
public final class Schedule {
  /** Passed on with the baton; only its holder accesses it. */
  private static Schedule active;

  private final Choices choices;
  private final World world;
  private final Task[] tasks;

  /** Threads that have not ended: the running one first, then the others in order. */
  private final Task[] alive;

  private int living;
  private Throwable failure;
  private long points;
  private Thread controller;

  /** The holder of the baton; null after all threads have ended. */
  private volatile Task running;

  private Schedule(Choices choices, World world, Runnable[] bodies) {
    this.choices = choices;
    this.world = world;
    this.tasks = new Task[bodies.length];
    for (int i = 0; i < bodies.length; i++) {
      tasks[i] = new Task(i, bodies[i]);
    }
    this.alive = tasks.clone();
    this.living = tasks.length;
  }

  /**
   * Runs threads until all have ended.
   *
   * @param choices which thread runs next
   * @param world what happens alongside the threads
   * @param bodies of the threads
   * @return the number of points at which a thread could have been stopped
   * @throws AssertionError if a thread throws; all threads have ended by then
   */
  public static long run(Choices choices, World world, Runnable... bodies) {
    Schedule schedule = new Schedule(choices, world, bodies);
    schedule.run();
    return schedule.points;
  }

  /**
   * Marks a point at which a thread may be stopped. Rewritten code calls it before each access to
   * shared state; outside a schedule it does nothing.
   */
  public static void point() {
    Schedule schedule = active;
    if (schedule != null) {
      schedule.reached();
    }
  }

  /** {@return the index of the running thread, or −1 outside a schedule} */
  public static int thread() {
    return active == null ? -1 : active.running.index;
  }

  private void run() {
    controller = Thread.currentThread();
    active = this;
    Task first = next(false);
    running = first;
    first.thread.start();
    while (running != null) {
      LockSupport.park(this);
    }
    active = null;
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw new AssertionError(failure.toString(), failure);
    }
  }

  private void reached() {
    Task self = running;
    if (failure != null) {
      throw new Stopped();
    }
    points++;
    world.pass();
    Task next = next(true);
    if (next != self) {
      hand(next);
      while (running != self) {
        LockSupport.park(this);
      }
      if (failure != null) {
        throw new Stopped();
      }
    }
  }

  private Task next(boolean preempts) {
    int choice;
    while ((choice = choices.choose(living, preempts && living > 1, world.isPending())) == living) {
      world.happen();
    }
    // The chosen thread moves to the front; the others stay in order.
    Task chosen = alive[choice];
    System.arraycopy(alive, 0, alive, 1, choice);
    alive[0] = chosen;
    for (int i = 1; i + 1 < living && alive[i].index > alive[i + 1].index; i++) {
      Task lower = alive[i + 1];
      alive[i + 1] = alive[i];
      alive[i] = lower;
    }
    return chosen;
  }

  private void hand(Task next) {
    boolean isNew = !next.started;
    next.started = true;
    running = next;
    if (isNew) {
      next.thread.start();
    } else {
      LockSupport.unpark(next.thread);
    }
  }

  private void end() {
    living--;
    System.arraycopy(alive, 1, alive, 0, living);
    if (living == 0) {
      running = null;
      LockSupport.unpark(controller);
      return;
    }
    Task next = alive[0];
    if (failure == null) {
      try {
        next = next(false);
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
    hand(next);
  }

  private final class Task implements Runnable {
    final int index;
    final Runnable body;
    final Thread thread;
    boolean started;

    Task(int index, Runnable body) {
      this.index = index;
      this.body = body;
      this.thread = Thread.ofVirtual().unstarted(this);
    }

    @Override
    public void run() {
      started = true;
      if (failure == null) {
        try {
          body.run();
        } catch (Stopped stopped) {
          // Another thread failed.
        } catch (Throwable thrown) {
          failure = thrown;
        }
      }
      end();
    }
  }

  /** Unwinds a thread after another one failed. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
      super(null, null, false, false);
    }
  }
}
