package io.foliot.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import io.foliot.clock.Clocks;
import io.foliot.clock.posix.PosixClockProvider;
import io.foliot.clock.solo5.Solo5ClockProvider;
import io.foliot.clock.xen.linux.XenClockProvider;
import io.foliot.duration.Duration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** The jars, as this build made them, are bundles that a framework resolves and starts. */
class OsgiTest {
  private static final List<Class<?>> ONE_OF_EACH =
      List.of(
          Duration.class,
          Clocks.class,
          PosixClockProvider.class,
          XenClockProvider.class,
          Solo5ClockProvider.class);

  @Test
  void bundlesResolveAndRun(@TempDir Path cache) throws Exception {
    Framework framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    cache.toString(),
                    "felix.service.urlhandlers",
                    "false"));
    framework.start();
    try {
      BundleContext context = framework.getBundleContext();
      List<Bundle> bundles = new ArrayList<>();
      for (Class<?> type : ONE_OF_EACH) {
        bundles.add(context.installBundle(location(type)));
      }
      for (int i = 0; i < bundles.size(); i++) {
        Bundle bundle = bundles.get(i);
        bundle.start();
        assertEquals(Bundle.ACTIVE, bundle.getState(), bundle::getSymbolicName);
        Class<?> ours = ONE_OF_EACH.get(i);
        Class<?> theirs = bundle.loadClass(ours.getName());
        assertNotSame(ours, theirs);
        assertNotSame(ours.getClassLoader(), theirs.getClassLoader());
      }
      assertEquals("io.foliot.duration", bundles.get(0).getSymbolicName());

      // Across bundles: the clock comes from one, and what it reads from the other.
      Class<?> clocks = bundles.get(1).loadClass(Clocks.class.getName());
      Object installed = clocks.getMethod("installed").invoke(null);
      Object monotonic = clocks.getMethod("monotonic").invoke(installed);
      Class<?> monotonicType = bundles.get(1).loadClass("io.foliot.clock.MonotonicClock");
      Object elapsed = monotonicType.getMethod("elapsed").invoke(monotonic);
      assertEquals(bundles.get(0).loadClass(Duration.class.getName()), elapsed.getClass());
    } finally {
      framework.stop();
      framework.waitForStop(0);
    }
  }

  /** A jar after {@code package}, a folder after {@code test}. */
  private static String location(Class<?> type) throws Exception {
    Path origin = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    return (Files.isDirectory(origin) ? "reference:" : "") + origin.toUri();
  }
}
