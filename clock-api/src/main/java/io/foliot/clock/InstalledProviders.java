package io.foliot.clock;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the providers of this program, once. */
final class InstalledProviders {
  /** So many providers that cannot be loaded end the search: a broken set-up must not hang it. */
  private static final int MAX_PROBLEMS = 100;

  static final Clocks CLOCKS =
      find(
          ServiceLoader.load(ClockProvider.class, InstalledProviders.class.getClassLoader())
              .iterator(),
          System.getProperty(Clocks.PROVIDER_PROPERTY));

  private InstalledProviders() {}

  /**
   * Everything that the iterator gives, and the portable provider.
   *
   * @param forced name of the only provider to use, or null for any
   */
  static Clocks find(Iterator<ClockProvider> found, String forced) {
    List<Candidate> candidates = new ArrayList<>();
    int problems = 0;
    while (problems < MAX_PROBLEMS) {
      try {
        if (!found.hasNext()) {
          break;
        }
        candidates.add(Candidate.of(found.next()));
      } catch (ServiceConfigurationError | LinkageError | RuntimeException failure) {
        // The iterator goes on behind a provider that cannot be loaded.
        candidates.add(Candidate.broken(className(failure), Opening.reason(failure)));
        problems++;
      }
    }
    candidates.add(Candidate.of(new PortableClockProvider()));
    return new Clocks(candidates, forced);
  }

  /** The class that a failure is about, as far as its message tells. */
  private static String className(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof UnsupportedClassVersionError && message.indexOf(' ') > 0) {
      return message.substring(0, message.indexOf(' ')).replace('/', '.');
    }
    // "io.foliot.clock.ClockProvider: Provider NAME not found"; "Provider" is not always there.
    String prefix = ClockProvider.class.getName() + ": ";
    if (failure instanceof ServiceConfigurationError && message.startsWith(prefix)) {
      String rest = message.substring(prefix.length());
      String named = rest.startsWith("Provider ") ? rest.substring("Provider ".length()) : rest;
      int end = named.indexOf(' ');
      return end < 0 ? named : named.substring(0, end);
    }
    return "a provider";
  }
}
