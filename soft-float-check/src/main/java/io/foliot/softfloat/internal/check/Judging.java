package io.foliot.softfloat.internal.check;

import io.foliot.softfloat.internal.api.ApiCheck;
import io.foliot.softfloat.internal.api.ApiClass;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.Hierarchy;
import io.foliot.softfloat.internal.code.CodeCheck;
import io.foliot.softfloat.internal.gang.Gang;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The rules of the depths api and code over inputs that were read, with several threads. */
public final class Judging {
  /** Classes that are judged at once. */
  private static final int CHUNK = 64;

  private final List<ApiInput> inputs;
  private final Hierarchy hierarchy;
  private final boolean withCode;
  private final Predicate<String> included;
  private final FindingList findings;
  private long members;

  /**
   * Takes what is to be judged.
   *
   * @param inputs the inputs
   * @param hierarchy all classes; null to leave the API rules out
   * @param withCode whether to run the code rules
   * @param included tells by binary name which classes to report on
   * @param findings receives what is found
   */
  public Judging(
      List<ApiInput> inputs,
      Hierarchy hierarchy,
      boolean withCode,
      Predicate<String> included,
      FindingList findings) {
    this.inputs = inputs;
    this.hierarchy = hierarchy;
    this.withCode = withCode;
    this.included = included;
    this.findings = findings;
  }

  /**
   * Runs the rules.
   *
   * @param threads how many threads to use
   */
  public void run(int threads) {
    // Each part has a list of its own: one after the other they give the same order every time.
    List<Part> parts = new ArrayList<>();
    List<Part> versions = new ArrayList<>();
    for (ApiInput input : inputs) {
      Set<ApiCheck.Shown> shown = Collections.synchronizedSet(new HashSet<>());
      List<ApiClass> classes = input.classes();
      for (int from = 0; from < classes.size(); from += CHUNK) {
        int to = Math.min(from + CHUNK, classes.size());
        parts.add(new Part(input, classes.subList(from, to), shown));
      }
      if (!input.versions().isEmpty()) {
        versions.add(new Part(input, List.of(), shown));
      }
    }
    share(parts, threads);
    share(versions, threads);
  }

  private void share(List<Part> parts, int threads) {
    List<Judge> judges = new ArrayList<>();
    for (int i = 0; i < Gang.size(threads, parts.size(), 1); i++) {
      judges.add(new Judge(parts));
    }
    Gang.run(judges, parts.size(), 1);
    for (Part part : parts) {
      findings.addAll(part.found);
      members += part.members;
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

  /** Some base classes of an input; or none, and then all its version folders. */
  private final class Part {
    private final ApiInput input;
    private final List<ApiClass> classes;
    private final Set<ApiCheck.Shown> shown;
    private final FindingList found = findings.part();
    private long members;

    Part(ApiInput input, List<ApiClass> classes, Set<ApiCheck.Shown> shown) {
      this.input = input;
      this.classes = classes;
      this.shown = shown;
    }

    void judge() {
      if (hierarchy != null) {
        ApiCheck api = new ApiCheck(hierarchy, included, found, shown);
        if (classes.isEmpty()) {
          api.checkVersions(input);
        } else {
          api.checkBase(input, classes);
        }
        members = api.members();
      }
      if (withCode) {
        CodeCheck.run(input, classes, included, found);
      }
      found.sort();
    }
  }

  /** One thread. */
  private record Judge(List<Part> parts) implements Gang.Member {
    @Override
    public void work(int from, int to) {
      for (Part part : parts.subList(from, to)) {
        part.judge();
      }
    }
  }
}
