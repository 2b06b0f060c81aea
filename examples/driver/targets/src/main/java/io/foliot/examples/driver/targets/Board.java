package io.foliot.examples.driver.targets;

import org.teavm.interop.Import;
import org.teavm.interop.c.Include;

/** The C functions of a board, declared in {@code foliot.h}. */
final class Board {
  private Board() {}

  /** The free-running counter. */
  @Include("foliot.h")
  @Import(name = "foliot_board_ticks")
  static native long ticks();

  /** Rests until an event, for a short while, or not at all. */
  @Include("foliot.h")
  @Import(name = "foliot_board_wait")
  static native void rest();

  /** Writes one character. */
  @Include("foliot.h")
  @Import(name = "foliot_board_putc")
  static native void put(int ascii);

  /** Ends the program. */
  @Include("foliot.h")
  @Import(name = "foliot_board_exit")
  static native void exit(int status);

  /** Number of objects allocated since start. */
  @Include("foliot.h")
  @Import(name = "foliot_heap_allocations")
  static native int allocations();

  /** Collects garbage and gives the number of free bytes. */
  @Include("foliot.h")
  @Import(name = "foliot_heap_collect")
  static native int collect();
}
