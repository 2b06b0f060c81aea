package firmware;

import io.foliot.clock.Sleeper;
import io.foliot.duration.Duration;
import io.foliot.duration.Nanos;
import java.util.function.IntConsumer;

/** The program, independent of the board: replace it with your own. */
final class Heartbeat {
  private static final Duration PERIOD = Duration.ofMillis(50);
  private static final int BEATS = 5;

  private final Sleeper sleeper;
  private final IntConsumer console;

  Heartbeat(Sleeper sleeper, IntConsumer console) {
    this.sleeper = sleeper;
    this.console = console;
  }

  /** Beats at a steady rate, however long a beat takes. Lines with measurements start with #. */
  void run() throws InterruptedException {
    long start = sleeper.clock().elapsedNanos();
    long due = start;
    for (int beat = 1; beat <= BEATS; beat++) {
      due = Nanos.saturatingPlus(due, PERIOD.toNanos());
      sleeper.sleepUntil(due);
      long late = Nanos.saturatingMinus(sleeper.clock().elapsedNanos(), due);
      print("beat " + beat + " at " + Duration.ofUnsignedNanos(due - start));
      print("# late by " + Duration.ofUnsignedNanos(late));
    }
  }

  private void print(String line) {
    for (int i = 0; i < line.length(); i++) {
      console.accept(line.charAt(i));
    }
    console.accept('\n');
  }
}
