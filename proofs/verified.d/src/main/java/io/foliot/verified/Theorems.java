package io.foliot.verified;

import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All theorems in order; a proof uses only those before its own. */
final class Theorems {
  interface OfOne {
    Value say(Claim claim, Term a);
  }

  interface OfTwo {
    Value say(Claim claim, Term a, Term b);
  }

  interface OfThree {
    Value say(Claim claim, Term a, Term b, Term c);
  }

  interface OfFour {
    Value say(Claim claim, Term a, Term b, Term c, Term d);
  }

  private static final Pattern SIGNATURE =
      Pattern.compile("([\\w.\\[\\]]+) (\\w+)\\.(\\w+)\\((.*)\\)");

  private final ClassFiles classes;
  private final Map<String, Type> types = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private final List<Theorem> all = new ArrayList<>();
  private final Map<String, List<Theorem>> byMethod = new HashMap<>();

  Theorems(ClassFiles classes) {
    this.classes = classes;
    type("u64", new Type.Number(Kind.unsigned(64), "J"));
    type("s64", new Type.Number(Kind.signed(64), "J"));
    type("u32", new Type.Number(Kind.unsigned(32), "I"));
    type("s32", new Type.Number(Kind.signed(32), "I"));
    type("boolean", new Type.Number(Kind.signed(32).from(0, 1), "Z"));
    type("String", new Type.Text());
    type("void", new Type.Nothing());
    type("lemma", new Type.Lemma());
  }

  void type(String name, Type type) {
    types.put(name, type);
  }

  /** Lets signatures name a class without its package. */
  void owner(String className) {
    owners.put(className.substring(className.lastIndexOf('.') + 1), className.replace('.', '/'));
  }

  List<Theorem> all() {
    return all;
  }

  /** The theorem about a call, or null; one that it is about for certain, if there is one. */
  Theorem of(String id, List<Value> arguments) {
    Theorem possible = null;
    for (Theorem theorem : byMethod.getOrDefault(id, List.of())) {
      if (theorem.isAbout(arguments, true)) {
        return theorem;
      }
      if (possible == null && theorem.isAbout(arguments, false)) {
        possible = theorem;
      }
    }
    return possible;
  }

  /** The theorems before a theorem. */
  Theorems before(Theorem theorem) {
    Theorems result = new Theorems(classes);
    all.subList(0, theorem.number).forEach(result::add);
    return result;
  }

  private void add(Theorem theorem) {
    all.add(theorem);
    if (theorem.isLemma()) {
      return;
    }
    List<Theorem> ofMethod = byMethod.computeIfAbsent(theorem.id(), id -> new ArrayList<>());
    if (theorem.exact != null) {
      ofMethod.clear();
    }
    ofMethod.add(theorem);
  }

  void theorem(String signature, OfOne statement) {
    theorem(signature, 1, (claim, in) -> statement.say(claim, in.get(0)));
  }

  void theorem(String signature, OfTwo statement) {
    theorem(signature, 2, (claim, in) -> statement.say(claim, in.get(0), in.get(1)));
  }

  void theorem(String signature, OfThree statement) {
    theorem(signature, 3, (claim, in) -> statement.say(claim, in.get(0), in.get(1), in.get(2)));
  }

  void theorem(String signature, OfFour statement) {
    theorem(
        signature,
        4,
        (claim, in) -> statement.say(claim, in.get(0), in.get(1), in.get(2), in.get(3)));
  }

  /**
   * States a theorem.
   *
   * @param signature {@code result Class.method(type name, ...)}; the receiver is called {@code
   *     this}; {@code u64} and {@code s64} are a {@code long} read as unsigned and signed
   */
  Theorem theorem(String signature, int inputs, Theorem.Statement statement) {
    return theorem(signature, inputs, null, statement);
  }

  /**
   * States less about a method than the theorem that says exactly what it does. From here on, calls
   * are taken for what this says, which leaves fewer cases. A statement that names the result of
   * such a call with {@link Claim#ofCall} is still exact.
   */
  Theorem summary(Theorem exact, Theorem.Statement statement) {
    return theorem(exact.signature, exact.inputs().size(), exact, statement)
        .tries(exact.examples());
  }

  private Theorem theorem(
      String signature, int inputs, Theorem exact, Theorem.Statement statement) {
    Matcher matcher = SIGNATURE.matcher(signature);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no signature: " + signature);
    }
    List<Theorem.Parameter> parameters = new ArrayList<>();
    for (String part : matcher.group(4).split(", ", -1)) {
      if (!part.isEmpty()) {
        String[] words = part.split(" ", 2);
        parameters.add(new Theorem.Parameter(words[1], find(words[0])));
      }
    }
    boolean isStatic = parameters.isEmpty() || !parameters.get(0).name().equals("this");
    Theorem theorem =
        new Theorem(
            all.size(),
            signature,
            owners.get(matcher.group(2)),
            matcher.group(3),
            isStatic,
            parameters,
            find(matcher.group(1)),
            exact,
            statement);
    if (theorem.inputs().size() != inputs || !exists(theorem)) {
      throw new IllegalArgumentException(
          "no such method, or another number of inputs: " + signature);
    }
    add(theorem);
    return theorem;
  }

  /** States a lemma about numbers only. */
  void lemma(String signature, int inputs, Theorem.Statement statement) {
    theorem("lemma " + signature, inputs, statement);
  }

  private boolean exists(Theorem theorem) {
    if (theorem.isLemma()) {
      return true;
    }
    for (MethodModel method : classes.model(theorem.owner).methods()) {
      if (method.methodName().equalsString(theorem.method)
          && method.methodType().equalsString(theorem.descriptor())
          && method.flags().has(AccessFlag.STATIC) == theorem.isStatic) {
        return true;
      }
    }
    return false;
  }

  Type find(String name) {
    Type type = types.get(name);
    if (type == null) {
      throw new IllegalArgumentException("no such type: " + name);
    }
    return type;
  }
}
