package io.foliot.softfloat.internal.run;

import io.foliot.softfloat.internal.allow.Allowance;
import io.foliot.softfloat.internal.allow.Allowances;
import io.foliot.softfloat.internal.allow.FindingList;
import io.foliot.softfloat.internal.api.ApiClass;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.Hierarchy;
import io.foliot.softfloat.internal.code.CodeHit;
import io.foliot.softfloat.internal.input.Container;
import io.foliot.softfloat.internal.input.Inputs;
import io.foliot.softfloat.internal.reach.ReachCheck;
import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Problem;
import io.foliot.softfloat.model.Progress;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Suppression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One check: opens the inputs, reads the classes, runs the rules, applies what is accepted. */
public final class CheckRun {
  private final Settings settings;
  private final Set<Problem> problems = new TreeSet<>();
  private final List<String> notes = new ArrayList<>();
  private final IdentityHashMap<ApiClass, List<CodeHit>> hits = new IdentityHashMap<>();
  private List<ApiInput> checked = List.of();
  private List<ApiInput> known = List.of();
  private InferredTypes inferred;
  private FindingList findings;

  private CheckRun(Settings settings) {
    this.settings = settings;
  }

  /**
   * Checks inputs.
   *
   * @param settings what to check
   * @param paths the inputs
   * @return what was found
   */
  public static Report of(Settings settings, Collection<Path> paths) {
    long start = System.nanoTime();
    try (Inputs inputs = new Inputs();
        Inputs libraries = new Inputs()) {
      inputs.open(paths);
      libraries.open(settings.classPath());
      return new CheckRun(settings).run(inputs, libraries, start);
    }
  }

  private Report run(Inputs inputs, Inputs libraries, long start) {
    problems.addAll(inputs.problems());
    problems.addAll(libraries.problems());
    read(inputs.containers(), libraries.containers());
    long members = judge();
    if (settings.has(Depth.REACH)) {
      reach();
    }
    addNested(inputs.containers());
    List<Finding> left = findings.sorted();
    List<Suppression> accepted = findings.suppressions();
    if (settings.baseline().size() > 0) {
      left =
          settings
              .baseline()
              .apply(left, accepted, settings::judges, settings.classes(), settings.severities());
    }
    return new Report(
        left,
        List.copyOf(problems),
        notes,
        inputs.containers().stream().map(Container::name).toList(),
        checked.stream().mapToLong(each -> each.classes().size()).sum(),
        members,
        System.nanoTime() - start,
        accepted);
  }

  private void read(List<Container> inputs, List<Container> libraries) {
    boolean withCode = settings.has(Depth.CODE);
    Scan scan = Scan.of(inputs, settings.types(), withCode, settings.progress());
    problems.addAll(scan.problems());
    notes.addAll(scan.notes());
    hits.putAll(scan.hits());
    checked = scan.inputs();
    Scan looked = Scan.of(libraries, settings.types(), false, Progress.NONE);
    problems.addAll(looked.problems());
    known = looked.inputs();
    inferred = new InferredTypes(settings.types(), checked, known);
    List<Integer> again = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (inferred.concern(i, inputs.get(i).isFolder())) {
        again.add(i);
      }
    }
    List<Container> containers = again.stream().map(inputs::get).toList();
    Scan second = Scan.of(containers, inferred.types(), withCode, Progress.NONE);
    hits.putAll(second.hits());
    for (int i = 0; i < again.size(); i++) {
      checked.set(again.get(i), second.inputs().get(i));
    }
    findings = new FindingList(settings.severities(), new Allowances(scan.allowances()));
    addWithoutReason(scan.allowances());
  }

  private void addWithoutReason(List<Allowance> allowed) {
    for (Allowance each : allowed) {
      if (each.reason().isEmpty() && settings.classes().test(each.location().className())) {
        findings.add(Rule.ALLOW_REASON, each.location(), "@AllowFloat gives no reason", List.of());
      }
    }
  }

  /** The rules of the depths api and code; returns how many members of the API there are. */
  private long judge() {
    Judging judging = new Judging(settings.classes(), findings);
    judging.code(checked, hits);
    if (!settings.has(Depth.API)) {
      return 0;
    }
    try (Hierarchy hierarchy = new Hierarchy(checked, known, inferred.types())) {
      long members = judging.api(checked, hierarchy);
      List<String> missing = hierarchy.missing();
      if (!missing.isEmpty()) {
        notes.add(
            missing.size()
                + " supertypes are not on the class path (first: "
                + missing.get(0)
                + "); what is inherited from them was not checked");
      }
      return members;
    }
  }

  private void reach() {
    ReachCheck reach = new ReachCheck(checked, known, settings.classes(), findings);
    for (String unused : reach.run(settings.entryPoints())) {
      problems.add(
          new Problem(unused, "no class or method of the inputs has the name of this entry point"));
    }
    problems.addAll(reach.problems());
  }

  private void addNested(List<Container> inputs) {
    for (Container container : inputs) {
      if (container.nestedArchives() > 0) {
        notes.add(
            container.name()
                + " holds "
                + container.nestedArchives()
                + " archives, which were not opened");
      }
    }
  }
}
