package io.foliot.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.Clocks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * With all three clock modules on its class path but no use of them, a program loads their
 * providers and nothing of {@code java.lang.foreign}. {@code benchmarks/startup} measures the cost.
 */
class StartUpTest {
  private static final Set<String> PROVIDERS =
      Set.of(
          "io.foliot.clock.posix.PosixClockProvider",
          "io.foliot.clock.solo5.Solo5ClockProvider",
          "io.foliot.clock.xen.linux.XenClockProvider");

  /** Discovers the providers. */
  static final class LookUp {
    public static void main(String[] args) {
      System.out.println(Clocks.installed().providers().size());
    }
  }

  /** Selects a monotonic clock and reads it. */
  static final class Choose {
    public static void main(String[] args) {
      System.out.println(Clocks.installed().monotonic().elapsedNanos());
    }
  }

  /** {@return the names of the classes that a program loads} */
  private static Set<String> loadedBy(Class<?> program) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout:none",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertTrue(output.contains(program.getName()), output);
    return output
        .lines()
        .map(line -> line.substring(0, (line + " ").indexOf(' ')))
        .collect(Collectors.toSet());
  }

  private static Set<String> ofPackages(Set<String> classes, String... prefixes) {
    Set<String> found = new TreeSet<>();
    for (String name : classes) {
      for (String prefix : prefixes) {
        if (name.startsWith(prefix)) {
          found.add(name);
        }
      }
    }
    return found;
  }

  private static void expectNoMore(Set<String> allowed, Set<String> loaded) {
    Set<String> more =
        ofPackages(
            loaded, "io.foliot.clock.posix.", "io.foliot.clock.xen.", "io.foliot.clock.solo5.");
    assertTrue(more.containsAll(PROVIDERS), () -> "not all providers were asked: " + more);
    more.removeAll(allowed);
    assertEquals(Set.of(), more);
    assertEquals(Set.of(), ofPackages(loaded, "java.lang.foreign."));
  }

  @Test
  void lookingUpLoadsTheProvidersOnly() throws Exception {
    expectNoMore(PROVIDERS, loadedBy(LookUp.class));
  }

  /** The first lambda of a program adds milliseconds to start-up. */
  @Test
  void lookingUpAndChoosingMakeNoLambda() throws Exception {
    Set<String> lambdas = new TreeSet<>();
    for (String name : ofPackages(loadedBy(Choose.class), "io.foliot.")) {
      if (name.contains("$$Lambda")) {
        lambdas.add(name);
      }
    }
    assertEquals(Set.of(), lambdas);
  }

  /** On Linux the best clock is {@code System.nanoTime}, which needs no java.lang.foreign. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void choosingLoadsNoNativeCalls() throws Exception {
    Set<String> allowed = new TreeSet<>(PROVIDERS);
    allowed.add("io.foliot.clock.posix.PosixClocks");
    allowed.add("io.foliot.clock.posix.kernel.OperatingSystem");
    allowed.add("io.foliot.clock.posix.JdkMonotonicClock");
    expectNoMore(allowed, loadedBy(Choose.class));
  }
}
