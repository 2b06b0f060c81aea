package io.foliot.examples;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.Clocks;
import io.foliot.clock.Deadline;
import io.foliot.clock.ManualClock;
import io.foliot.clock.MonotonicClock;
import io.foliot.clock.Stopwatch;
import io.foliot.duration.Duration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compiles and runs the Java code of the README. */
class ReadmeTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Path EXAMPLES = Path.of("src");

  @Test
  void everyJavaBlockIsCompiledSource() throws IOException {
    List<String> blocks =
        JAVA.matcher(Files.readString(Path.of("../README.md")))
            .results()
            .map(match -> squeezed(match.group(1)))
            .toList();
    assertEquals(2, blocks.size(), "Java blocks in the README");
    String sources;
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(ReadmeTest::read)
              .map(ReadmeTest::squeezed)
              .collect(Collectors.joining("\n"));
    }
    for (String block : blocks) {
      assertTrue(sources.contains(block), () -> "not in the sources of the examples:\n" + block);
    }
  }

  @Test
  void theDriverSendsAgainAfterItsTimeout() {
    ManualClock clock = new ManualClock();
    Retransmit driver = new Retransmit(clock);
    assertFalse(driver.poll());
    clock.advance(Duration.ofMillis(200));
    assertTrue(driver.poll());
    assertFalse(driver.poll());
  }

  @Test
  void theApplicationWaitsNoLongerThanItsDeadline() throws InterruptedException {
    BlockingQueue<String> replies = new ArrayBlockingQueue<>(1);
    replies.add("here");
    MonotonicClock clock = Clocks.installed().monotonic();
    Deadline deadline = Deadline.after(Duration.parse("1m30s"), clock);
    Stopwatch watch = Stopwatch.started(clock);
    String reply = replies.poll(deadline.remaining(MILLISECONDS), MILLISECONDS);
    Duration waited = watch.elapsed();
    assertEquals("here", reply);
    assertTrue(waited.compareTo(watch.elapsed()) <= 0);
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
