package io.foliot.softfloat.internal.reach;

import io.foliot.softfloat.internal.allow.FindingList;
import io.foliot.softfloat.internal.api.ApiClass;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.ApiSurface;
import io.foliot.softfloat.internal.classfile.Access;
import io.foliot.softfloat.model.Location;
import io.foliot.softfloat.model.MemberKind;
import io.foliot.softfloat.model.Problem;
import io.foliot.softfloat.model.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Judges every entry point by what it can execute. */
public final class ReachCheck {
  private final List<ApiInput> inputs;
  private final Universe universe;
  private final Predicate<String> included;
  private final FindingList findings;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<CodeMethod> entered = new HashSet<>();

  /** Where a walk starts, and where that is in the inputs. */
  private record Entry(CodeClass owner, CodeMethod method, boolean exact, Location location) {}

  /**
   * A check.
   *
   * @param inputs the classes that are checked
   * @param libraries the classes that they may call; the JDK need not be named
   * @param included tells by binary name which classes to report on
   * @param findings receives what is found
   */
  public ReachCheck(
      List<ApiInput> inputs,
      List<ApiInput> libraries,
      Predicate<String> included,
      FindingList findings) {
    this.inputs = inputs;
    this.universe = new Universe(inputs, libraries);
    this.included = included;
    this.findings = findings;
  }

  /**
   * Checks everything, once.
   *
   * @param named entry points as {@code package.Class} or {@code package.Class.method}; if empty,
   *     the public API
   * @return the names that are no entry point of the inputs
   */
  public Set<String> run(Collection<String> named) {
    Set<String> unused = new TreeSet<>(named);
    for (ApiSurface.Visible visible : ApiSurface.of(inputs, !named.isEmpty())) {
      enterClass(visible, named, unused);
    }
    List<CodeClass> seeds = Seeds.of(universe, checkedClasses());
    if (named.isEmpty()) {
      for (CodeClass type : seeds) {
        enterOverriding(type);
      }
    }
    for (Entry entry : entries) {
      Walk walk = new Walk(universe, seeds, true);
      start(walk, entry);
      walk.run(Integer.MAX_VALUE);
      judge(entry, walk);
    }
    return unused;
  }

  /**
   * Classes whose code could not be read. To be asked after the check.
   *
   * @return the problems
   */
  public List<Problem> problems() {
    return universe.problems();
  }

  private List<CodeClass> checkedClasses() {
    List<CodeClass> all = new ArrayList<>();
    for (ApiSurface.Visible each : ApiSurface.of(inputs, true)) {
      CodeClass type = universe.find(each.type().summary().name());
      if (type != null) {
        all.add(type);
      }
    }
    return all;
  }

  private static void start(Walk walk, Entry entry) {
    if (entry.exact()) {
      walk.enter(entry.method());
    } else {
      walk.enterVirtual(entry.owner(), entry.method());
    }
  }

  private void enterClass(
      ApiSurface.Visible visible, Collection<String> named, Set<String> unused) {
    String className = visible.type().summary().name().replace('/', '.');
    if (!included.test(className)) {
      return;
    }
    CodeClass type = universe.find(visible.type().summary().name());
    if (type == null) {
      return;
    }
    for (CodeMethod method : type.methods.values()) {
      String methodName = className + "." + method.name;
      boolean wanted = named.isEmpty() && isCallable(method);
      if (named.contains(className) && isCallable(method)) {
        unused.remove(className);
        wanted = true;
      }
      if (named.contains(methodName)) {
        unused.remove(methodName);
        wanted = true;
      }
      if (wanted) {
        enter(visible, type, method);
      }
    }
  }

  private static boolean isCallable(CodeMethod method) {
    return Access.isVisible(method.access)
        && !Access.isSynthetic(method.access)
        && !isEnumValueOf(method);
  }

  /**
   * The compiler gives it to every enum, and it fills a hash table. Where the program calls it, it
   * is followed.
   */
  private static boolean isEnumValueOf(CodeMethod method) {
    return (method.owner.access & Access.ENUM) != 0
        && method.isStatic()
        && method.name.equals("valueOf")
        && method.descriptor.startsWith("(Ljava/lang/String;)");
  }

  private void enter(ApiSurface.Visible visible, CodeClass type, CodeMethod method) {
    boolean exact = method.isStatic() || method.isConstructor();
    add(new Entry(type, method, exact, location(visible, method)));
  }

  private void add(Entry entry) {
    if (entered.add(entry.method())) {
      entries.add(entry);
    }
  }

  /**
   * Objects of hidden classes reach the caller as what they implement: their overriding methods are
   * entry points too.
   */
  private void enterOverriding(CodeClass type) {
    ApiSurface.Visible hidden = type.checked ? ApiSurface.find(inputs, type.name) : null;
    if (hidden == null || type.isInterface() || !included.test(type.name.replace('/', '.'))) {
      return;
    }
    for (CodeMethod method : type.methods.values()) {
      if (!method.isStatic()
          && !method.isConstructor()
          && (method.access & Access.PUBLIC) != 0
          && !Access.isSynthetic(method.access)
          && overridesKnown(type, method)) {
        add(new Entry(type, method, true, location(hidden, method)));
      }
    }
  }

  private boolean overridesKnown(CodeClass type, CodeMethod method) {
    for (String name : universe.supertypesOf(type)) {
      CodeClass supertype = universe.find(name);
      if (supertype != null
          && !supertype.checked
          && supertype.methods.containsKey(method.name + method.descriptor)) {
        return true;
      }
    }
    return false;
  }

  private static Location location(ApiSurface.Visible visible, CodeMethod method) {
    ApiClass type = visible.type();
    return new Location(
        visible.input().name(),
        visible.input().module(type.release()).name(),
        type.release(),
        type.summary().name().replace('/', '.'),
        MemberKind.METHOD,
        method.name,
        method.descriptor,
        type.source(),
        method.line);
  }

  private void judge(Entry entry, Walk walk) {
    Node found = walk.floatByCall();
    Rule rule = Rule.REACH_FLOAT;
    if (found == null) {
      found = walk.floatByInitializer();
      rule = Rule.REACH_INITIALIZER;
    }
    if (found != null) {
      String message =
          "reaches " + Labels.of(found.method) + ", which uses " + found.method.floatUse;
      findings.add(rule, entry.location(), message, chain(found));
    }
    if (rule != Rule.REACH_FLOAT && walk.unknownAt() != null) {
      String message = "unknown beyond this: " + walk.unknown();
      findings.add(Rule.REACH_UNKNOWN, entry.location(), message, chain(walk.unknownAt()));
    }
  }

  /** The methods from the entry point to a node; a virtual call is one step with what it means. */
  private static List<String> chain(Node last) {
    List<String> labels = new ArrayList<>();
    for (Node node = last; node != null; node = node.from) {
      if (node.method != null) {
        labels.add(0, Labels.of(node.method));
      }
    }
    return labels;
  }
}
