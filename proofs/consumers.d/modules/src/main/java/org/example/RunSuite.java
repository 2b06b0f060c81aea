package org.example;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.foliot.clock.conformance.MonotonicClockConformance;
import java.io.PrintWriter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the tests, prints the result like Maven, and exits with 1 if a test failed. */
public final class RunSuite {
  private RunSuite() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(BoardClockTest.class))
            .build();
    LauncherFactory.create().execute(request, listener);
    listener.getSummary().printFailuresTo(new PrintWriter(System.out, true), 2);
    long failed = listener.getSummary().getTestsFailedCount();
    System.out.printf(
        "%s of %s: Tests run: %d, Failures: %d%n",
        BoardClockTest.class.getModule(),
        MonotonicClockConformance.class.getModule(),
        listener.getSummary().getTestsStartedCount(),
        failed);
    System.exit(failed == 0 ? 0 : 1);
  }
}
