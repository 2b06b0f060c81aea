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
   * A clock on the counter of the board. Width and rate come from the board, so that one
   * translation serves all; a program that names them itself is smaller by 3 KB, for what refuses
   * wrong ones is left out then.
   *
   * @return shows 0 now
   */
  public static MonotonicClock clock() {
    return new FreeRunningClock(counterBits(), TickRate.ofHertz(counterHertz()), Board::ticks);
  }

  /**
   * Reads the counter.
   *
   * @return ticks; bits above the width of the counter have no meaning
   */
  // Without @Include there is no prototype, and C would cut a long in half.
  @Include("foliot.h")
  @Import(name = "foliot_board_ticks")
  public static native long ticks();

  @Include("foliot.h")
  @Import(name = "foliot_board_counterBits")
  private static native int counterBits();

  @Include("foliot.h")
  @Import(name = "foliot_board_counterHertz")
  private static native int counterHertz();

  /** Rests until an event, for a short while, or not at all. */
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
   * @param status 0 if all went well
   */
  @Include("foliot.h")
  @Import(name = "foliot_board_exit")
  public static native void exit(int status);

  /**
   * How many objects were allocated since start.
   *
   * @return their number
   */
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
