package io.foliot.clock.conformance;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/** Statistics of the calling thread, which not every JVM or module graph provides. */
final class Jvm {
  /** The value if the JVM does not report it. */
  static final long UNKNOWN = -1;

  private Jvm() {}

  /** {@return the bytes allocated by the calling thread so far, or {@link #UNKNOWN}} */
  static long allocatedBytes() {
    try {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      return threads instanceof com.sun.management.ThreadMXBean
          ? ((com.sun.management.ThreadMXBean) threads)
              .getThreadAllocatedBytes(Thread.currentThread().getId())
          : UNKNOWN;
    } catch (LinkageError | UnsupportedOperationException unsupported) {
      return UNKNOWN;
    }
  }

  /** {@return how often the calling thread blocked or waited so far, or {@link #UNKNOWN}} */
  static long waits() {
    try {
      ThreadInfo info =
          ManagementFactory.getThreadMXBean().getThreadInfo(Thread.currentThread().getId());
      return info == null ? UNKNOWN : info.getBlockedCount() + info.getWaitedCount();
    } catch (LinkageError | UnsupportedOperationException unsupported) {
      return UNKNOWN;
    }
  }

  /** {@return whether the JVM never compiles code} */
  static boolean onlyInterprets() {
    return System.getProperty("java.vm.info", "").contains("interpreted mode");
  }
}
