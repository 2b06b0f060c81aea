package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.foliot.duration.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However the clock is advanced, each due time is met once, in order. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // Futures that nobody asks are part of what is tested.
class SleeperExecutorLawsTest {
  /** {@return text for a run of a task} */
  private static String run(long at, int task) {
    return task + "@" + at;
  }

  /** Each plan is an initial delay and a period, which is 0 for a single run. */
  @Property(tries = 500)
  void eachDueTimeOnceInOrder(
      @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 60) Integer> delays,
      @ForAll @IntRange(min = 0, max = 9) int periodSeed,
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 25) Integer> steps) {
    ManualClock clock = new ManualClock();
    SleeperExecutor executor = SleeperExecutor.on(clock);
    List<String> ran = new ArrayList<>();
    for (int i = 0; i < delays.size(); i++) {
      int task = i;
      Runnable logs = () -> ran.add(run(clock.elapsedNanos(), task));
      int period = period(i, periodSeed);
      ScheduledFuture<?> ignored =
          period == 0
              ? executor.schedule(logs, delays.get(i), TimeUnit.NANOSECONDS)
              : executor.scheduleAtFixedRate(logs, delays.get(i), period, TimeUnit.NANOSECONDS);
    }
    int end = 0;
    for (int step : steps) {
      clock.advance(Duration.ofNanos(step));
      end += step;
    }

    List<int[]> expected = new ArrayList<>();
    for (int i = 0; i < delays.size(); i++) {
      int period = period(i, periodSeed);
      for (int at = delays.get(i); !steps.isEmpty() && at <= end; at += period) {
        expected.add(new int[] {at, i});
        if (period == 0) {
          break;
        }
      }
    }
    expected.sort(Comparator.comparingInt(one -> one[0]));
    List<String> inOrder = new ArrayList<>();
    expected.forEach(one -> inOrder.add(run(one[0], one[1])));
    // Tasks with equal due times may run in either order: a periodic one is queued last.
    assertEquals(sortedWithinMoments(inOrder), sortedWithinMoments(ran));
    assertEquals(end, clock.elapsedNanos());
  }

  private static int period(int task, int seed) {
    return (task * 7 + seed) % 10;
  }

  private static List<String> sortedWithinMoments(List<String> runs) {
    List<String> sorted = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= runs.size(); i++) {
      if (i == runs.size() || !moment(runs.get(i)).equals(moment(runs.get(from)))) {
        List<String> moment = new ArrayList<>(runs.subList(from, i));
        moment.sort(Comparator.naturalOrder());
        sorted.addAll(moment);
        from = i;
      }
    }
    return sorted;
  }

  private static String moment(String run) {
    return run.substring(run.indexOf('@'));
  }
}
