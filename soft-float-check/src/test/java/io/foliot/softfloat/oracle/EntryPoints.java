package io.foliot.softfloat.oracle;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Generates a class whose static methods each call one method of the JDK. */
final class EntryPoints {
  private static final Set<String> SKIPPED =
      Set.of(
          "wait",
          "notify",
          "notifyAll",
          "finalize",
          "getClass",
          "yield",
          "park",
          "describeConstable");
  private static final Map<String, String> RECEIVERS = new LinkedHashMap<>();
  private static final Map<Class<?>, String> VALUES = new LinkedHashMap<>();

  static {
    RECEIVERS.put("java.lang.String", "\"12 a\"");
    RECEIVERS.put("java.lang.StringBuilder", "new StringBuilder(\"12\")");
    RECEIVERS.put("java.lang.Integer", "Integer.valueOf(7)");
    RECEIVERS.put("java.lang.Long", "Long.valueOf(7)");
    RECEIVERS.put("java.lang.Character", "Character.valueOf('a')");
    RECEIVERS.put("java.lang.Boolean", "Boolean.TRUE");
    RECEIVERS.put("java.lang.Math", "");
    RECEIVERS.put("java.util.Objects", "");
    RECEIVERS.put("java.util.Arrays", "");
    RECEIVERS.put("java.util.Collections", "");
    RECEIVERS.put(
        "java.util.ArrayList", "new java.util.ArrayList<Object>(java.util.List.of(1, 2))");
    RECEIVERS.put("java.util.ArrayDeque", "new java.util.ArrayDeque<Object>()");
    RECEIVERS.put("java.util.TreeMap", "new java.util.TreeMap<Object, Object>()");
    RECEIVERS.put("java.util.HashMap", "new java.util.HashMap<Object, Object>()");
    RECEIVERS.put("java.util.BitSet", "new java.util.BitSet()");
    RECEIVERS.put("java.util.UUID", "new java.util.UUID(1, 2)");
    RECEIVERS.put("java.util.OptionalLong", "java.util.OptionalLong.of(2)");
    RECEIVERS.put(
        "java.util.concurrent.ConcurrentHashMap",
        "new java.util.concurrent.ConcurrentHashMap<Object, Object>()");
    RECEIVERS.put(
        "java.util.concurrent.atomic.AtomicLong", "new java.util.concurrent.atomic.AtomicLong(4)");
    RECEIVERS.put("java.util.concurrent.TimeUnit", "java.util.concurrent.TimeUnit.SECONDS");
    RECEIVERS.put("java.math.BigInteger", "java.math.BigInteger.TEN");
    RECEIVERS.put(
        "java.io.PrintStream", "new java.io.PrintStream(new java.io.ByteArrayOutputStream())");
    RECEIVERS.put("java.nio.charset.Charset", "java.nio.charset.StandardCharsets.UTF_8");
    RECEIVERS.put("java.util.LinkedHashMap", "new java.util.LinkedHashMap<Object, Object>()");
    RECEIVERS.put("java.util.PriorityQueue", "new java.util.PriorityQueue<Object>()");
    RECEIVERS.put("java.util.Random", "new java.util.Random(4)");
    RECEIVERS.put("java.util.StringJoiner", "new java.util.StringJoiner(\"a\")");
    RECEIVERS.put("java.text.DecimalFormat", "new java.text.DecimalFormat(\"0.00\")");
    RECEIVERS.put("java.time.LocalDateTime", "java.time.LocalDateTime.MIN");
    RECEIVERS.put("java.time.Duration", "java.time.Duration.ofNanos(5)");
    RECEIVERS.put("java.time.Instant", "java.time.Instant.EPOCH");
    RECEIVERS.put("java.time.LocalDate", "java.time.LocalDate.MIN");
    RECEIVERS.put("java.nio.ByteBuffer", "java.nio.ByteBuffer.allocate(16)");
    VALUES.put(int.class, "3");
    VALUES.put(long.class, "5L");
    VALUES.put(char.class, "'a'");
    VALUES.put(byte.class, "(byte) 1");
    VALUES.put(short.class, "(short) 1");
    VALUES.put(boolean.class, "true");
    VALUES.put(String.class, "\"12\"");
    VALUES.put(CharSequence.class, "\"13\"");
    VALUES.put(Object.class, "\"o\"");
    VALUES.put(int[].class, "new int[] {3, 1, 2}");
    VALUES.put(long[].class, "new long[] {3, 1, 2}");
    VALUES.put(byte[].class, "new byte[] {3, 1, 2}");
    VALUES.put(char[].class, "new char[] {3, 1, 2}");
    VALUES.put(Object[].class, "new Object[] {\"a\", \"b\"}");
    VALUES.put(List.class, "new java.util.ArrayList<String>(java.util.List.of(\"b\", \"a\"))");
    VALUES.put(java.util.Collection.class, "java.util.List.of(\"a\")");
    VALUES.put(Map.class, "java.util.Map.of(\"a\", \"b\")");
    VALUES.put(Set.class, "java.util.Set.of(\"a\")");
    VALUES.put(java.math.BigInteger.class, "java.math.BigInteger.TWO");
    VALUES.put(java.time.Duration.class, "java.time.Duration.ofMillis(3)");
    VALUES.put(java.util.concurrent.TimeUnit.class, "java.util.concurrent.TimeUnit.DAYS");
  }

  private final List<String> calls = new ArrayList<>();

  /** Source of the calls, one for each entry point. */
  List<String> calls() {
    return calls;
  }

  /** Source of a class {@code Generated} with methods {@code e0}, {@code e1} and so on. */
  String source() throws ClassNotFoundException {
    for (Map.Entry<String, String> entry : RECEIVERS.entrySet()) {
      Method[] methods = Class.forName(entry.getKey()).getMethods();
      Arrays.sort(methods, Comparator.comparing(Method::toString));
      for (Method method : methods) {
        String call = call(entry.getKey(), entry.getValue(), method);
        if (call != null) {
          calls.add(call);
        }
      }
    }
    StringBuilder text = new StringBuilder();
    text.append("@SuppressWarnings({\"rawtypes\", \"unchecked\", \"deprecation\"})\n");
    text.append(
        "public class Generated implements io.foliot.softfloat.oracle.Observer.Entries {\n");
    for (int i = 0; i < calls.size(); i++) {
      text.append("  public static void e").append(i).append("() throws Throwable { ");
      text.append(calls.get(i)).append("; }\n");
    }
    text.append("  public void run(int n) throws Throwable { switch (n) {\n");
    for (int i = 0; i < calls.size(); i++) {
      text.append("    case ").append(i).append(": e").append(i).append("(); break;\n");
    }
    return text.append("    default: throw new AssertionError(n); } }\n}\n").toString();
  }

  private static String call(String owner, String receiver, Method method) {
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    if (SKIPPED.contains(method.getName())
        || method.isSynthetic()
        || (!isStatic && (receiver.isEmpty() || method.getDeclaringClass() == Object.class))
        || (isStatic && !method.getDeclaringClass().getName().equals(owner))) {
      return null;
    }
    StringBuilder arguments = new StringBuilder();
    for (Class<?> parameter : method.getParameterTypes()) {
      String value = VALUES.get(parameter);
      if (value == null) {
        return null;
      }
      arguments.append(arguments.length() == 0 ? "" : ", ");
      arguments.append('(').append(parameter.getCanonicalName()).append(") ").append(value);
    }
    String on = isStatic ? owner : "(" + receiver + ")";
    return on + "." + method.getName() + "(" + arguments + ")";
  }
}
