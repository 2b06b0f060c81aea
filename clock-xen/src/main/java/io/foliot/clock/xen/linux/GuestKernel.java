package io.foliot.clock.xen.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the kernel of this guest says about itself in plain files. Reading them needs no privilege
 * and no native call.
 *
 * @param system the JVM's name of the operating system
 * @param architecture the JVM's name of the processor
 * @param root the folder that holds {@code proc} and {@code sys}
 */
record GuestKernel(String system, String architecture, Path root) {
  private static final String CLOCK_SOURCES = "sys/devices/system/clocksource/clocksource0/";

  static final GuestKernel THIS =
      new GuestKernel(
          System.getProperty("os.name", ""), System.getProperty("os.arch", ""), Path.of("/"));

  boolean isLinuxOnX86() {
    return system.equals("Linux")
        && (architecture.equals("amd64") || architecture.equals("x86_64"));
  }

  /** The clock source in use, such as {@code tsc}, {@code xen} or {@code kvm-clock}; or "". */
  String currentClockSource() {
    return read(CLOCK_SOURCES + "current_clocksource");
  }

  /** The clock sources to choose from, separated by blanks; or "". */
  String availableClockSources() {
    return read(CLOCK_SOURCES + "available_clocksource");
  }

  /** {@code xen} on Xen, else usually "". */
  String hypervisorType() {
    return read("sys/hypervisor/type");
  }

  /** The mappings of this process, one a line. */
  List<String> mappings() {
    return read("proc/self/maps").lines().toList();
  }

  static boolean isParavirtual(String clockSource) {
    return clockSource.equals("xen") || clockSource.equals("kvm-clock");
  }

  /** The file without surrounding white space, or "" where it is missing or unreadable. */
  private String read(String file) {
    try {
      return new String(Files.readAllBytes(root.resolve(file)), StandardCharsets.US_ASCII).strip();
    } catch (IOException unreadable) {
      return "";
    }
  }
}
