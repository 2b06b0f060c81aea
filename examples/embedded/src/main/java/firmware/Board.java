package firmware;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.counter.FreeRunningClock;
import io.foliot.duration.TickRate;
import org.teavm.interop.Import;
import org.teavm.interop.c.Include;

/** The C functions of a board, declared in {@code foliot.h}. */
public final class Board {
  private Board() {}

  /**
   * {@return a clock on the counter of the board, which reads 0 now} The board provides width and rate,
   * so that one translation serves all boards. Constants instead save 3 KB, because the checks of the
   * arguments are then removed.
   */
  public static MonotonicClock clock() {
    return new FreeRunningClock(counterBits(), TickRate.ofHertz(counterHertz()), Board::ticks);
  }

  /** {@return the ticks of the counter; bits above its width are undefined} */
  // Without @Include there is no prototype, and C would truncate a long to 32 bits.
  @Include("foliot.h")
  @Import(name = "foliot_board_ticks")
  public static native long ticks();

  @Include("foliot.h")
  @Import(name = "foliot_board_counterBits")
  private static native int counterBits();

  @Include("foliot.h")
  @Import(name = "foliot_board_counterHertz")
  private static native int counterHertz();

  /** Waits for an event, for a short time, or not at all. */
  @Include("foliot.h")
  @Import(name = "foliot_board_wait")
  public static native void rest();

  /**
   * Writes one character to the console.
   *
   * @param ascii its code
   */
  @Include("foliot.h")
  @Import(name = "foliot_board_putc")
  public static native void put(int ascii);

  /**
   * Ends the program.
   *
   * @param status 0 for success
   */
  @Include("foliot.h")
  @Import(name = "foliot_board_exit")
  public static native void exit(int status);

  /** {@return the number of objects allocated since start} */
  @Include("foliot.h")
  @Import(name = "foliot_heap_allocations")
  public static native int allocations();

  /**
   * Collects garbage.
   *
   * @return the number of free bytes
   */
  @Include("foliot.h")
  @Import(name = "foliot_heap_collect")
  public static native int collect();
}
