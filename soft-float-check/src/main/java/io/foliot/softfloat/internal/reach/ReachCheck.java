package io.foliot.softfloat.internal.reach;

import io.foliot.softfloat.internal.allow.FindingList;
import io.foliot.softfloat.internal.api.ApiClass;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.ApiSurface;
import io.foliot.softfloat.internal.input.Jdk;
import io.foliot.softfloat.model.Location;
import io.foliot.softfloat.model.MemberKind;
import io.foliot.softfloat.model.Problem;
import io.foliot.softfloat.model.Progress;
import io.foliot.softfloat.model.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The REACH rules: reports the entry points that can execute floating point. */
public final class ReachCheck {
  private final List<ApiInput> inputs;
  private final ClassFiles files;
  private final Predicate<String> included;
  private final FindingList findings;
  private final Universe universe;

  /**
   * Creates a check.
   *
   * @param inputs the checked classes
   * @param libraries the classes of the class path
   * @param jdk the JDK that they run on
   * @param included the classes to report on, by binary name
   * @param findings receives findings
   */
  public ReachCheck(
      List<ApiInput> inputs,
      List<ApiInput> libraries,
      Jdk jdk,
      Predicate<String> included,
      FindingList findings) {
    this.inputs = inputs;
    this.files = new ClassFiles(inputs, libraries, jdk);
    this.universe = new Universe(files);
    this.included = included;
    this.findings = findings;
  }

  /**
   * Runs the check, once.
   *
   * @param named entry points as {@code package.Class} or {@code package.Class.method}; if empty,
   *     everything that can be called from outside
   * @param progress receives the number of followed methods, of those that are known
   * @return the names that match no entry point
   */
  public Set<String> run(Collection<String> named, Progress progress) {
    CallGraph graph = new CallGraph(universe);
    EntryPoints entryPoints = new EntryPoints(graph, inputs, included);
    Set<String> unused = new TreeSet<>();
    if (named.isEmpty()) {
      entryPoints.enterAll();
    } else {
      unused.addAll(entryPoints.enter(named));
    }
    graph.run(progress);
    judge(graph, entryPoints.entries());
    return unused;
  }

  /**
   * Returns the names that could be meant by an entry point.
   *
   * @param className the binary name of a class of the inputs
   * @return its methods, as {@code package.Class.method}
   */
  public Set<String> methodsOf(String className) {
    Set<String> names = new TreeSet<>();
    CodeClass type = universe.find(className.replace('.', '/'));
    if (type != null) {
      type.methods.values().forEach(each -> names.add(className + "." + each.name));
    }
    return names;
  }

  /** {@return the classes whose code could not be read, after the check} */
  public List<Problem> problems() {
    return files.problems();
  }

  private void judge(CallGraph graph, Collection<Reached> entries) {
    Collection<Reached> nodes = graph.nodes();
    Predicate<Reached> isFloat = node -> node.floatUse != null;
    ShortestPaths byCall = ShortestPaths.to(nodes, isFloat, false);
    ShortestPaths byAny = ShortestPaths.to(nodes, isFloat, true);
    ShortestPaths unknown = ShortestPaths.to(nodes, node -> node.unknown != null, true);
    Set<CodeMethod> found = new HashSet<>();
    for (Reached entry : entries) {
      Location location = location(entry.method);
      if (location == null || found.contains(entry.method)) {
        continue;
      }
      List<Reached> calls = byCall.from(entry);
      List<Reached> any = calls.isEmpty() ? byAny.from(entry) : calls;
      if (!any.isEmpty()) {
        Rule rule = calls.isEmpty() ? Rule.REACH_INITIALIZER : Rule.REACH_FLOAT;
        findings.add(rule, location, message(any), chain(any));
        found.add(entry.method);
      }
      List<Reached> lost = calls.isEmpty() ? unknown.from(entry) : List.of();
      if (!lost.isEmpty()) {
        String message = "leads to unknown code: " + lost.get(lost.size() - 1).unknown;
        findings.add(Rule.REACH_UNKNOWN, location, message, chain(lost));
      }
    }
  }

  /** Names the first call into the JDK, which does not depend on the release of the JDK. */
  private static String message(List<Reached> path) {
    Reached last = path.get(path.size() - 1);
    String use = "reaches " + Labels.of(last.method) + ", which uses " + last.floatUse;
    for (int i = 1; i < path.size() - 1; i++) {
      if (path.get(i).method.owner.origin == Origin.JDK) {
        return "calls " + Labels.of(path.get(i).method) + ", which " + use;
      }
    }
    return use;
  }

  private static List<String> chain(List<Reached> path) {
    List<String> labels = new ArrayList<>();
    for (Reached each : path) {
      labels.add(Labels.of(each.method));
    }
    return labels;
  }

  /** The location of a method in the inputs, or null. */
  private Location location(CodeMethod method) {
    ApiSurface.Visible found = ApiSurface.find(inputs, method.owner.name);
    if (found == null) {
      return null;
    }
    ApiClass type = found.type();
    return new Location(
        found.input().name(),
        found.input().module(type.release()).name(),
        type.release(),
        EntryPoints.binaryName(method.owner),
        MemberKind.METHOD,
        method.name,
        method.descriptor,
        type.source(),
        method.line());
  }
}
