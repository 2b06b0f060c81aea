package io.foliot.clock.posix.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Linux reports in {@code /proc} and {@code /sys}. Reading these files needs no privilege and
 * no native call.
 *
 * @param system the operating system, as in the system property {@code os.name}
 * @param architecture the processor, as in the system property {@code os.arch}
 * @param root directory that contains {@code proc} and {@code sys}
 */
public record KernelFiles(String system, String architecture, Path root) {
  private static final String CLOCK_SOURCES = "sys/devices/system/clocksource/clocksource0/";

  /** The files of the running kernel. */
  public static final KernelFiles CURRENT =
      new KernelFiles(
          System.getProperty("os.name", ""), System.getProperty("os.arch", ""), Path.of("/"));

  /** {@return whether this is Linux on x86-64} */
  public boolean isLinuxOnX86() {
    return system.equals("Linux")
        && (architecture.equals("amd64") || architecture.equals("x86_64"));
  }

  /** {@return the current clock source, such as {@code tsc}; empty if unknown} */
  public String currentClockSource() {
    return read(CLOCK_SOURCES + "current_clocksource");
  }

  /** {@return the type of the hypervisor: {@code xen} on Xen, usually empty elsewhere} */
  public String hypervisorType() {
    return read("sys/hypervisor/type");
  }

  /** {@return the lines of {@code /proc/self/maps}, one for each mapping of this process} */
  public List<String> mappings() {
    return read("proc/self/maps").lines().toList();
  }

  /**
   * {@return whether the first processor has a feature; false if unknown}
   *
   * @param flag a word of the flags line of {@code /proc/cpuinfo}
   */
  public boolean hasProcessorFlag(String flag) {
    return read("proc/cpuinfo")
        .lines()
        .filter(line -> line.startsWith("flags"))
        .findFirst()
        .map(flags -> (flags + " ").contains(" " + flag + " "))
        .orElse(false);
  }

  /** Returns the file without surrounding white space; empty if it is missing or unreadable. */
  private String read(String file) {
    try {
      return new String(Files.readAllBytes(root.resolve(file)), StandardCharsets.ISO_8859_1)
          .strip();
    } catch (IOException | SecurityException unreadable) {
      return "";
    }
  }
}
