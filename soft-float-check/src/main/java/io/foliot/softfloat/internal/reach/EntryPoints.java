package io.foliot.softfloat.internal.reach;

import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.ApiSurface;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Finds the methods of the inputs that code outside can call. */
final class EntryPoints {
  private static final String SERIALIZABLE = "java/io/Serializable";
  private static final String EXTERNALIZABLE = "java/io/Externalizable";

  /** The methods that serialization calls, with any access. */
  private static final Set<String> OF_SERIALIZATION =
      Set.of(
          "readObject(Ljava/io/ObjectInputStream;)V",
          "readObjectNoData()V",
          "readResolve()Ljava/lang/Object;",
          "writeObject(Ljava/io/ObjectOutputStream;)V",
          "writeReplace()Ljava/lang/Object;",
          "readExternal(Ljava/io/ObjectInput;)V",
          "writeExternal(Ljava/io/ObjectOutput;)V");

  /** The methods that the launcher and agents call. */
  private static final Set<String> OF_THE_JVM =
      Set.of(
          "main([Ljava/lang/String;)V",
          "premain(Ljava/lang/String;)V",
          "premain(Ljava/lang/String;Ljava/lang/instrument/Instrumentation;)V",
          "agentmain(Ljava/lang/String;)V",
          "agentmain(Ljava/lang/String;Ljava/lang/instrument/Instrumentation;)V");

  private static final String FINALIZE = "finalize()V";

  private final CallGraph graph;
  private final List<ApiInput> inputs;
  private final Predicate<String> included;
  private final Set<String> visible = new HashSet<>();

  /** The entry points so far. */
  private final Set<Reached> entries = new LinkedHashSet<>();

  /** The calls of escaped method references, by the methods that create them. */
  private final Map<CodeMethod, Reached> calledOutside = new HashMap<>();

  EntryPoints(CallGraph graph, List<ApiInput> inputs, Predicate<String> included) {
    this.graph = graph;
    this.inputs = inputs;
    this.included = included;
    for (ApiSurface.Visible each : ApiSurface.of(inputs, false)) {
      visible.add(each.type().summary().name());
    }
  }

  Collection<Reached> entries() {
    return entries;
  }

  /** Enters everything that can be called from outside. */
  void enterAll() {
    graph.escapes().listen(this::enterEscaped, this::enterMade);
    graph.flows().assign(graph.thrown(), graph.escapes().escaped(), null);
    for (ApiSurface.Visible each : ApiSurface.of(inputs, true)) {
      CodeClass type = graph.universe().find(each.type().summary().name());
      if (type != null && included.test(binaryName(type))) {
        if (visible.contains(type.name)) {
          enterVisible(type);
        }
        enterByJvm(type);
      }
    }
    for (String provider : ServiceProviders.of(inputs)) {
      enterProvider(provider);
    }
  }

  /**
   * Enters the named methods.
   *
   * @param names {@code package.Class} or {@code package.Class.method}
   * @return the names that match nothing
   */
  Set<String> enter(Collection<String> names) {
    Set<String> unused = new TreeSet<>(names);
    for (ApiSurface.Visible each : ApiSurface.of(inputs, true)) {
      CodeClass type = graph.universe().find(each.type().summary().name());
      if (type == null || !included.test(binaryName(type))) {
        continue;
      }
      String className = binaryName(type);
      List<CodeMethod> callable = callable(type);
      Set<CodeMethod> methods = new LinkedHashSet<>(type.methods.values());
      methods.addAll(callable);
      for (CodeMethod method : methods) {
        String methodName = className + "." + method.name;
        if (names.contains(methodName)) {
          unused.remove(methodName);
          enter(method, type);
        } else if (names.contains(className) && callable.contains(method)) {
          unused.remove(className);
          enter(method, type);
        }
      }
    }
    return unused;
  }

  static String binaryName(CodeClass type) {
    return type.name.replace('/', '.');
  }

  private void enterVisible(CodeClass type) {
    declared(type).forEach(each -> enter(each, type));
    for (String name : graph.universe().supertypesOf(type.name)) {
      CodeClass supertype = graph.universe().find(name);
      if (supertype != null && supertype.origin.isChecked()) {
        if (supertype != type && !visible.contains(name)) {
          inherited(type, supertype).forEach(each -> enter(each, type));
        }
        for (CodeField field : supertype.fields.values()) {
          boolean isSeen = (field.access() & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
          if (isSeen && field.isReference()) {
            graph.flows().assign(graph.field(field), graph.escapes().escaped(), null);
            openField(field);
          }
        }
      }
    }
  }

  /** Assigns unknown objects to a visible field. */
  private void openField(CodeField field) {
    if ((field.access() & Opcodes.ACC_FINAL) == 0) {
      graph.give(graph.field(field), Type.getType(field.descriptor()));
    } else if (field.isStatic()) {
      // Reading the field runs the initializers.
      for (CodeMethod each : graph.universe().initializersOf(field.owner())) {
        graph.reach(each);
      }
    }
  }

  /** The methods of a class that code outside can call, including those it inherits. */
  private List<CodeMethod> callable(CodeClass type) {
    List<CodeMethod> callable = new ArrayList<>();
    for (String name : graph.universe().supertypesOf(type.name)) {
      CodeClass supertype = graph.universe().find(name);
      if (supertype != null && supertype.origin.isChecked()) {
        callable.addAll(supertype == type ? declared(type) : inherited(type, supertype));
      }
    }
    return callable;
  }

  private List<CodeMethod> declared(CodeClass type) {
    return type.methods.values().stream().filter(each -> isCallable(each, type)).toList();
  }

  private List<CodeMethod> inherited(CodeClass type, CodeClass supertype) {
    List<CodeMethod> inherited = new ArrayList<>();
    for (CodeMethod method : supertype.methods.values()) {
      boolean isOwn = method.isConstructor() || (supertype.isInterface() && method.isStatic());
      if (!isOwn && isCallable(method, type)) {
        CodeMethod selected = graph.universe().select(type, method.key());
        // Compilers bridge public methods of hidden classes.
        if (selected == method || selected.isSynthetic()) {
          inherited.add(method);
        }
      }
    }
    return inherited;
  }

  /** Whether code outside can call a method of a visible class. */
  private boolean isCallable(CodeMethod method, CodeClass type) {
    if (method.isSynthetic() || method.isInitializer() || isEnumValueOf(method)) {
      return false;
    }
    boolean isPublic = (method.access & Opcodes.ACC_PUBLIC) != 0;
    boolean isProtected = (method.access & Opcodes.ACC_PROTECTED) != 0;
    return isPublic || (isProtected && isExtensible(type));
  }

  private static boolean isExtensible(CodeClass type) {
    boolean isExtensible = false;
    for (CodeMethod each : type.methods.values()) {
      isExtensible |=
          each.isConstructor() && (each.access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
    }
    return isExtensible && !type.isFinal();
  }

  /** Whether a method is generated for every enum; it fills a hash table, and counts if called. */
  private static boolean isEnumValueOf(CodeMethod method) {
    return (method.owner.access & Opcodes.ACC_ENUM) != 0
        && method.isStatic()
        && method.name.equals("valueOf")
        && method.descriptor.startsWith("(Ljava/lang/String;)");
  }

  private void enterByJvm(CodeClass type) {
    boolean isSerializable = graph.universe().isSubtype(type.name, SERIALIZABLE);
    for (CodeMethod method : type.methods.values()) {
      if (method.isStatic() && !method.isPrivate() && OF_THE_JVM.contains(method.key())) {
        enter(method, type);
      }
      if (isSerializable && !method.isStatic() && OF_SERIALIZATION.contains(method.key())) {
        graph.make(type.name);
        enter(method, type);
      }
    }
    if (graph.universe().isSubtype(type.name, EXTERNALIZABLE)) {
      enterConstructor(type);
    }
  }

  private void enterConstructor(CodeClass type) {
    CodeMethod constructor = type.methods.get("<init>()V");
    if (constructor != null) {
      enter(constructor, type);
    }
  }

  private void enterProvider(String name) {
    CodeClass type = graph.universe().find(name.replace('.', '/'));
    if (type == null || !type.origin.isChecked() || !included.test(name)) {
      return;
    }
    graph.escapes().setProviders();
    for (CodeMethod method : type.methods.values()) {
      boolean isFactory =
          method.isStatic()
              && method.name.equals("provider")
              && method.descriptor.startsWith("()L");
      if (isFactory && (method.access & Opcodes.ACC_PUBLIC) != 0) {
        enter(method, type);
      }
    }
    enterConstructor(type);
    graph.flows().add(graph.escapes().escaped(), graph.make(type.name));
  }

  /** Enters the finalizer of a class, which the garbage collector calls. */
  private void enterMade(CodeClass type) {
    CodeMethod method = graph.universe().select(type, FINALIZE);
    if (method != null && method.owner.origin.isChecked() && included.test(binaryName(type))) {
      enter(method, type);
    }
  }

  /** Enters the methods of an escaped object that code outside knows. */
  private void enterEscaped(ObjectType type) {
    if (type.lambda() != null) {
      enterLambda(type.lambda());
      return;
    }
    CodeClass owner = graph.universe().find(type.name());
    if (owner == null || !owner.origin.isChecked() || !included.test(binaryName(owner))) {
      return;
    }
    for (CodeMethod method : graph.escapes().callableByOthers(type)) {
      enter(method, owner);
    }
    for (String name : type.supertypes()) {
      CodeClass declaring = visible.contains(name) ? graph.universe().find(name) : null;
      if (declaring != null) {
        for (CodeMethod declared : declaring.methods.values()) {
          boolean isVirtual = !declared.isStatic() && !declared.isConstructor();
          CodeMethod selected =
              isVirtual && isCallable(declared, declaring)
                  ? graph.universe().select(owner, declared.key())
                  : null;
          if (selected != null && !selected.isAbstract() && selected.owner.origin.isChecked()) {
            enter(selected, owner);
          }
        }
      }
    }
  }

  private void enterLambda(Lambda lambda) {
    CodeClass maker = lambda.maker.method.owner;
    if (!maker.origin.isChecked() || !included.test(binaryName(maker))) {
      return;
    }
    Flow[] passed = graph.escapes().unknownArguments(lambda);
    Flow result = Flow.ofAny();
    graph.flows().assign(result, graph.escapes().escaped(), null);
    CodeClass owner = graph.universe().find(lambda.target.getOwner());
    CodeMethod target =
        owner == null || !owner.origin.isChecked()
            ? null
            : owner.methods.get(lambda.target.getName() + lambda.target.getDesc());
    boolean isExact =
        target != null && (target.isStatic() || target.isPrivate()) && !target.isConstructor();
    if (!isExact) {
      // Its calls are reported at the method that creates it, but do not belong to that method.
      Reached calls = calledOutside.computeIfAbsent(lambda.maker.method, graph::standIn);
      entries.add(calls);
      graph.lambdas().call(calls, lambda, passed, result);
      return;
    }
    Reached node = graph.reach(target);
    entries.add(node);
    int at = 0;
    for (Flow each : lambda.captured) {
      assign(each, node, at++);
    }
    for (Flow each : passed) {
      assign(each, node, at++);
    }
    if (node.result != null) {
      graph.flows().assign(node.result, result, null);
    }
  }

  private void assign(Flow from, Reached node, int parameter) {
    if (from != null && parameter < node.parameters.length && node.parameters[parameter] != null) {
      graph.flows().assign(from, node.parameters[parameter], null);
    }
  }

  /** Enters a method on objects of a class. */
  private void enter(CodeMethod method, CodeClass type) {
    if (method.isAbstract()) {
      return;
    }
    Reached node = graph.reach(method);
    boolean isNew = entries.add(node);
    if (!method.isStatic()) {
      boolean isMade = method.isConstructor() && method.owner == type;
      graph
          .flows()
          .add(node.parameters[0], isMade ? graph.make(type.name) : graph.types().given(type.name));
    }
    if (!isNew) {
      return;
    }
    if (method.isStatic() || method.isConstructor()) {
      graph.enterInitializers(method.owner, node);
    }
    Type[] declared = Type.getArgumentTypes(method.descriptor);
    int first = method.isStatic() ? 0 : 1;
    for (int i = 0; i < declared.length; i++) {
      graph.give(node.parameters[i + first], declared[i]);
    }
    if (node.result != null) {
      graph.flows().assign(node.result, graph.escapes().escaped(), null);
    }
  }
}
