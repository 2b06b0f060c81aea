package io.foliot.clock.posix.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the kernel says about itself in plain files. Reading them needs no privilege and no native
 * call.
 *
 * @param system the JVM's name of the operating system
 * @param architecture the JVM's name of the processor
 * @param root the folder that holds {@code proc} and {@code sys}
 */
public record KernelFiles(String system, String architecture, Path root) {
  private static final String CLOCK_SOURCES = "sys/devices/system/clocksource/clocksource0/";

  /** The kernel that this program runs on. */
  public static final KernelFiles HERE =
      new KernelFiles(
          System.getProperty("os.name", ""), System.getProperty("os.arch", ""), Path.of("/"));

  /**
   * Whether this is Linux on x86-64.
   *
   * @return true if it is
   */
  public boolean isLinuxOnX86() {
    return system.equals("Linux")
        && (architecture.equals("amd64") || architecture.equals("x86_64"));
  }

  /**
   * The clock source in use.
   *
   * @return a name such as {@code tsc}, or "" where the kernel does not tell
   */
  public String currentClockSource() {
    return read(CLOCK_SOURCES + "current_clocksource");
  }

  /**
   * The kind of hypervisor.
   *
   * @return {@code xen} on Xen, else usually ""
   */
  public String hypervisorType() {
    return read("sys/hypervisor/type");
  }

  /**
   * The mappings of this process.
   *
   * @return one line for each
   */
  public List<String> mappings() {
    return read("proc/self/maps").lines().toList();
  }

  /**
   * Whether the first processor has a feature.
   *
   * @param flag a word of the flags line of {@code /proc/cpuinfo}
   * @return true if it has; false where the kernel does not tell
   */
  public boolean hasProcessorFlag(String flag) {
    return read("proc/cpuinfo")
        .lines()
        .filter(line -> line.startsWith("flags"))
        .findFirst()
        .map(flags -> (flags + " ").contains(" " + flag + " "))
        .orElse(false);
  }

  /** The file without surrounding white space, or "" where it is missing or unreadable. */
  private String read(String file) {
    try {
      return new String(Files.readAllBytes(root.resolve(file)), StandardCharsets.ISO_8859_1)
          .strip();
    } catch (IOException | SecurityException unreadable) {
      return "";
    }
  }
}
