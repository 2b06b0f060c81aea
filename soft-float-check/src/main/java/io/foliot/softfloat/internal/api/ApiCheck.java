package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.Location;
import io.foliot.softfloat.MemberKind;
import io.foliot.softfloat.Rule;
import io.foliot.softfloat.internal.api.ModuleInfo.Exposure;
import io.foliot.softfloat.internal.check.FindingList;
import io.foliot.softfloat.internal.scan.Access;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The API rules: which classes and members others can see, and what they inherit from classes that
 * others cannot see.
 */
public final class ApiCheck {
  private static final int MAX_NAMED = 3;

  private final Hierarchy hierarchy;
  private final Predicate<String> included;
  private final FindingList findings;

  /** What the base classes of an input show, so that its version folders need not repeat it. */
  private final Set<String> shown;

  private long members;

  /**
   * A check, for one thread.
   *
   * @param hierarchy all classes
   * @param included tells by binary name which classes to report on
   * @param findings receives what is found
   * @param shown gathers what base classes show, and tells it to the version folders
   */
  public ApiCheck(
      Hierarchy hierarchy, Predicate<String> included, FindingList findings, Set<String> shown) {
    this.hierarchy = hierarchy;
    this.included = included;
    this.findings = findings;
    this.shown = shown;
  }

  /**
   * Checks some classes of the base of an input.
   *
   * @param input one of the inputs of the hierarchy
   * @param classes some of its classes; those of version folders are left out
   */
  public void checkBase(ApiInput input, List<ApiClass> classes) {
    for (ApiClass each : classes) {
      if (each.release() == 0) {
        check(each, input, 0);
      }
    }
  }

  /**
   * Checks the version folders of an input, after its base.
   *
   * @param input one of the inputs of the hierarchy
   */
  public void checkVersions(ApiInput input) {
    for (int release : input.versions()) {
      checkRelease(input, release);
    }
  }

  /**
   * Members of visible classes that were checked.
   *
   * @return how many public and protected members there were
   */
  public long members() {
    return members;
  }

  private void checkRelease(ApiInput input, int release) {
    Set<String> heirs = heirs(input, release);
    for (ApiClass each : input.classes()) {
      boolean inherits = each.release() == 0 && heirs.contains(each.summary().name());
      if (each.release() == release || (inherits && isCurrent(each, input, release))) {
        check(each, input, release);
      }
    }
  }

  private static boolean isCurrent(ApiClass of, ApiInput input, int release) {
    return input.find(of.summary().name(), release).release() == 0;
  }

  /** Names of the classes that inherit from a class that the version folder replaces. */
  private static Set<String> heirs(ApiInput input, int release) {
    Map<String, List<String>> children = new HashMap<>();
    List<String> queue = new ArrayList<>();
    for (ApiClass each : input.classes()) {
      String name = each.summary().name();
      ApiClass current = input.find(name, release);
      if (current == null || current.release() != each.release()) {
        continue;
      }
      if (each.release() == release) {
        queue.add(name);
      }
      for (String parent : parents(each)) {
        List<String> known = children.get(parent);
        if (known == null) {
          known = new ArrayList<>();
          children.put(parent, known);
        }
        known.add(name);
      }
    }
    Set<String> heirs = new HashSet<>();
    for (int i = 0; i < queue.size(); i++) {
      for (String child : children.getOrDefault(queue.get(i), List.of())) {
        if (heirs.add(child)) {
          queue.add(child);
        }
      }
    }
    return heirs;
  }

  private void check(ApiClass of, ApiInput input, int release) {
    Exposure exposure = hierarchy.exposureOf(of, input, release);
    if (exposure == Exposure.HIDDEN || !included.test(binaryName(of))) {
      return;
    }
    boolean own = of.release() == release;
    if (own) {
      members += of.summary().members();
    }
    Scope scope = new Scope(of, input, release, exposure);
    if (own) {
      for (FloatMember member : of.members()) {
        if (Access.isVisible(member.access())) {
          for (Mention mention : member.mentions()) {
            report(scope, member, mention.rule(), mention.message());
          }
        }
      }
    }
    inherited(scope);
  }

  /** One class as users of one release see it. */
  private record Scope(ApiClass of, ApiInput input, int release, Exposure exposure) {}

  private void inherited(Scope scope) {
    List<ApiClass> walked = new ArrayList<>();
    walked.add(scope.of());
    Set<String> seen = new HashSet<>();
    List<String> external = new ArrayList<>();
    if ("java/lang/Number".equals(scope.of().summary().superName())) {
      report(scope, classMember(), Rule.API_PLATFORM, "extends java.lang.Number");
    }
    for (int i = 0; i < walked.size(); i++) {
      for (String parent : parents(walked.get(i))) {
        if (parent.equals("java/lang/Object") || !seen.add(parent)) {
          continue;
        }
        ApiInput input = hierarchy.inputOf(parent, scope.input(), scope.release());
        if (input == null) {
          external.add(parent);
          continue;
        }
        ApiClass found = input.find(parent, scope.release());
        if (hierarchy.exposureOf(found, input, scope.release()) == Exposure.HIDDEN) {
          fromHidden(scope, walked, found);
          walked.add(found);
        }
      }
    }
    for (String parent : external) {
      fromPlatform(scope, walked, parent);
    }
  }

  private void fromHidden(Scope scope, List<ApiClass> walked, ApiClass hidden) {
    for (FloatMember member : hidden.members()) {
      if (Access.isVisible(member.access())
          && member.isInherited(Hierarchy.isInterface(hidden))
          && !isReplaced(member, walked)) {
        for (Mention mention : member.mentions()) {
          report(
              scope,
              member,
              Rule.API_INHERITED,
              "inherited from the hidden " + binaryName(hidden) + ": " + mention.message());
        }
      }
    }
  }

  private void fromPlatform(Scope scope, List<ApiClass> walked, String parent) {
    Set<String> seen = new HashSet<>();
    List<String> queue = new ArrayList<>();
    queue.add(parent);
    TreeSet<String> names = new TreeSet<>();
    for (int i = 0; i < queue.size(); i++) {
      String each = queue.get(i);
      if (each.equals("java/lang/Object") || !seen.add(each)) {
        continue;
      }
      ApiClass found = hierarchy.external(each);
      if (found == null) {
        continue;
      }
      for (FloatMember member : found.members()) {
        if (Access.isVisible(member.access())
            && member.isInherited(Hierarchy.isInterface(found))
            && !isReplaced(member, walked)) {
          names.add(member.name());
        }
      }
      queue.addAll(parents(found));
    }
    if (!names.isEmpty()) {
      List<String> all = List.copyOf(names);
      List<String> shown = all.subList(0, Math.min(MAX_NAMED, all.size()));
      int more = all.size() - shown.size();
      report(
          scope,
          classMember(),
          Rule.API_PLATFORM,
          "inherits "
              + String.join(", ", shown)
              + (more > 0 ? " and " + more + " more" : "")
              + " from "
              + parent.replace('/', '.'));
    }
  }

  private boolean isReplaced(FloatMember member, List<ApiClass> walked) {
    for (ApiClass each : walked) {
      for (Hierarchy.Declared declared : hierarchy.declaredBy(each)) {
        if (member.isReplacedBy(declared.name(), declared.descriptor())) {
          return true;
        }
      }
    }
    return false;
  }

  private static FloatMember classMember() {
    return new FloatMember(MemberKind.CLASS, Access.PUBLIC, "", "", 0, List.of());
  }

  private void report(Scope scope, FloatMember member, Rule rule, String message) {
    boolean unreachable =
        (member.access() & Access.PUBLIC) == 0
            && member.kind() != MemberKind.CLASS
            && Hierarchy.isFinal(scope.of());
    Location location =
        new Location(
            scope.input().name(),
            scope.input().module(scope.release()).name(),
            scope.release(),
            binaryName(scope.of()),
            member.kind(),
            member.name(),
            member.descriptor(),
            scope.of().source(),
            rule == Rule.API_INHERITED ? 0 : member.line());
    if (scope.exposure() == Exposure.LIMITED) {
      findings.add(
          Rule.API_LIMITED,
          location,
          rule.id() + " for named modules or reflection only: " + message,
          List.of());
    } else if (unreachable) {
      findings.add(
          Rule.API_LIMITED,
          location,
          rule.id() + " in a protected member of a final class: " + message,
          List.of());
    } else {
      reportForRelease(rule, location, message);
    }
  }

  private void reportForRelease(Rule rule, Location location, String message) {
    String key =
        rule.id() + ' ' + location.className() + ' ' + location.member() + location.descriptor();
    if (location.release() == 0) {
      shown.add(key);
      findings.add(rule, location, message, List.of());
    } else if (!shown.contains(key)) {
      findings.add(
          Rule.API_VERSIONED,
          location,
          rule.id() + " from Java " + location.release() + " on: " + message,
          List.of());
    }
  }

  private static List<String> parents(ApiClass of) {
    List<String> parents = new ArrayList<>();
    if (of.summary().superName() != null) {
      parents.add(of.summary().superName());
    }
    parents.addAll(of.summary().interfaces());
    return parents;
  }

  private static String binaryName(ApiClass of) {
    return of.summary().name().replace('/', '.');
  }
}
