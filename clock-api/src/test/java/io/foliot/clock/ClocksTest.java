package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClocksTest {
  private final ManualClock high = new ManualClock();
  private final ManualClock low = new ManualClock();

  private static FakeProvider provider(String name, int priority, ManualClock clock) {
    return new FakeProvider(name, priority)
        .monotonic(() -> clock)
        .posix(() -> clock)
        .sleeper(() -> clock);
  }

  @Test
  void highestPriorityWins() {
    FakeProvider first = provider("low", 1, low);
    FakeProvider second = provider("high", 2, high);
    Clocks clocks = Clocks.of(first, second);
    assertSame(high, clocks.monotonic());
    assertSame(high, clocks.posix());
    assertSame(high, clocks.sleeper());
    assertEquals(Arrays.asList(second, first), clocks.providers());
  }

  @Test
  void firstWinsAmongEqualPriorities() {
    assertSame(low, Clocks.of(provider("a", 1, low), provider("b", 1, high)).monotonic());
  }

  @Test
  void refusalPassesToTheNext() {
    FakeProvider refusing = new FakeProvider("high", 2).posix(() -> high).sleeper(() -> high);
    Clocks clocks = Clocks.of(refusing, provider("low", 1, low));
    assertSame(low, clocks.monotonic());
    assertSame(high, clocks.posix());
    assertSame(high, clocks.sleeper());
    assertEquals(
        "[high: monotonic clock not used (no monotonic here); wall clock used; sleeper used, low:"
            + " monotonic clock used; wall clock not used (the wall clock of high is preferred);"
            + " sleeper not used (the sleeper of high is preferred)]",
        clocks.report().toString());
  }

  @Test
  void failurePassesToTheNextWithTheReason() {
    FakeProvider failing =
        provider("bad", 3, high)
            .monotonic(
                () -> {
                  throw new IllegalStateException("out of order", new RuntimeException("EPERM"));
                })
            .posix(() -> null)
            .sleeper(
                () -> {
                  throw new NoClassDefFoundError("java/lang/foreign/Linker");
                });
    Clocks clocks = Clocks.of(failing, provider("low", 1, low));
    assertSame(low, clocks.monotonic());
    assertSame(low, clocks.posix());
    assertSame(low, clocks.sleeper());
    ProviderReport report = clocks.report().get(0);
    assertEquals("bad", report.name());
    assertEquals(Optional.of(failing), report.provider());
    assertEquals(
        Optional.of(
            "java.lang.IllegalStateException: out of order, caused by"
                + " java.lang.RuntimeException: EPERM"),
        report.monotonicNotUsed());
    assertEquals(Optional.of("the provider returned null"), report.posixNotUsed());
    assertEquals(
        Optional.of("java.lang.NoClassDefFoundError: java/lang/foreign/Linker"),
        report.sleeperNotUsed());
    ProviderReport used = clocks.report().get(1);
    assertEquals(Optional.empty(), used.monotonicNotUsed());
    assertEquals(Optional.empty(), used.posixNotUsed());
    assertEquals(Optional.empty(), used.sleeperNotUsed());
  }

  @Test
  void virtualMachineErrorsPropagate() {
    FakeProvider failing =
        provider("bad", 3, high)
            .monotonic(
                () -> {
                  throw new OutOfMemoryError();
                });
    assertThrows(OutOfMemoryError.class, () -> Clocks.of(failing).monotonic());
  }

  /**
   * Whatever a provider throws from any method, the others work and the report gives the reason.
   */
  @Test
  void anythingThrownIsContained() {
    ManualClock good = new ManualClock();
    for (Throwable thrown :
        new Throwable[] {
          new AssertionError("oops"),
          new StackOverflowError(),
          new IOException("sneaky"),
          new ThreadDeath(),
          new Error("bare"),
          new HostileException()
        }) {
      for (String method : new String[] {"name", "priority", "monotonic", "posix", "offers"}) {
        Clocks clocks = Clocks.of(new Throwing(method, thrown), provider("good", 1, good));
        String where = method + " throws " + thrown.getClass();
        assertSame(good, clocks.monotonic(), where);
        assertSame(good, clocks.monotonic(), where);
        List<ProviderReport> reports = clocks.report();
        assertEquals(2, reports.size(), where);
        for (ProviderReport report : reports) {
          assertFalse(report.toString().contains("\n"), where);
          if (!report.name().equals("good")) {
            Optional<String> reason =
                method.equals("offers") ? report.offersNotListed() : report.posixNotUsed();
            assertTrue(reason.get().contains(thrown.getClass().getSimpleName()), reason::get);
            assertTrue(report.offers().isEmpty(), where);
          }
        }
      }
    }
  }

  /** Refuses everything, except that one method throws. */
  private static final class Throwing implements ClockProvider {
    private final String method;
    private final Throwable thrown;

    Throwing(String method, Throwable thrown) {
      this.method = method;
      this.thrown = thrown;
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
      throw (T) thrown;
    }

    private void mayThrow(String here) {
      if (here.equals(method)) {
        Throwing.<RuntimeException>sneak(thrown);
      }
    }

    @Override
    public String name() {
      mayThrow("name");
      return "throwing";
    }

    @Override
    public int priority() {
      mayThrow("priority");
      return 7;
    }

    @Override
    public MonotonicClock monotonic() {
      mayThrow("monotonic");
      // Only the first failure is reported.
      throw new ClockUnavailableException("it", thrown.getClass().getSimpleName());
    }

    @Override
    public PosixClock posix() {
      mayThrow("posix");
      throw new ClockUnavailableException("it", thrown.getClass().getSimpleName());
    }

    @Override
    public Sleeper sleeper() {
      throw new ClockUnavailableException("it", "no sleeper");
    }

    @Override
    public List<ClockOffer<?>> offers() {
      mayThrow("offers");
      return Collections.emptyList();
    }
  }

  /** Its own methods throw. */
  private static final class HostileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException();
    }

    @Override
    public String toString() {
      throw new IllegalStateException();
    }
  }

  @Test
  void reasonsAreOneLine() {
    FakeProvider failing =
        provider("bad", 3, high)
            .monotonic(
                () -> {
                  throw new IllegalStateException("one\ntwo\r\u2028three\u202e");
                });
    assertEquals(
        Optional.of("java.lang.IllegalStateException: one\\u000Atwo\\u000D\\u2028three\\u202E"),
        Clocks.of(failing).report().get(0).monotonicNotUsed());
  }

  @Test
  void nullAnswersAreRefusals() {
    for (List<ClockOffer<?>> offers :
        Arrays.<List<ClockOffer<?>>>asList(null, Collections.singletonList(null))) {
      ProviderReport report = Clocks.of(provider("a", 1, high).offers(offers)).report().get(0);
      assertTrue(report.offersNotListed().isPresent());
      assertTrue(report.offers().isEmpty());
    }
  }

  @Test
  void noProviderHasOne() {
    Clocks clocks = Clocks.of(new FakeProvider("a", 2), new FakeProvider("b", 1));
    ClockUnavailableException refusal =
        assertThrows(ClockUnavailableException.class, clocks::monotonic);
    assertEquals("monotonic clock", refusal.clock());
    assertEquals(
        "no provider has one; a: no monotonic here; b: no monotonic here", refusal.reason());
    assertEquals(
        "wall clock is not available: no provider has one; a: no posix here; b: no posix here",
        assertThrows(ClockUnavailableException.class, clocks::posix).getMessage());
    assertEquals(
        "sleeper is not available: there are no providers; pass at least one to Clocks.of",
        assertThrows(ClockUnavailableException.class, () -> Clocks.of().sleeper()).getMessage());
  }

  @Test
  void brokenProviderIsReportedLast() {
    FakeProvider nameless = provider(null, 100, high);
    ClockProvider throwing =
        new ClockProvider() {
          @Override
          public String name() {
            throw new IllegalStateException("no name today");
          }

          @Override
          public int priority() {
            return 200;
          }

          @Override
          public MonotonicClock monotonic() {
            return high;
          }

          @Override
          public PosixClock posix() {
            return high;
          }

          @Override
          public Sleeper sleeper() {
            return high;
          }

          @Override
          public List<ClockOffer<?>> offers() {
            return Collections.emptyList();
          }
        };
    FakeProvider good = provider("low", 1, low);
    Clocks clocks = Clocks.of(nameless, throwing, good);
    assertSame(low, clocks.monotonic());
    assertEquals(Collections.singletonList(good), clocks.providers());
    List<String> reports = new ArrayList<>();
    for (ProviderReport report : clocks.report()) {
      reports.add(
          report.name() + " " + report.provider().isPresent() + " " + report.posixNotUsed());
    }
    assertEquals(
        Arrays.asList(
            "low true Optional.empty",
            FakeProvider.class.getName() + " false Optional[name() returned null]",
            throwing.getClass().getName()
                + " false Optional[java.lang.IllegalStateException: no name today]"),
        reports);
  }

  @Test
  void listsCannotBeChanged() {
    Clocks clocks = Clocks.of(provider("a", 1, low));
    assertThrows(UnsupportedOperationException.class, () -> clocks.providers().clear());
    assertThrows(UnsupportedOperationException.class, () -> clocks.report().clear());
  }

  @Test
  void nullIsRefused() {
    assertThrows(NullPointerException.class, () -> Clocks.of((ClockProvider) null));
  }

  @Test
  void installedAlwaysWorks() {
    assertSame(Clocks.installed(), Clocks.installed());
    Clocks.installed().monotonic().elapsedNanos();
    Clocks.installed().posix().now();
    assertTrue(
        Clocks.installed().providers().stream().anyMatch(p -> p instanceof PortableClockProvider));
  }

  // Offers

  @Test
  void offerGivesItsClock() {
    ClockOffer<MonotonicClock> offer =
        ClockOffer.of(MonotonicClock.class, "boottime", "time since boot", () -> low);
    assertEquals(MonotonicClock.class, offer.type());
    assertEquals("boottime", offer.name());
    assertEquals("time since boot", offer.description());
    assertSame(low, offer.open());
    assertEquals("boottime (time since boot)", offer.toString());
  }

  @Test
  void offerRefusesWithTheReason() {
    ClockOffer<MonotonicClock> offer =
        ClockOffer.of(
            MonotonicClock.class,
            "tai",
            "atomic time",
            () -> {
              throw new UnsupportedClassVersionError("Tai has class file version 66.0");
            });
    ClockUnavailableException refusal = assertThrows(ClockUnavailableException.class, offer::open);
    assertEquals("tai", refusal.clock());
    assertEquals(
        "requires a newer Java version (Tai has class file version 66.0)", refusal.reason());
    assertTrue(refusal.getCause() instanceof UnsupportedClassVersionError);
  }

  @Test
  void refusalPropagatesUnchanged() {
    ClockUnavailableException own = new ClockUnavailableException("x", "because");
    ClockOffer<PosixClock> offer =
        ClockOffer.of(
            PosixClock.class,
            "x",
            "nothing",
            () -> {
              throw own;
            });
    assertSame(own, assertThrows(ClockUnavailableException.class, offer::open));
    assertEquals("x is not available: because", own.getMessage());
  }
}
