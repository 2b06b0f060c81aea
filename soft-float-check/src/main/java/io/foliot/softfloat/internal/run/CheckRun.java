package io.foliot.softfloat.internal.run;

import io.foliot.softfloat.internal.allow.Allowance;
import io.foliot.softfloat.internal.allow.Allowances;
import io.foliot.softfloat.internal.allow.FindingList;
import io.foliot.softfloat.internal.api.ApiClass;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.ApiSurface;
import io.foliot.softfloat.internal.api.Hierarchy;
import io.foliot.softfloat.internal.code.CodeHit;
import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.input.ClassBuffer;
import io.foliot.softfloat.internal.input.Container;
import io.foliot.softfloat.internal.input.Inputs;
import io.foliot.softfloat.internal.input.Jdk;
import io.foliot.softfloat.internal.input.Platform;
import io.foliot.softfloat.internal.reach.ReachCheck;
import io.foliot.softfloat.internal.text.Counted;
import io.foliot.softfloat.internal.text.NearestName;
import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Problem;
import io.foliot.softfloat.model.Progress;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Suppression;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One check: opens inputs, reads classes, applies rules, and removes accepted findings. */
public final class CheckRun {
  private final Settings settings;
  private final List<String> paths;
  private final Set<Problem> problems = new TreeSet<>();
  private final List<String> notes = new ArrayList<>();
  private final IdentityHashMap<ApiClass, List<CodeHit>> hits = new IdentityHashMap<>();
  private List<ApiInput> checked = List.of();
  private List<ApiInput> known = List.of();
  private InferredTypes inferred;
  private FindingList findings;

  private CheckRun(Settings settings, Collection<Path> paths) {
    this.settings = settings;
    this.paths = paths.stream().map(Inputs::text).toList();
  }

  /**
   * Checks inputs.
   *
   * @param settings the options
   * @param paths the inputs
   * @return the report
   */
  public static Report of(Settings settings, Collection<Path> paths) {
    long start = System.nanoTime();
    try (Inputs inputs = new Inputs();
        Inputs libraries = new Inputs()) {
      inputs.open(paths);
      libraries.open(settings.classPath());
      return new CheckRun(settings, paths).run(inputs, libraries, start);
    }
  }

  private Report run(Inputs inputs, Inputs libraries, long start) {
    problems.addAll(inputs.problems());
    problems.addAll(libraries.problems());
    read(inputs.containers(), libraries.containers());
    long members = judge();
    if (settings.has(Depth.REACH)) {
      reach();
    } else {
      reportUnused();
    }
    reportUnmatched();
    reportEmpty(inputs.containers());
    reportNested(inputs.containers());
    List<Finding> left = findings.sorted();
    List<Suppression> accepted = findings.suppressions();
    if (settings.baseline().size() > 0) {
      left =
          settings
              .baseline()
              .apply(
                  left,
                  accepted,
                  settings::judges,
                  settings.classes().and(settings.baselineClasses()),
                  settings.severities());
    }
    return new Report(
        left,
        List.copyOf(problems),
        notes,
        inputs.containers().stream().map(Container::name).toList(),
        checked.stream().mapToLong(each -> each.classes().size()).sum(),
        members,
        System.nanoTime() - start,
        accepted,
        settings.failOn());
  }

  private void read(List<Container> inputs, List<Container> libraries) {
    boolean withCode = settings.has(Depth.CODE);
    boolean kotlin = settings.kotlinInternal();
    Scan scan = Scan.of(inputs, settings.types(), kotlin, withCode, settings.progress());
    problems.addAll(scan.problems());
    notes.addAll(scan.notes());
    hits.putAll(scan.hits());
    checked = scan.inputs();
    Scan looked = Scan.of(libraries, settings.types(), kotlin, false, Progress.NONE);
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
    Scan second = Scan.of(containers, inferred.types(), kotlin, withCode, Progress.NONE);
    hits.putAll(second.hits());
    for (int i = 0; i < again.size(); i++) {
      checked.set(again.get(i), second.inputs().get(i));
    }
    findings = new FindingList(settings.severities(), new Allowances(scan.allowances()));
    reportIneffective(scan.allowances());
  }

  private void reportIneffective(List<Allowance> allowed) {
    for (Allowance each : allowed) {
      if (!settings.classes().test(each.location().className())) {
        continue;
      }
      if (!each.effective()) {
        String message = "@AllowFloat has no effect on a parameter";
        findings.add(Rule.ALLOW_PLACE, each.location(), message, List.of());
      } else if (each.reason().isEmpty()) {
        findings.add(Rule.ALLOW_REASON, each.location(), "@AllowFloat gives no reason", List.of());
      }
    }
  }

  /** Applies the rules of depths api and code; returns the number of API members. */
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
            Counted.of(missing.size(), "missing supertype")
                + " (first "
                + missing.get(0)
                + "): inherited members were not checked");
      }
      return members;
    }
  }

  private void reach() {
    try (Jdk jdk = settings.jdk().isPresent() ? Jdk.at(settings.jdk().get()) : Jdk.running()) {
      ReachCheck reach = new ReachCheck(checked, known, jdk, settings.classes(), findings);
      for (String unused : reach.run(settings.entryPoints(), settings.progress())) {
        String type = unused.substring(0, Math.max(0, unused.lastIndexOf('.')));
        Set<String> names = classNames();
        Set<String> near = names.contains(type) ? reach.methodsOf(type) : names;
        ignored(
            "entry point " + unused,
            "matches no class or method of " + scope(),
            NearestName.hint(unused, near));
      }
      problems.addAll(reach.problems());
    } catch (BadInputException e) {
      problems.add(new Problem(jdkName(), e.getMessage()));
    } catch (IOException e) {
      problems.add(new Problem(jdkName(), Inputs.describe(e)));
    }
  }

  /** Reports options that only depth reach uses. */
  private void reportUnused() {
    String message = "has no effect without depth reach";
    settings.entryPoints().forEach(each -> ignored("entry point " + each, message, ""));
    settings.jdk().ifPresent(home -> ignored("JDK " + Inputs.text(home), message, ""));
  }

  private String jdkName() {
    return settings.jdk().map(Inputs::text).orElse("the running JDK");
  }

  /** Reports names and patterns that match nothing, which are usually misspelled. */
  private void reportUnmatched() {
    Set<String> names = classNames();
    for (String glob : settings.classes().unmatched(names)) {
      Set<String> near = new TreeSet<>(names);
      names.forEach(name -> near.add(name.substring(0, name.lastIndexOf('.') + 1) + "**"));
      unmatched("pattern " + glob, glob, near);
    }
    for (String type : settings.types().added()) {
      if (!isClass(type)) {
        String name = type.replace('/', '.');
        unmatched("float type " + name, name, names);
      }
    }
  }

  private Set<String> classNames() {
    Set<String> names = new TreeSet<>();
    for (ApiInput input : checked) {
      input.classes().forEach(each -> names.add(each.summary().name().replace('/', '.')));
    }
    return names;
  }

  private boolean isClass(String name) {
    if (ApiSurface.find(checked, name) != null || ApiSurface.find(known, name) != null) {
      return true;
    }
    try (ClassBuffer buffer = new ClassBuffer()) {
      return Platform.read(name, buffer);
    } catch (IOException e) {
      return false;
    }
  }

  private void unmatched(String what, String name, Set<String> near) {
    ignored(what, "matches no class of " + scope(), NearestName.hint(name, near));
  }

  private String scope() {
    return settings.unmatchedAsNotes() ? "this module" : "the inputs";
  }

  /** Reports an option without effect: a problem, or a note if several modules share it. */
  private void ignored(String what, String why, String hint) {
    if (settings.unmatchedAsNotes()) {
      notes.add(what + " " + why);
    } else {
      problems.add(new Problem(what, why + hint));
    }
  }

  private void reportEmpty(List<Container> inputs) {
    if (checked.stream().allMatch(each -> each.classes().isEmpty()) && problems.isEmpty()) {
      problems.add(new Problem(String.join(", ", paths), "no class files"));
      return;
    }
    Set<String> named = new TreeSet<>(paths);
    for (Container container : inputs) {
      if (container.size() == 0 && named.contains(container.name())) {
        notes.add(container.name() + " contains no class files");
      }
    }
  }

  private void reportNested(List<Container> inputs) {
    for (Container container : inputs) {
      if (container.nestedArchives() > 0) {
        notes.add(
            container.name()
                + " contains "
                + Counted.of(container.nestedArchives(), "nested archive")
                + " that "
                + (container.nestedArchives() == 1 ? "was" : "were")
                + " not checked");
      }
    }
  }
}
