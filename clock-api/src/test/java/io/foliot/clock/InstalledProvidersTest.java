package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.duration.Duration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Discovery by {@code ServiceLoader}, in a separate class loader with only clock-api, duration and
 * the providers of the test.
 */
class InstalledProvidersTest {
  private static final String GOOD = ServiceProviders.Good.class.getName();
  private static final String TOO_NEW = ServiceProviders.TooNew.class.getName();
  private static final String FAILING = ServiceProviders.Failing.class.getName();
  private static final String REENTRANT = ServiceProviders.Reentrant.class.getName();
  private static final String OTHER = ServiceProviders.Other.class.getName();

  @TempDir private Path folder;

  /** {@return the lines of {@code Clocks.installed().report()} in that class loader} */
  private List<String> report(String forced, String... providers) throws Exception {
    Path services = folder.resolve("META-INF/services/" + ClockProvider.class.getName());
    Files.createDirectories(services.getParent());
    Files.write(services, Arrays.asList(providers), StandardCharsets.UTF_8);
    copy(ServiceProviders.Good.class, 52);
    copy(ServiceProviders.Failing.class, 52);
    copy(ServiceProviders.Other.class, 52);
    copy(ServiceProviders.Reentrant.class, 52);
    copy(ServiceProviders.TooNew.class, 200);
    URL[] path = {
      Clocks.class.getProtectionDomain().getCodeSource().getLocation(),
      Duration.class.getProtectionDomain().getCodeSource().getLocation(),
      folder.toUri().toURL()
    };
    ClassLoader platform = ClassLoader.getSystemClassLoader().getParent();
    try (URLClassLoader loader = new URLClassLoader(path, platform)) {
      return withProperty(forced, () -> callReport(loader));
    }
  }

  private static List<String> callReport(ClassLoader loader) throws Exception {
    Class<?> clocksClass = loader.loadClass(Clocks.class.getName());
    assertTrue(clocksClass != Clocks.class, "the class loader of the test is not apart");
    Object clocks = clocksClass.getMethod("installed").invoke(null);
    List<String> lines = new ArrayList<>();
    for (Object report : (List<?>) clocksClass.getMethod("report").invoke(clocks)) {
      lines.add(report.toString());
    }
    try {
      lines.add("monotonic: " + clocksClass.getMethod("monotonic").invoke(clocks));
    } catch (InvocationTargetException refusal) {
      lines.add("monotonic: " + refusal.getCause().getMessage());
    }
    return lines;
  }

  private interface Call {
    List<String> run() throws Exception;
  }

  private static List<String> withProperty(String value, Call call) throws Exception {
    String before = System.getProperty(Clocks.PROVIDER_PROPERTY);
    set(value);
    try {
      return call.run();
    } finally {
      set(before);
    }
  }

  private static void set(String value) {
    if (value == null) {
      System.clearProperty(Clocks.PROVIDER_PROPERTY);
    } else {
      System.setProperty(Clocks.PROVIDER_PROPERTY, value);
    }
  }

  /** Copies a class of the test with another class file version. */
  private void copy(Class<?> type, int version) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
      byte[] buffer = new byte[4_096];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
    }
    byte[] copy = bytes.toByteArray();
    copy[7] = (byte) version;
    Files.createDirectories(folder.resolve(file).getParent());
    Files.write(folder.resolve(file), copy);
  }

  @Test
  void portableProviderIsAlwaysPresent() throws Exception {
    assertEquals(
        Arrays.asList(
            "portable: monotonic clock used; wall clock used; sleeper used",
            "monotonic: portable nanoTime"),
        report(null));
  }

  @Test
  void higherPriorityIsUsed() throws Exception {
    assertEquals(
        Arrays.asList(
            "good: monotonic clock used; wall clock not used (no wall clock here); sleeper used",
            "portable: monotonic clock not used (the monotonic clock of good is preferred); wall"
                + " clock used; sleeper not used (the sleeper of good is preferred)",
            "monotonic: good clock"),
        report(null, GOOD));
  }

  @Test
  void propertyForcesProvider() throws Exception {
    String excluded = "not used (system property io.foliot.clock.provider selects 'portable')";
    assertEquals(
        Arrays.asList(
            "good: monotonic clock "
                + excluded
                + "; wall clock "
                + excluded
                + "; sleeper "
                + excluded,
            "portable: monotonic clock used; wall clock used; sleeper used",
            "monotonic: portable nanoTime"),
        report("portable", GOOD));
  }

  @Test
  void emptyPropertyForcesNone() throws Exception {
    assertEquals(report(null, GOOD), report("", GOOD));
    assertEquals(report(null, GOOD), report(" ", GOOD));
  }

  @Test
  void providerIsReportedOnce() throws Exception {
    assertEquals(report(null, TOO_NEW, FAILING), report(null, TOO_NEW, FAILING, TOO_NEW, FAILING));
  }

  /** ServiceLoader throws once for a module and again for the same class on the class path. */
  @Test
  void tooNewModuleIsReportedOnce() {
    UnsupportedClassVersionError tooNew =
        new UnsupportedClassVersionError("com/example/New has been compiled by a newer Java");
    Iterator<Error> failures =
        Arrays.asList(
                new ServiceConfigurationError(
                    ClockProvider.class.getName() + ": Unable to load com.example.New", tooNew),
                tooNew)
            .iterator();
    Iterator<ClockProvider> found =
        new Iterator<ClockProvider>() {
          @Override
          public boolean hasNext() {
            return failures.hasNext();
          }

          @Override
          public ClockProvider next() {
            throw failures.next();
          }
        };
    List<ProviderReport> reports = InstalledProviders.find(found, null).report();
    assertEquals(2, reports.size(), reports::toString);
    assertEquals(
        "com.example.New: not loaded (requires a newer Java version (com/example/New has been"
            + " compiled by a newer Java))",
        reports.get(1).toString());
  }

  @Test
  void unknownForcedProviderIsRefused() throws Exception {
    List<String> lines = report("poxis", GOOD);
    assertEquals(
        "monotonic: monotonic clock is not available: system property io.foliot.clock.provider is"
            + " 'poxis'; expected one of good, portable",
        lines.get(lines.size() - 1));
  }

  @Test
  void tooNewClassIsSkippedWithReason() throws Exception {
    List<String> lines = report(null, TOO_NEW, GOOD);
    assertEquals(4, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith("good: monotonic clock used"), lines::toString);
    assertTrue(
        lines.get(2).startsWith(TOO_NEW + ": not loaded (requires a newer Java version ("),
        lines::toString);
    assertTrue(lines.get(2).contains("class file version 200.0"), lines::toString);
    assertEquals("monotonic: good clock", lines.get(3));
  }

  @Test
  void unloadableProvidersAreSkipped() throws Exception {
    List<String> lines = report(null, "no.such.Provider", FAILING, OTHER, GOOD);
    assertEquals(6, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith("good: "), lines::toString);
    assertTrue(lines.get(1).startsWith("portable: "), lines::toString);
    assertTrue(lines.get(2).startsWith("no.such.Provider: "), lines::toString);
    assertTrue(lines.get(2).contains("not found"), lines::toString);
    assertTrue(lines.get(3).startsWith(FAILING + ": "), lines::toString);
    assertTrue(
        lines.get(3).contains("caused by java.lang.IllegalStateException: no such hardware"),
        lines::toString);
    assertTrue(lines.get(4).startsWith(OTHER + ": "), lines::toString);
    assertEquals("monotonic: good clock", lines.get(5));
  }

  @Test
  void providerMustNotAskForClocksWhileItIsLoaded() throws Exception {
    List<String> lines = report(null, REENTRANT, GOOD);
    assertTrue(
        lines
            .get(2)
            .endsWith(
                "caused by java.lang.IllegalStateException: a provider calls Clocks.installed()"
                    + " while it is being loaded; call it later)"),
        lines::toString);
    assertEquals("monotonic: good clock", lines.get(3));
  }

  @Test
  void searchEnds() throws Exception {
    String[] many = new String[300];
    for (int i = 0; i < many.length; i++) {
      many[i] = "no.such.Provider" + i;
    }
    assertEquals(1 + 100 + 1, report(null, many).size());
  }
}
