package io.foliot.proofs.xen;

import io.foliot.clock.MonotonicClock;
import io.foliot.clock.PosixClock;
import io.foliot.clock.xen.SharedInfoLayout;
import io.foliot.clock.xen.SharedPage;
import io.foliot.clock.xen.XenClocks;
import org.teavm.interop.Import;
import org.teavm.interop.c.Include;

/**
 * A Java program that runs on Xen without an operating system and reads Xen's clocks. At the start of
 * each second of the RTC it prints {@code java NANOS RTC ELAPSED OBJECTS TEXT}: the wall clock, the
 * digits of the RTC, system time, the objects that both readings allocated, and the wall clock as text.
 */
public final class Unikernel {
  private Unikernel() {}

  @Include("board.h")
  @Import(name = "board_load32")
  private static native int load32(int offset);

  @Include("board.h")
  @Import(name = "board_load64")
  private static native long load64(int offset);

  @Include("board.h")
  @Import(name = "board_counter")
  private static native long counter();

  @Include("board.h")
  @Import(name = "board_cmos")
  private static native int cmos(int index);

  @Include("foliot.h")
  @Import(name = "foliot_board_putc")
  private static native void put(int ascii);

  @Include("foliot.h")
  @Import(name = "foliot_heap_allocations")
  private static native int allocations();

  /** The page that Xen shares. TeaVM and the C compiler move no load across a call into C. */
  private static final class MappedPage implements SharedPage {
    @Override
    public int loadInt(int offset) {
      return load32(offset);
    }

    @Override
    public long loadLong(int offset) {
      return load64(offset);
    }
  }

  /** Runs for a few seconds. */
  public static void main(String[] args) {
    SharedPage page = new MappedPage();
    SharedInfoLayout layout = SharedInfoLayout.X86_64;
    MonotonicClock time = XenClocks.monotonic(page, layout.vcpuTime(0), Unikernel::counter);
    PosixClock wall = XenClocks.posix(page, layout, time);
    for (int second = 0; second < 4; second++) {
      int old = cmos(0);
      while (cmos(0) == old) {}
      int allocated = allocations();
      long nanos = wall.epochNanos();
      long elapsed = time.elapsedNanos();
      allocated = allocations() - allocated;
      StringBuilder line = new StringBuilder("java ").append(nanos).append(' ');
      rtc(rtc(rtc(line, 0x32), 9), 8);
      rtc(rtc(rtc(rtc(line, 7), 4), 2), 0);
      line.append(' ').append(elapsed).append(' ').append(allocated).append(' ');
      print(line.append(wall.now()));
    }
    print(new StringBuilder("foliot end"));
  }

  /** Appends two BCD digits of the RTC. */
  private static StringBuilder rtc(StringBuilder line, int index) {
    int digits = cmos(index);
    return line.append((char) ('0' + (digits >> 4))).append((char) ('0' + (digits & 15)));
  }

  private static void print(StringBuilder line) {
    for (int i = 0; i < line.length(); i++) {
      put(line.charAt(i));
    }
    put('\n');
  }
}
