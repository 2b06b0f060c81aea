package io.foliot.clock.conformance;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * What the JVM tells about the calling thread, where it does: not every JVM or module graph can.
 */
final class Jvm {
  /** The answer where the JVM does not tell. */
  static final long UNKNOWN = -1;

  private Jvm() {}

  /** Bytes that the calling thread has allocated so far, or {@link #UNKNOWN}. */
  static long allocatedBytes() {
    try {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      return threads instanceof com.sun.management.ThreadMXBean
          ? ((com.sun.management.ThreadMXBean) threads)
              .getThreadAllocatedBytes(Thread.currentThread().getId())
          : UNKNOWN;
    } catch (LinkageError | UnsupportedOperationException notHere) {
      return UNKNOWN;
    }
  }

  /** How often the calling thread has waited for a lock, or in one, or {@link #UNKNOWN}. */
  static long waits() {
    try {
      ThreadInfo info =
          ManagementFactory.getThreadMXBean().getThreadInfo(Thread.currentThread().getId());
      return info == null ? UNKNOWN : info.getBlockedCount() + info.getWaitedCount();
    } catch (LinkageError | UnsupportedOperationException notHere) {
      return UNKNOWN;
    }
  }

  /** Whether code is never compiled: then even plain calls may allocate. */
  static boolean onlyInterprets() {
    return System.getProperty("java.vm.info", "").contains("interpreted mode");
  }
}
