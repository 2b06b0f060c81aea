package io.foliot.clock.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.foliot.clock.ClockUnavailableException;
import io.foliot.clock.counter.Sample;
import io.foliot.clock.counter.Sampler;
import io.foliot.clock.posix.kernel.NativeFunction;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;

/** Samples of a kernel clock: it is read between two readings of the cycle counter. */
final class KernelSampler implements Sampler {
  private static final int TRIES = 12;

  private static final NativeFunction SAMPLE = bind();

  private final int clock;

  private KernelSampler(int clock) {
    this.clock = clock;
  }

  private static NativeFunction bind() {
    try {
      byte[] code = MachineCode.current().sample(KernelReader.clockGetTimeAddress());
      return ExecutableMemory.bind(code, FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    } catch (ClockUnavailableException refusal) {
      return NativeFunction.refused(refusal.reason());
    }
  }

  /**
   * {@return the sampler of an open clock}
   *
   * @throws ClockUnavailableException if it cannot be sampled
   */
  static KernelSampler of(String name, int clock) {
    SAMPLE.require(name);
    return new KernelSampler(clock);
  }

  @Override
  public Sample take(long enough) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(32, 8);
      Sample best = null;
      for (int i = 0; i < TRIES && (best == null || best.width() > enough); i++) {
        int failed = (int) SAMPLE.handle().invokeExact(clock, out);
        long before = out.get(JAVA_LONG, 0);
        long width = out.get(JAVA_LONG, 24) - before;
        if (failed == 0 && width >= 0 && (best == null || width < best.width())) {
          long nanos = out.get(JAVA_LONG, 8) * 1_000_000_000L + out.get(JAVA_LONG, 16);
          best = new Sample(before + (width >>> 1), nanos, width);
        }
      }
      return best;
    } catch (Throwable thrown) {
      throw NativeFunction.rethrow(thrown);
    }
  }
}
