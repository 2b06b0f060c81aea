package io.foliot.softfloat.internal.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows everything that some methods can execute: rapid type analysis (Bacon and Sweeney, OOPSLA
 * 1996). A virtual call means the method of the class that it names and the overriding methods of
 * classes that the program creates. Calls are followed before static initialisers, nearest first,
 * so that the first floating point that is found is the worst and its chain short.
 */
final class Walk {
  private static final String THREAD = "java/lang/Thread";

  private final Universe universe;
  private final boolean stopAtFloat;
  private final ArrayDeque<Node> byCall = new ArrayDeque<>();
  private final ArrayDeque<Node> byInitializer = new ArrayDeque<>();
  private final IdentityHashMap<CodeMethod, Node> methods = new IdentityHashMap<>();
  private final Map<String, Site> sites = new HashMap<>();
  private final Map<String, List<Site>> sitesByOwner = new HashMap<>();
  private final Map<String, Created> created = new LinkedHashMap<>();
  private final Map<String, List<Created>> createdBySupertype = new HashMap<>();
  private final Map<Node, String> open = new LinkedHashMap<>();
  private final Set<CodeMethod> replayed = Collections.newSetFromMap(new IdentityHashMap<>());
  private Node floatByCall;
  private Node floatByInitializer;
  private Node unknownAt;
  private String unknown;

  /** A class of which objects exist. */
  private static final class Created {
    private final CodeClass type;

    /** Whether only static initialisers make them. */
    private boolean viaInitializer;

    Created(CodeClass type, boolean viaInitializer) {
      this.type = type;
      this.viaInitializer = viaInitializer;
    }
  }

  /** A virtual call, and where it leads. */
  private record Site(Node node, CodeClass owner, String name, String descriptor) {}

  /**
   * A walk.
   *
   * @param universe all classes
   * @param seeds classes of which objects exist already
   * @param stopAtFloat whether to stop at the first floating point that calls lead to
   */
  Walk(Universe universe, Collection<CodeClass> seeds, boolean stopAtFloat) {
    this.universe = universe;
    this.stopAtFloat = stopAtFloat;
    for (CodeClass seed : seeds) {
      create(seed, false);
    }
  }

  /** The classes of which objects exist, in the order in which that was found out. */
  Collection<CodeClass> created() {
    List<CodeClass> types = new ArrayList<>();
    for (Created each : created.values()) {
      types.add(each.type);
    }
    return types;
  }

  /** Starts at exactly this method. */
  void enter(CodeMethod method) {
    reach(method, null, false);
    if (method.isStatic() || method.isConstructor()) {
      initialize(method.owner, methods.get(method));
    }
    if (method.isConstructor()) {
      create(method.owner, false);
    }
  }

  /** Starts at this method and everything that overrides it. */
  void enterVirtual(CodeClass owner, CodeMethod declared) {
    site(owner, declared.name, declared.descriptor, null, false);
  }

  /** Follows everything, or about so many methods; afterwards the results are there. */
  void run(int maxMethods) {
    while (methods.size() <= maxMethods) {
      boolean done = stopAtFloat && floatByCall != null;
      Node next = done ? null : byCall.poll();
      if (next == null && !done && !(stopAtFloat && floatByInitializer != null)) {
        next = byInitializer.poll();
      }
      if (next == null) {
        return;
      }
      expand(next);
    }
  }

  /** The nearest floating point that calls lead to, or null. */
  Node floatByCall() {
    return floatByCall;
  }

  /** The nearest floating point that only a static initialiser leads to, or null. */
  Node floatByInitializer() {
    return floatByInitializer;
  }

  /** The method where the first way into unknown code starts, or null. */
  Node unknownAt() {
    if (unknownAt == null && !open.isEmpty()) {
      Map.Entry<Node, String> first = open.entrySet().iterator().next();
      unknownAt = first.getKey().from;
      unknown = first.getValue();
    }
    return unknownAt;
  }

  /** What is unknown there. */
  String unknown() {
    return unknown;
  }

  private void expand(Node from) {
    CodeMethod method = from.method;
    for (Step step : method.steps) {
      expand(from, step);
    }
    if (method.name.equals("start0") && method.owner.name.equals(THREAD)) {
      // The one native method of every program that calls Java code.
      site(method.owner, "run", "()V", from, from.viaInitializer);
    }
    if (method.isNative() && method.owner.checked) {
      lost(from, "native code");
    }
  }

  private void expand(Node from, Step step) {
    if (step.kind() == Step.Kind.UNKNOWN) {
      lost(from, step.descriptor() + step.owner().replace('/', '.') + "." + step.name());
      return;
    }
    CodeClass owner = universe.find(step.owner());
    if (owner == null) {
      if (!step.owner().startsWith("[")) {
        lost(from, step.owner().replace('/', '.') + ", which is not on the class path");
      }
      return;
    }
    switch (step.kind()) {
      case CALL -> {
        CodeMethod target = universe.resolve(owner, step.key());
        if (target != null && !CutPoints.isCut(from.method, target)) {
          reach(target, from, from.viaInitializer);
        }
      }
      case VIRTUAL -> site(owner, step.name(), step.descriptor(), from, from.viaInitializer);
      case NEW -> {
        initialize(owner, from);
        create(owner, from.viaInitializer);
      }
      default -> initialize(owner, from);
    }
  }

  private void lost(Node at, String what) {
    if (unknownAt == null) {
      unknownAt = at;
      unknown = what;
    }
  }

  private void initialize(CodeClass type, Node from) {
    for (CodeMethod initializer : universe.initializersOf(type)) {
      if (!CutPoints.isCut(from.method, initializer)) {
        reach(initializer, from, true);
      } else if (replayed.add(initializer)) {
        replay(initializer, from);
      }
    }
  }

  /** An initialiser that ran before the program: its objects exist, its calls are over. */
  private void replay(CodeMethod initializer, Node from) {
    for (Step step : initializer.steps) {
      if (step.kind() == Step.Kind.NEW || step.kind() == Step.Kind.INITIALIZE) {
        CodeClass type = universe.find(step.owner());
        if (type != null && !CutPoints.isThrowable(type.name)) {
          if (step.kind() == Step.Kind.NEW) {
            create(type, true);
          }
          initialize(type, from);
        }
      }
    }
  }

  private Node reach(CodeMethod method, Node from, boolean viaInitializer) {
    Node node = methods.get(method);
    if (node == null) {
      node = new Node(method, from, viaInitializer);
      methods.put(method, node);
    } else if (node.viaInitializer && !viaInitializer) {
      node.viaInitializer = false;
      node.from = from;
    } else {
      return node;
    }
    if (viaInitializer) {
      byInitializer.add(node);
    } else {
      byCall.add(node);
    }
    if (method.floatUse != null) {
      if (!viaInitializer && floatByCall == null) {
        floatByCall = node;
      }
      if (viaInitializer && floatByInitializer == null) {
        floatByInitializer = node;
      }
    }
    return node;
  }

  private void site(
      CodeClass owner, String name, String descriptor, Node from, boolean viaInitializer) {
    String key = owner.name + "." + name + descriptor;
    Site site = sites.get(key);
    if (site == null) {
      site = new Site(new Node(null, from, viaInitializer), owner, name, descriptor);
      sites.put(key, site);
      sitesByOwner.computeIfAbsent(owner.name, each -> new ArrayList<>()).add(site);
      linkAll(site);
    } else if (site.node().viaInitializer && !viaInitializer) {
      site.node().viaInitializer = false;
      site.node().from = from;
      linkAll(site);
    }
    Node node = site.node();
    if (!node.closed && from != null && from.method != null && isOpen(owner, from)) {
      open.putIfAbsent(
          node, Labels.of(owner.name, name, descriptor) + " of an object that is given");
    }
  }

  /** VarHandle calls look like virtual ones, but the JVM does them itself. */
  private static boolean isOpen(CodeClass owner, Node from) {
    return from.method.owner.checked && !owner.name.equals("java/lang/invoke/VarHandle");
  }

  private void linkAll(Site site) {
    link(site, site.owner(), false);
    String owner = site.owner().name;
    for (Created each : List.copyOf(createdBySupertype.getOrDefault(owner, List.of()))) {
      link(site, each.type, each.viaInitializer);
    }
  }

  /** An object that only a static initialiser makes is a way through that initialiser. */
  private void link(Site site, CodeClass type, boolean viaInitializer) {
    CodeMethod target = universe.resolve(type, site.name() + site.descriptor());
    if (target != null && !target.isAbstract()) {
      if (!CutPoints.isCut(null, target)) {
        reach(target, site.node(), viaInitializer || site.node().viaInitializer);
      }
      if (!type.name.equals(THREAD)) {
        // Every program has threads, but that a Runnable is one of them says nothing.
        site.node().closed = true;
        open.remove(site.node());
      }
    }
  }

  private void create(CodeClass type, boolean viaInitializer) {
    Created known = created.get(type.name);
    if (known == null) {
      known = new Created(type, viaInitializer);
      created.put(type.name, known);
      for (String supertype : universe.supertypesOf(type)) {
        createdBySupertype.computeIfAbsent(supertype, each -> new ArrayList<>()).add(known);
      }
    } else if (known.viaInitializer && !viaInitializer) {
      known.viaInitializer = false;
    } else {
      return;
    }
    for (String supertype : universe.supertypesOf(type)) {
      for (Site site : List.copyOf(sitesByOwner.getOrDefault(supertype, List.of()))) {
        link(site, type, viaInitializer);
      }
    }
  }
}
