package io.foliot.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.foliot.clock.conformance.ClockProviderConformance;
import io.foliot.clock.conformance.CounterClockConformance;
import io.foliot.clock.conformance.MonotonicClockConformance;
import io.foliot.clock.conformance.PosixClockConformance;
import io.foliot.clock.conformance.SleeperConformance;
import io.foliot.clock.conformance.ThreadClockConformance;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule of the conformance suite fails for a clock that breaks it. */
class ConformanceCatchesBrokenClocksTest {
  /** How often each broken clock must be caught; once by default. */
  private static final int RUNS = Integer.getInteger("conformance.runs", 1);

  private static final boolean ONLY_INTERPRETS =
      System.getProperty("java.vm.info", "").contains("interpreted mode");

  private static List<BrokenClock> brokenClocks() {
    List<BrokenClock> all = new ArrayList<>();
    all.addAll(BrokenMonotonicClocks.all());
    all.addAll(BrokenCounterClocks.all());
    all.addAll(BrokenPosixClocks.all());
    all.addAll(BrokenSleepers.all());
    all.addAll(BrokenThreadClocks.all());
    all.addAll(BrokenProviders.all());
    return all;
  }

  @TestFactory
  Stream<DynamicTest> brokenClockIsCaught() {
    return brokenClocks().stream()
        .filter(broken -> broken.fault().contains(System.getProperty("conformance.fault", "")))
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    broken.rule() + " catches " + broken.fault(), () -> expectCaught(broken)));
  }

  @Test
  void everyRuleHasABrokenClock() {
    Set<String> rules = new TreeSet<>();
    for (Class<?> suite :
        Arrays.asList(
            MonotonicClockConformance.class,
            CounterClockConformance.class,
            PosixClockConformance.class,
            SleeperConformance.class,
            ThreadClockConformance.class,
            ClockProviderConformance.class)) {
      for (Method method : suite.getMethods()) {
        if (method.isAnnotationPresent(Test.class)) {
          rules.add(suite.getSimpleName() + "." + method.getName());
        }
      }
    }
    Set<String> caught = new TreeSet<>();
    for (BrokenClock broken : brokenClocks()) {
      caught.add(broken.suite().getClass().getSuperclass().getSimpleName() + "." + broken.rule());
    }
    assertEquals(rules, caught);
  }

  private static void expectCaught(BrokenClock broken) throws Throwable {
    for (int i = 0; i < RUNS; i++) {
      boolean caught = isCaught(broken);
      assumeTrue(
          caught || !ONLY_INTERPRETS || !broken.hidesFromInterpreters(),
          "the fault did not show on this JVM");
      assertTrue(caught, () -> "not caught: " + broken.fault());
    }
  }

  private static boolean isCaught(BrokenClock broken) throws Throwable {
    try {
      run(broken);
      return false;
    } catch (AssertionError expected) {
      return true;
    }
  }

  private static void run(BrokenClock broken) throws Throwable {
    Method rule = broken.suite().getClass().getMethod(broken.rule());
    // The suite with the broken clock is not public.
    rule.setAccessible(true);
    try {
      rule.invoke(broken.suite());
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
