package io.foliot.clock;

import io.foliot.duration.VisibleText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Discovers the providers of this program, once. */
final class InstalledProviders {
  /** Ends the search of a broken iterator that fails for ever. */
  private static final int MAX_FAILURES = 100;

  /** Initialised on first use, not with the class, so that an error does not poison the class. */
  private static Clocks clocks;

  private static boolean searching;

  private InstalledProviders() {}

  static synchronized Clocks clocks() {
    if (clocks == null) {
      if (searching) {
        throw new IllegalStateException(
            "a provider calls Clocks.installed() while it is being loaded; call it later");
      }
      searching = true;
      try {
        clocks = find(serviceLoader(), System.getProperty(Clocks.PROVIDER_PROPERTY));
      } finally {
        searching = false;
      }
    }
    return clocks;
  }

  private static Iterator<ClockProvider> serviceLoader() {
    return ServiceLoader.load(ClockProvider.class, InstalledProviders.class.getClassLoader())
        .iterator();
  }

  /**
   * Loads everything that the iterator finds, and the portable provider.
   *
   * @param forced name of the only provider to use; null or blank for any
   */
  static Clocks find(Iterator<ClockProvider> found, String forced) {
    List<LoadedProvider> providers = new ArrayList<>();
    int failures = 0;
    while (failures < MAX_FAILURES) {
      LoadedProvider provider;
      try {
        if (!found.hasNext()) {
          break;
        }
        provider = LoadedProvider.of(found.next());
      } catch (Throwable failure) {
        GuardedCall.rethrowIfFatal(failure);
        // ServiceLoader's iterator continues after a provider that fails to load.
        Throwable root = root(failure);
        provider =
            LoadedProvider.failed(VisibleText.whole(className(root)), GuardedCall.reason(root));
        failures++;
      }
      addIfAbsent(providers, provider);
    }
    providers.add(LoadedProvider.of(new PortableClockProvider()));
    return new Clocks(providers, forced == null || forced.trim().isEmpty() ? null : forced);
  }

  /** The module path and the class path may both lead to one provider. */
  private static void addIfAbsent(List<LoadedProvider> providers, LoadedProvider provider) {
    for (LoadedProvider known : providers) {
      if (known.isSameAs(provider)) {
        return;
      }
    }
    providers.add(provider);
  }

  /** ServiceLoader wraps UnsupportedClassVersionError for a module, but not on the class path. */
  private static Throwable root(Throwable failure) {
    Throwable cause = failure instanceof ServiceConfigurationError ? failure.getCause() : null;
    return cause instanceof UnsupportedClassVersionError ? cause : failure;
  }

  /** {@return the provider class that the failure's message names} */
  private static String className(Throwable failure) {
    String message = String.valueOf(message(failure));
    if (failure instanceof UnsupportedClassVersionError && message.indexOf(' ') > 0) {
      return message.substring(0, message.indexOf(' ')).replace('/', '.');
    }
    // "io.foliot.clock.ClockProvider: Provider NAME not found", or without "Provider".
    String prefix = ClockProvider.class.getName() + ": ";
    if (failure instanceof ServiceConfigurationError && message.startsWith(prefix)) {
      String rest = message.substring(prefix.length());
      String named = rest.startsWith("Provider ") ? rest.substring("Provider ".length()) : rest;
      int end = named.indexOf(' ');
      return end < 0 ? named : named.substring(0, end);
    }
    return "a provider";
  }

  private static String message(Throwable failure) {
    try {
      return failure.getMessage();
    } catch (Throwable worse) {
      GuardedCall.rethrowIfFatal(worse);
      return null;
    }
  }
}
