package io.foliot.softfloat.internal.run;

import io.foliot.softfloat.internal.allow.FindingList;
import io.foliot.softfloat.internal.api.ApiCheck;
import io.foliot.softfloat.internal.api.ApiClass;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.Hierarchy;
import io.foliot.softfloat.internal.code.CodeHit;
import io.foliot.softfloat.model.Location;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Applies the API rules in parallel, and reports the uses of floating point in code. */
final class Judging {
  /** Classes that one task judges. */
  private static final int CHUNK = 64;

  private final Predicate<String> included;
  private final FindingList findings;

  /**
   * Creates a judge.
   *
   * @param included the classes to report on, by binary name
   * @param findings receives findings
   */
  Judging(Predicate<String> included, FindingList findings) {
    this.included = included;
    this.findings = findings;
  }

  /** Applies the API rules; returns the number of API members. */
  long api(List<ApiInput> inputs, Hierarchy hierarchy) {
    List<Part> base = new ArrayList<>();
    List<Part> versions = new ArrayList<>();
    for (ApiInput input : inputs) {
      Set<ApiCheck.Shown> shown = ConcurrentHashMap.newKeySet();
      List<ApiClass> classes = input.classes();
      for (int from = 0; from < classes.size(); from += CHUNK) {
        int to = Math.min(from + CHUNK, classes.size());
        base.add(new Part(input, classes.subList(from, to), shown));
      }
      if (!input.versions().isEmpty()) {
        versions.add(new Part(input, List.of(), shown));
      }
    }
    // Version folders come second, because they are compared with the base.
    return judge(base, hierarchy) + judge(versions, hierarchy);
  }

  private long judge(List<Part> parts, Hierarchy hierarchy) {
    long members = 0;
    for (Judged each : parts.parallelStream().map(part -> judge(part, hierarchy)).toList()) {
      findings.addAll(each.found());
      members += each.members();
    }
    return members;
  }

  /** Some classes of an input, or its version folders if there are none. */
  private record Part(ApiInput input, List<ApiClass> classes, Set<ApiCheck.Shown> shown) {}

  private record Judged(FindingList found, long members) {}

  private Judged judge(Part part, Hierarchy hierarchy) {
    FindingList found = findings.part();
    ApiCheck api = new ApiCheck(hierarchy, included, found, part.shown());
    if (part.classes().isEmpty()) {
      api.checkVersions(part.input());
    } else {
      api.checkBase(part.input(), part.classes());
    }
    return new Judged(found, api.members());
  }

  /** Reports the uses of floating point in the code of all classes. */
  void code(List<ApiInput> inputs, IdentityHashMap<ApiClass, List<CodeHit>> hits) {
    for (ApiInput input : inputs) {
      for (ApiClass each : input.classes()) {
        List<CodeHit> own = hits.getOrDefault(each, List.of());
        String className = each.summary().name().replace('/', '.');
        if (!own.isEmpty() && included.test(className)) {
          own.forEach(hit -> report(input, each, className, hit));
        }
      }
    }
  }

  private void report(ApiInput input, ApiClass of, String className, CodeHit hit) {
    Location location =
        new Location(
            input.name(),
            input.module(of.release()).name(),
            of.release(),
            className,
            hit.kind(),
            hit.name(),
            hit.descriptor(),
            of.source(),
            hit.line());
    findings.add(hit.rule(), hit.certain(), location, hit.message(), List.of());
  }
}
