package io.foliot.examples.driver;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.Sleeper;
import io.foliot.duration.Nanos;

/**
 * Two {@link Link}s that exchange messages over a bad line, and a log of their events. The loop in
 * {@link #send} shows how to use the driver: poll, then sleep until something is due.
 */
public final class Exchange {
  private static final int SEED = 20_261_122;

  private final Sleeper sleeper;
  private final MonotonicClock clock;
  private final Log log;
  private final BadLine there;
  private final BadLine back;
  private final Link sender;
  private final Link receiver;
  private final byte[] message = new byte[Link.MAX_MESSAGE];
  private final long startNanos;
  private boolean quiet;
  private int delivered;
  private int received;
  private int givenUp;
  private int repeated;
  private int wrong;

  /**
   * Creates two idle links.
   *
   * @param sleeper sleeps between polls; its clock is the only one used
   * @param console receives the log
   */
  public Exchange(Sleeper sleeper, Console console) {
    this.sleeper = sleeper;
    this.clock = sleeper.clock();
    this.log = new Log(console);
    this.there = new BadLine(clock, SEED);
    this.back = new BadLine(clock, SEED / 2);
    this.startNanos = clock.elapsedNanos();
    this.sender = new Link(clock, new Port(back, there), new Sending());
    this.receiver = new Link(clock, new Port(there, back), new Receiving());
  }

  /**
   * Runs all scenarios on simulated time, with the same output on every machine: a bad line, a line
   * that is cut and restored, and a long run that must not allocate.
   *
   * @param console receives the log
   * @param meter counts allocations
   * @return whether all messages arrived and the long run allocated nothing
   * @throws InterruptedException never on simulated time
   */
  public static boolean simulate(Console console, AllocationMeter meter)
      throws InterruptedException {
    // Readings cross 2^63 during the run, which reveals signed comparisons.
    Exchange exchange =
        new Exchange(new SimulatedTime(Long.MAX_VALUE - 40 * Nanos.PER_MILLI), console);
    exchange.send(12);
    exchange.setCut(true);
    exchange.send(1);
    exchange.setCut(false);
    exchange.send(3);
    exchange.quiet = true;
    // A JVM itself allocates occasionally; code that allocates does so in every round.
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 4; round++) {
      long before = meter.allocated();
      exchange.send(50);
      long allocated = meter.allocated() - before;
      least = allocated < least ? allocated : least;
    }
    exchange.tell();
    exchange.log.text("allocated while sending 50 messages: ").number(least).end();
    return least == 0 && exchange.wrong == 0 && exchange.received == 215;
  }

  /**
   * Sends twenty messages on a real clock, which must take as long as the rate limit requires.
   * Lines with measurements start with {@code #}; the others are the same everywhere.
   *
   * @param sleeper sleeps on the real clock
   * @param console receives the log
   * @return whether all messages arrived, no sooner than allowed
   * @throws InterruptedException if the thread is interrupted
   */
  public static boolean runReal(Sleeper sleeper, Console console) throws InterruptedException {
    Exchange exchange = new Exchange(sleeper, console);
    exchange.quiet = true;
    exchange.send(20);
    long took = Nanos.saturatingMinus(exchange.clock.elapsedNanos(), exchange.startNanos);
    // Three at once, then one every 4 ms.
    boolean paced = Nanos.compare(took, 17 * 4 * Nanos.PER_MILLI) >= 0;
    boolean good = paced && exchange.received == 20 && exchange.wrong == 0;
    exchange.log.text("# real clock: took ").time(took).end();
    exchange.log.text("real clock: received ").number(exchange.received).text(" of 20");
    exchange.log.text(paced ? ", at the rate allowed" : ", faster than allowed").end();
    return good;
  }

  /** Cuts or restores the line in both directions. */
  void setCut(boolean cut) {
    there.setCut(cut);
    back.setCut(cut);
    event().text(cut ? "line cut" : "line mended").end();
  }

  /** Sends messages until each is delivered or abandoned. */
  void send(int messages) throws InterruptedException {
    int goal = delivered + givenUp + messages;
    int offered = delivered + givenUp;
    while (delivered + givenUp < goal) {
      if (offered < goal && !sender.isSending()) {
        fill(message, offered);
        sender.offer(message, lengthOf(offered));
        offered++;
      }
      sender.poll();
      receiver.poll();
      if (sender.isSending()) {
        sleeper.sleepUntil(Nanos.min(sender.nextPollNanos(), receiver.nextPollNanos()));
      }
    }
  }

  private void tell() {
    event().text("delivered ").number(delivered).text(", given up ").number(givenUp);
    log.text(", sent again ").number(repeated);
    log.text(", damaged ").number(sender.damagedFrames() + receiver.damagedFrames());
    log.text(", wrong ").number(wrong).end();
  }

  private Log event() {
    return log.time(Nanos.saturatingMinus(clock.elapsedNanos(), startNanos)).text(" ");
  }

  private static int lengthOf(int index) {
    return 1 + index % Link.MAX_MESSAGE;
  }

  private static void fill(byte[] target, int index) {
    for (int i = 0; i < target.length; i++) {
      target[i] = (byte) (index + i * 7);
    }
  }

  /** One end of the line. */
  private static final class Port implements SerialPort {
    private final BadLine in;
    private final BadLine out;

    Port(BadLine in, BadLine out) {
      this.in = in;
      this.out = out;
    }

    @Override
    public boolean canSend() {
      return out.canSend();
    }

    @Override
    public void send(int octet) {
      out.send(octet);
    }

    @Override
    public int receive() {
      return in.receive();
    }

    @Override
    public long nextEventNanos() {
      return Nanos.min(in.nextArrivalNanos(), out.canSend() ? Nanos.MAX : out.nextArrivalNanos());
    }
  }

  private final class Sending implements LinkListener {
    @Override
    public void received(byte[] data, int length, long atNanos) {
      wrong++;
    }

    @Override
    public void delivered(int tries, long tookNanos) {
      delivered++;
      if (!quiet) {
        event().text("delivered in ").time(tookNanos).text(", tries ").number(tries).end();
      }
    }

    @Override
    public void retransmitted(int tries, long waitedNanos) {
      repeated++;
      if (!quiet) {
        event().text("no answer for ").time(waitedNanos).text(", tries ").number(tries).end();
      }
    }

    @Override
    public void gaveUp() {
      givenUp++;
      event().text("given up").end();
    }

    @Override
    public void silent(long silentNanos) {
      event().text("sender heard nothing for ").time(silentNanos).end();
    }
  }

  private final class Receiving implements LinkListener {
    private int last = -1;

    @Override
    public void received(byte[] data, int length, long atNanos) {
      received++;
      int index = data[0] & 0xFF;
      boolean good = length == lengthOf(index) && index != last;
      for (int i = 0; i < length; i++) {
        good &= data[i] == (byte) (index + i * 7);
      }
      last = index;
      if (!good) {
        wrong++;
      }
      if (!quiet) {
        log.time(atNanos - startNanos).text(" receiving ").number(length).text(" bytes");
        log.text(good ? "" : " (wrong)").end();
      }
    }

    @Override
    public void delivered(int tries, long tookNanos) {
      wrong++;
    }

    @Override
    public void retransmitted(int tries, long waitedNanos) {
      wrong++;
    }

    @Override
    public void gaveUp() {
      wrong++;
    }

    @Override
    public void silent(long silentNanos) {
      event().text("receiver heard nothing for ").time(silentNanos).end();
    }
  }
}
