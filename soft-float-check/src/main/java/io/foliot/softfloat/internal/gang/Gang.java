package io.foliot.softfloat.internal.gang;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Some threads that share out numbered pieces of work. Plain threads: the executors of the JDK cost
 * more classes at the start than a small check has.
 */
public final class Gang {
  /** One thread's part: it keeps what it found, and nobody else touches it while it works. */
  public interface Member {
    /**
     * Does some pieces of work.
     *
     * @param from the first one
     * @param to the one after the last
     */
    void work(int from, int to);

    /** No work is left. */
    default void leave() {}
  }

  private final List<? extends Member> members;
  private final int count;
  private final int chunk;
  private final AtomicInteger next = new AtomicInteger();
  private volatile Throwable failure;

  private Gang(List<? extends Member> members, int count, int chunk) {
    this.members = members;
    this.count = count;
    this.chunk = chunk;
  }

  /**
   * How many members find work.
   *
   * @param threads how many there may be
   * @param count pieces of work
   * @param chunk how many pieces a member takes at once
   * @return 1 to {@code threads}
   */
  public static int size(int threads, int count, int chunk) {
    return Math.max(1, Math.min(threads, (count + chunk - 1) / chunk));
  }

  /**
   * Does the pieces of work 0 to {@code count} - 1 and returns when all are done. The first member
   * works in the calling thread.
   *
   * @param members who works; one at least
   * @param count pieces of work
   * @param chunk how many pieces a member takes at once
   * @throws RuntimeException what a member threw first
   * @throws Error what a member threw first
   */
  public static void run(List<? extends Member> members, int count, int chunk) {
    new Gang(members, count, chunk).run();
  }

  private void run() {
    List<Thread> started = new ArrayList<>(members.size());
    for (int i = 1; i < members.size(); i++) {
      Member member = members.get(i);
      Thread thread =
          new Thread("soft-float-check-" + i) {
            @Override
            public void run() {
              share(member);
            }
          };
      thread.setDaemon(true);
      thread.start();
      started.add(thread);
    }
    share(members.get(0));
    join(started);
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private void share(Member member) {
    try {
      int from = next.getAndAdd(chunk);
      while (from >= 0 && from < count && failure == null) {
        member.work(from, Math.min(from + chunk, count));
        from = next.getAndAdd(chunk);
      }
      member.leave();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private static void join(List<Thread> threads) {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
