package io.foliot.examples.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ManualClock;
import io.foliot.clock.PosixTime;
import io.foliot.clock.SuspendBehavior;
import io.foliot.duration.Duration;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTest {
  private static final List<String> NOTHING = Collections.emptyList();

  private final ManualClock clock = new ManualClock(0, PosixTime.EPOCH, SuspendBehavior.COUNTS);
  private final Cable cable = new Cable();
  private final Events sent = new Events();
  private final Events heard = new Events();
  private final Link sender = new Link(clock, cable.left, sent);
  private final Link receiver = new Link(clock, cable.right, heard);

  private static boolean offer(Link link, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return link.offer(bytes, bytes.length);
  }

  private void pollBoth() {
    sender.poll();
    receiver.poll();
    sender.poll();
  }

  @Test
  void deliversAMessageAndStampsItsFirstByte() {
    clock.advance(Duration.ofMillis(3));
    assertTrue(offer(sender, "hello"));
    assertTrue(sender.isSending());
    sender.poll();
    clock.advance(Duration.ofMicros(7));
    receiver.poll();
    assertEquals(Arrays.asList("received hello at 3007000"), heard.take());
    clock.advance(Duration.ofMicros(5));
    sender.poll();
    assertEquals(Arrays.asList("delivered after 1 in 12000"), sent.take());
    assertFalse(sender.isSending());
  }

  @Test
  void stampsTheFirstByteOfAFrameThatArrivesSlowly() {
    offer(sender, "ab");
    sender.poll();
    List<Integer> frame = new ArrayList<>(cable.right.arrived);
    cable.right.arrived.clear();
    for (int octet : frame) {
      cable.right.arrived.add(octet);
      receiver.poll();
      clock.advance(Duration.ofMillis(1));
    }
    assertEquals(Arrays.asList("received ab at 0"), heard.take());
  }

  @Test
  void takesOneMessageAtATimeOfAtMostSixteenBytes() {
    assertTrue(offer(sender, ""));
    assertFalse(offer(sender, "next"));
    pollBoth();
    assertEquals(Arrays.asList("received  at 0"), heard.take());
    assertTrue(offer(sender, "0123456789abcdef"));
    pollBoth();
    assertEquals(Arrays.asList("received 0123456789abcdef at 0"), heard.take());
    assertThrows(IllegalArgumentException.class, () -> sender.offer(new byte[17], 17));
    assertThrows(IllegalArgumentException.class, () -> sender.offer(new byte[17], -1));
  }

  @Test
  void repeatsWithGrowingPausesAndGivesUp() {
    cable.left.cut = true;
    offer(sender, "x");
    List<String> events = new ArrayList<>();
    for (int millis = 0; millis < 600; millis++) {
      sender.poll();
      for (String event : sent.take()) {
        events.add(millis + ": " + event);
      }
      clock.advance(Duration.ofMillis(1));
    }
    assertEquals(
        Arrays.asList(
            "10: again after 1, waited 10000000",
            "30: again after 2, waited 20000000",
            "70: again after 3, waited 40000000",
            "150: again after 4, waited 80000000",
            "230: again after 5, waited 80000000",
            "250: silent for 250000000",
            "310: again after 6, waited 80000000",
            "390: again after 7, waited 80000000",
            "470: gave up"),
        events);
    assertFalse(sender.isSending());
  }

  @Test
  void saysWhenItWantsToBePolled() {
    // Only the silence is detected.
    assertEquals(Duration.ofMillis(250).toNanos(), sender.nextPollNanos());
    offer(sender, "x");
    assertEquals(0, sender.nextPollNanos());
    cable.left.cut = true;
    sender.poll();
    assertEquals(Duration.ofMillis(10).toNanos(), sender.nextPollNanos());
  }

  @Test
  void aRunThatSleepsFromPollToPollMissesNothing() {
    cable.left.cut = true;
    offer(sender, "x");
    while (sender.isSending()) {
      sender.poll();
      clock.advanceTo(
          Math.max(clock.elapsedNanos(), sender.isSending() ? sender.nextPollNanos() : 0));
    }
    assertEquals(Duration.ofMillis(470).toNanos(), clock.elapsedNanos());
  }

  @Test
  void deliversOnceWhenTheAcknowledgementIsLost() {
    offer(sender, "x");
    cable.right.cut = true;
    pollBoth();
    cable.right.cut = false;
    clock.advance(Duration.ofMillis(10));
    pollBoth();
    assertEquals(Arrays.asList("received x at 0"), heard.take());
    assertEquals(
        Arrays.asList("again after 1, waited 10000000", "delivered after 2 in 10000000"),
        sent.take());
  }

  @Test
  void sendsThreeAtOnceAndThenOneEachFourMilliseconds() {
    List<Long> times = new ArrayList<>();
    while (times.size() < 8) {
      offer(sender, "x");
      pollBoth();
      if (!heard.take().isEmpty()) {
        times.add(clock.elapsedNanos() / 1_000_000);
      } else {
        clock.advance(Duration.ofMillis(1));
      }
    }
    assertEquals(Arrays.asList(0L, 0L, 0L, 4L, 8L, 12L, 16L, 20L), times);
  }

  @Test
  void tellsSilenceOnceAndAgainOnlyAfterItHeardSomething() {
    clock.advance(Duration.ofMillis(249));
    receiver.poll();
    assertEquals(NOTHING, heard.take());
    clock.advance(Duration.ofMillis(1));
    receiver.poll();
    assertEquals(Arrays.asList("silent for 250000000"), heard.take());
    clock.advance(Duration.ofSeconds(5));
    receiver.poll();
    assertEquals(NOTHING, heard.take());
    offer(sender, "x");
    sender.poll();
    receiver.poll();
    heard.take();
    clock.advance(Duration.ofMillis(300));
    receiver.poll();
    assertEquals(Arrays.asList("silent for 300000000"), heard.take());
  }

  @Test
  void findsTheNextFrameAfterADamagedOne() {
    offer(sender, "first");
    sender.poll();
    cable.right.arrived.removeFirst();
    cable.right.arrived.addFirst(Frames.START ^ 1);
    receiver.poll();
    assertEquals(NOTHING, heard.take());
    clock.advance(Duration.ofMillis(10));
    sender.poll();
    cable.right.arrived.add(cable.right.arrived.removeFirst());
    receiver.poll();
    clock.advance(Duration.ofMillis(20));
    sender.poll();
    receiver.poll();
    assertEquals(Arrays.asList("received first at 30000000"), heard.take());
  }

  @Test
  void dropsAFrameWithAnyOneBitFlipped() {
    offer(sender, "data");
    sender.poll();
    List<Integer> frame = new ArrayList<>(cable.right.arrived);
    cable.right.arrived.clear();
    for (int octet = 0; octet < frame.size(); octet++) {
      for (int bit = 0; bit < 8; bit++) {
        List<Integer> damaged = new ArrayList<>(frame);
        damaged.set(octet, frame.get(octet) ^ 1 << bit);
        cable.right.arrived.addAll(damaged);
        receiver.poll();
        // A wrong length makes the reader wait for bytes that never arrive.
        clock.advance(Duration.ofMillis(6));
        receiver.poll();
        heard.events.removeIf(event -> event.startsWith("silent"));
        assertEquals(NOTHING, heard.take(), "octet " + octet + ", bit " + bit);
      }
    }
    assertTrue(receiver.damagedFrames() > 0);
    cable.right.arrived.addAll(frame);
    receiver.poll();
    assertEquals(1, heard.take().size());
  }

  @Test
  void waitsWhileThePortIsFull() {
    cable.left.full = true;
    offer(sender, "x");
    sender.poll();
    assertEquals(0, cable.left.sent);
    cable.left.full = false;
    pollBoth();
    assertEquals(1, heard.take().size());
  }

  @Test
  void doesTheSameWhereverTheClockStarts() {
    List<String> fromZero = story(0, false);
    assertTrue(fromZero.contains("delivered after 5 in 151000000"), fromZero::toString);
    assertEquals(fromZero, story(Long.MAX_VALUE - 15_000_000, false));
    assertEquals(fromZero, story(-3_600_000_000_000L, false));
  }

  @Test
  void doesNotCareAboutTheWallClock() {
    assertEquals(story(0, false), story(0, true));
  }

  /** {@return the events of a message that is lost three times} */
  private static List<String> story(long start, boolean stepWall) {
    ManualClock clock = new ManualClock(start, PosixTime.EPOCH, SuspendBehavior.STOPS);
    Cable cable = new Cable();
    Events events = new Events();
    Link link = new Link(clock, cable.left, events);
    Link other = new Link(clock, cable.right, new Events());
    cable.left.cut = true;
    offer(link, "x");
    for (int millis = 0; millis < 400; millis++) {
      cable.left.cut = millis < 100;
      link.poll();
      other.poll();
      clock.advance(Duration.ofMillis(1));
      if (stepWall) {
        clock.stepWall(millis % 2 == 0 ? 3_600_000_000_000L : -7_200_000_000_000L);
      }
    }
    return events.take();
  }

  @Test
  void repeatsOnceAfterASuspendNotOnceForEachMissedTimeout() {
    cable.left.cut = true;
    offer(sender, "x");
    sender.poll();
    clock.suspend();
    clock.advance(Duration.ofHours(8));
    clock.resume();
    cable.left.cut = false;
    pollBoth();
    assertEquals(
        Arrays.asList(
            "silent for 28800000000000",
            "again after 1, waited 28800000000000",
            "delivered after 2 in 28800000000000"),
        sent.take());
  }
}
