package io.foliot.clock;

import io.foliot.duration.VisibleText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the providers of this program, once. */
final class InstalledProviders {
  /** So many providers that cannot be loaded end the search: a broken set-up must not hang it. */
  private static final int MAX_PROBLEMS = 100;

  /** Not made when this class is initialised, so that an error then does not last. */
  private static Clocks clocks;

  private static boolean searching;

  private InstalledProviders() {}

  static synchronized Clocks clocks() {
    if (clocks == null) {
      if (searching) {
        throw new IllegalStateException(
            "a provider asks for Clocks.installed() while it is being loaded; let it ask later");
      }
      searching = true;
      try {
        clocks = find(loader(), System.getProperty(Clocks.PROVIDER_PROPERTY));
      } finally {
        searching = false;
      }
    }
    return clocks;
  }

  private static Iterator<ClockProvider> loader() {
    return ServiceLoader.load(ClockProvider.class, InstalledProviders.class.getClassLoader())
        .iterator();
  }

  /**
   * Everything that the iterator gives, and the portable provider.
   *
   * @param forced name of the only provider to use; null or blank for any
   */
  static Clocks find(Iterator<ClockProvider> found, String forced) {
    List<Candidate> candidates = new ArrayList<>();
    int problems = 0;
    while (problems < MAX_PROBLEMS) {
      Candidate candidate;
      try {
        if (!found.hasNext()) {
          break;
        }
        candidate = Candidate.of(found.next());
      } catch (Throwable failure) {
        Opening.passOn(failure);
        // The iterator goes on behind a provider that cannot be loaded.
        Throwable root = root(failure);
        candidate =
            Candidate.broken(
                VisibleText.whole(className(root)), VisibleText.whole(Opening.reason(root)));
        problems++;
      }
      add(candidates, candidate);
    }
    candidates.add(Candidate.of(new PortableClockProvider()));
    return new Clocks(candidates, forced == null || forced.trim().isEmpty() ? null : forced);
  }

  /** Adds it once: a module path and a class path may both lead to a provider. */
  private static void add(List<Candidate> candidates, Candidate candidate) {
    for (Candidate known : candidates) {
      if (known.isSameAs(candidate)) {
        return;
      }
    }
    candidates.add(candidate);
  }

  /** A class that is too new is told by itself on the class path, and as a cause for a module. */
  private static Throwable root(Throwable failure) {
    Throwable cause = failure instanceof ServiceConfigurationError ? failure.getCause() : null;
    return cause instanceof UnsupportedClassVersionError ? cause : failure;
  }

  /** The class that a failure is about, as far as its message tells. */
  private static String className(Throwable failure) {
    String message = String.valueOf(message(failure));
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

  private static String message(Throwable failure) {
    try {
      return failure.getMessage();
    } catch (Throwable worse) {
      Opening.passOn(worse);
      return null;
    }
  }
}
