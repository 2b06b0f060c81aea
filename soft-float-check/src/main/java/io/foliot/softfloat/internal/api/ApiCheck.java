package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.internal.allow.FindingList;
import io.foliot.softfloat.internal.api.ModuleInfo.Exposure;
import io.foliot.softfloat.internal.classfile.Access;
import io.foliot.softfloat.model.Location;
import io.foliot.softfloat.model.MemberKind;
import io.foliot.softfloat.model.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The API rules: visible classes and members, and what they inherit from hidden classes. */
public final class ApiCheck {
  private static final int MAX_NAMED = 3;

  private final Hierarchy hierarchy;
  private final Predicate<String> included;
  private final FindingList findings;

  /** The findings in the base of an input, which its version folders do not repeat. */
  private final Set<Shown> shown;

  private boolean versioned;

  private long members;

  /**
   * Creates a check for one thread.
   *
   * @param hierarchy all classes
   * @param included the classes to report on, by binary name
   * @param findings receives findings
   * @param shown collects the findings in the base, for the version folders
   */
  public ApiCheck(
      Hierarchy hierarchy, Predicate<String> included, FindingList findings, Set<Shown> shown) {
    this.hierarchy = hierarchy;
    this.included = included;
    this.findings = findings;
    this.shown = shown;
  }

  /**
   * Checks some classes of the base of an input.
   *
   * @param input one of the inputs of the hierarchy
   * @param classes some of its classes; those of version folders are skipped
   */
  public void checkBase(ApiInput input, List<ApiClass> classes) {
    versioned = !input.versions().isEmpty();
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
    versioned = !input.versions().isEmpty();
    if (versioned) {
      VersionedClasses classes = new VersionedClasses(input);
      for (int release : input.versions()) {
        for (ApiClass each : classes.checkedFor(release)) {
          check(each, input, release);
        }
      }
    }
  }

  /** {@return the number of public and protected members of visible classes so far} */
  public long members() {
    return members;
  }

  private void check(ApiClass of, ApiInput input, int release) {
    Exposure exposure = hierarchy.exposureOf(of, input, release);
    String name = binaryName(of);
    if (exposure == Exposure.HIDDEN || !included.test(name)) {
      return;
    }
    boolean own = of.release() == release;
    if (own) {
      members += of.summary().members();
    }
    Scope scope = new Scope(of, name, input, release, exposure);
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

  /** One class as seen by users of one release. */
  private record Scope(ApiClass of, String name, ApiInput input, int release, Exposure exposure) {}

  /**
   * A finding, without details that differ between version folders.
   *
   * @param rule its rule
   * @param className binary name of the class
   * @param member name of the member
   * @param descriptor descriptor of the member
   */
  public record Shown(Rule rule, String className, String member, String descriptor) {}

  private void inherited(Scope scope) {
    List<ApiClass> walked = new ArrayList<>();
    walked.add(scope.of());
    Overrides overrides = new Overrides(hierarchy, walked);
    Set<String> seen = new HashSet<>();
    List<String> external = new ArrayList<>();
    if ("java/lang/Number".equals(scope.of().summary().superName())) {
      report(scope, classMember(), Rule.API_PLATFORM, "extends java.lang.Number");
    }
    for (int i = 0; i < walked.size(); i++) {
      for (String parent : walked.get(i).parents()) {
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
          fromHidden(scope, overrides, found);
          walked.add(found);
        }
      }
    }
    for (String parent : external) {
      fromPlatform(scope, overrides, parent);
    }
  }

  private void fromHidden(Scope scope, Overrides overrides, ApiClass hidden) {
    for (FloatMember member : hidden.members()) {
      if (Access.isVisible(member.access())
          && member.isInherited(Hierarchy.isInterface(hidden))
          && !overrides.replace(member)) {
        for (Mention mention : member.mentions()) {
          report(
              scope,
              member,
              Rule.API_INHERITED,
              "inherited from the hidden class " + binaryName(hidden) + ": " + mention.message());
        }
      }
    }
  }

  private void fromPlatform(Scope scope, Overrides overrides, String parent) {
    List<FloatMember> members = hierarchy.passedOnBy(parent);
    if (members.isEmpty()) {
      return;
    }
    TreeSet<String> names = new TreeSet<>();
    for (FloatMember member : members) {
      if (!overrides.replace(member)) {
        names.add(member.name());
      }
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

  private static FloatMember classMember() {
    return new FloatMember(MemberKind.CLASS, Access.PUBLIC, "", "", 0, List.of());
  }

  private void report(Scope scope, FloatMember member, Rule rule, String message) {
    boolean unreachable =
        (member.access() & Access.PUBLIC) == 0
            && member.kind() != MemberKind.CLASS
            && !hierarchy.isExtensible(scope.of(), scope.release());
    Location location =
        new Location(
            scope.input().name(),
            scope.input().module(scope.release()).name(),
            scope.release(),
            scope.name(),
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
          rule.id() + " in a protected member of a class that no class can extend: " + message,
          List.of());
    } else {
      reportForRelease(rule, location, message);
    }
  }

  private void reportForRelease(Rule rule, Location location, String message) {
    if (!versioned) {
      findings.add(rule, location, message, List.of());
      return;
    }
    Shown key = new Shown(rule, location.className(), location.member(), location.descriptor());
    if (location.release() == 0) {
      shown.add(key);
      findings.add(rule, location, message, List.of());
    } else if (!shown.contains(key)) {
      findings.add(
          Rule.API_VERSIONED,
          location,
          rule.id() + " since Java " + location.release() + ": " + message,
          List.of());
    }
  }

  private static String binaryName(ApiClass of) {
    return of.summary().name().replace('/', '.');
  }
}
