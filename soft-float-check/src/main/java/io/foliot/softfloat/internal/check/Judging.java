package io.foliot.softfloat.internal.check;

import io.foliot.softfloat.internal.api.ApiCheck;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.Hierarchy;
import io.foliot.softfloat.internal.code.CodeCheck;
import io.foliot.softfloat.internal.gang.Gang;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The rules of the depths api and code over inputs that were read, with several threads. */
public final class Judging {
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
    // Each input has a list of its own: one after the other they give the same order every time.
    List<FindingList> parts = new ArrayList<>(inputs.size());
    for (int i = 0; i < inputs.size(); i++) {
      parts.add(findings.part());
    }
    List<Judge> judges = new ArrayList<>();
    for (int i = 0; i < Gang.size(threads, inputs.size(), 1); i++) {
      judges.add(new Judge(parts));
    }
    Gang.run(judges, inputs.size(), 1);
    for (Judge judge : judges) {
      members += judge.members;
    }
    for (FindingList part : parts) {
      findings.addAll(part);
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

  private final class Judge implements Gang.Member {
    private final List<FindingList> parts;
    private long members;

    Judge(List<FindingList> parts) {
      this.parts = parts;
    }

    @Override
    public void work(int from, int to) {
      for (int i = from; i < to; i++) {
        ApiInput input = inputs.get(i);
        FindingList part = parts.get(i);
        if (hierarchy != null) {
          ApiCheck api = new ApiCheck(hierarchy, included, part);
          api.run(input);
          members += api.members();
        }
        if (withCode) {
          CodeCheck.run(input, included, part);
        }
        part.sort();
      }
    }
  }
}
