package io.foliot.softfloat.internal.check;

import io.foliot.softfloat.FloatTypes;
import io.foliot.softfloat.Progress;
import io.foliot.softfloat.Report;
import io.foliot.softfloat.Rule;
import io.foliot.softfloat.Severity;
import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.TextReport;
import io.foliot.softfloat.internal.allow.Allowances;
import io.foliot.softfloat.internal.api.ApiClass;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.Hierarchy;
import io.foliot.softfloat.internal.scan.Access;
import io.foliot.softfloat.internal.scan.ClassSummary;
import io.foliot.softfloat.internal.scan.SimpleNames;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Does each step of a check once, over next to nothing, in threads of their own: what the steps
 * take is loaded on other processors while the first one is still finding out what to check.
 */
public final class Rehearsal {
  private static boolean begun;

  private Rehearsal() {}

  /** Begins, unless this JVM has rehearsed already. */
  public static synchronized void begin() {
    if (!begun) {
      begun = true;
      new Steps(true).start();
      new Steps(false).start();
    }
  }

  /** One of two threads: what is needed in a moment has one of its own. */
  private static final class Steps extends Thread {
    private final boolean options;

    Steps(boolean options) {
      super("soft-float-check-ahead");
      this.options = options;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        if (options) {
          SoftFloatCheck.builder().build();
        } else {
          new ParallelScan(List.of(), FloatTypes.standard(), false, Progress.NONE).run(1);
          judge();
        }
      } catch (IOException | RuntimeException | Error e) {
        // The check itself will meet it again.
      }
    }
  }

  private static void judge() throws IOException {
    ClassSummary summary =
        new ClassSummary(
            "Ratio",
            "java/lang/Number",
            List.of(),
            Access.PUBLIC,
            null,
            false,
            1,
            SimpleNames.NONE);
    ApiInput input = new ApiInput("", 1);
    input.add(ApiClass.clean(null, 0, 0, summary));
    Map<Rule, Severity> severities = new TreeMap<>();
    severities.put(Rule.API_PLATFORM, Severity.WARNING);
    FindingList findings = new FindingList(severities, new Allowances(List.of()));
    ClassPatterns all = new ClassPatterns(List.of(), List.of());
    List<ApiInput> inputs = List.of(input);
    Hierarchy hierarchy = new Hierarchy(inputs, List.of(), FloatTypes.standard());
    new InferredTypes(FloatTypes.standard(), inputs, List.of(), 1)
        .rescan(List.of(), inputs, false, 1);
    new Judging(inputs, hierarchy, false, all, findings).run(1);
    Report report =
        new Report(
            findings.sorted(), List.of(), List.of(), List.of(), 1, 1, 0, findings.suppressions());
    new TextReport().write(report, new StringBuilder());
  }
}
