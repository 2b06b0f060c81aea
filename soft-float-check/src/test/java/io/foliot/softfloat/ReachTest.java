package io.foliot.softfloat;

import static io.foliot.softfloat.RuleFixtures.breaks;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What entry points can execute, through libraries and the JDK. */
final class ReachTest {
  @TempDir Path folder;

  static List<Arguments> broken() {
    return List.of(
        breaks(
            "REACH-1",
            "public class A { public int f(int i) { return (int) (i * 2f); } }",
            "A.f(int)"),
        breaks(
            "REACH-1",
            "public class A { public int f(int i) { return g(i); }"
                + " private int g(int i) { return (int) (i * 2f); } }",
            "A.f(int)"),
        breaks(
            "REACH-1",
            "public class A { public Object f() {"
                + " return new java.util.HashMap<String, String>().put(\"a\", \"b\"); } }",
            "A.f()"),
        breaks(
            "REACH-1",
            "public class A { public Object f(java.math.BigInteger x) {"
                + " return x.toString(); } }",
            "A.f(java.math.BigInteger)"),
        // Through an interface whose only implementation is hidden.
        breaks(
            "REACH-1",
            "public class A { public int f() { return make().get(); }"
                + " interface I { int get(); } static class B implements I { public int get()"
                + " { return (int) (hashCode() * 2f); } } I make() { return new B(); } }",
            "A.f()"),
        // Through a lambda, a method reference, a field, a callback of the JDK.
        breaks(
            "REACH-1",
            "public class A { public void f(java.util.List<Integer> l) {"
                + " l.forEach(i -> { int j = (int) (i * 2f); }); } }",
            "A.f(java.util.List)"),
        breaks(
            "REACH-1",
            "public class A { public Object f() {"
                + " java.util.function.Function<String, Object> g = Float::valueOf; return g; } }",
            "A.f()"),
        breaks(
            "REACH-1",
            "public class A { private final Runnable r; public A() { r ="
                + " new Runnable() { public void run() { float x = hashCode(); } }; }"
                + " public void f() { r.run(); } }",
            "A.f()"),
        breaks(
            "REACH-1",
            "public class A { public void f() { new Thread() { @Override public"
                + " void run() { float x = hashCode(); } }.start(); } }",
            "A.f()"),
        // An object that leaves: the caller runs its methods.
        breaks(
            "REACH-1",
            "public class A { public Iterable<String> f() { return new I(); }"
                + " private static class I implements Iterable<String> { public java.util.Iterator"
                + "<String> iterator() { float x = hashCode(); return null; } } }",
            "A$I.iterator()"),
        Arguments.of("REACH-1", "public record A(float x) {}", "A.hashCode()"),
        breaks(
            "REACH-1",
            "public class A { public String f(Object o) {"
                + " return String.format(\"%s\", o); } }",
            "A.f(java.lang.Object)"),
        breaks(
            "REACH-1",
            "public class A { public Object f(String s) {"
                + " return java.util.concurrent.TimeUnit.valueOf(s); } }",
            "A.f(java.lang.String)"),
        breaks(
            "REACH-2",
            "public class A { static int X = (int) (System.nanoTime() * 2f);"
                + " public static int f() { return X; } }",
            "A.f()"),
        breaks(
            "REACH-2",
            "public class A { public Object f(java.time.Duration d) {"
                + " return java.time.Duration.ofNanos(1).getNano(); } }",
            "A.f(java.time.Duration)"),
        breaks(
            "REACH-3",
            "public class A { public void f(Runnable r) { r.run(); } }",
            "A.f(java.lang.Runnable)"),
        Arguments.of("REACH-3", "public class A { public native void f(); }", "A.f()"),
        breaks(
            "REACH-3",
            "public class A { public Object f(java.lang.reflect.Method m) throws"
                + " Exception { return m.invoke(null); } }",
            "A.f(java.lang.reflect.Method)"));
  }

  static List<String> silent() {
    return List.of(
        "public class A { public long f(long x) { return Math.floorDiv(x, 3) + Math.abs(x); } }",
        "public class A { public Object f(java.util.HashMap<String, Long> m) { return m.get(\"a\"); } }",
        "public class A { private final java.util.concurrent.ConcurrentHashMap<String, String> m ="
            + " null; public Object f() { return m.get(\"a\"); } }",
        "public class A { public String f(long x) { return new StringBuilder().append(x).append('a')"
            + ".append(\"b\").toString(); } }",
        "public class A { public String f(int x) { return \"a\" + x + f2(); }"
            + " String f2() { return String.valueOf(x); } long x; }",
        "public class A { public long f() { return System.nanoTime(); } }",
        "public class A { public void f() { java.util.concurrent.locks.LockSupport.parkNanos(1); } }",
        "public class A { public int f(int[] a, int i) { return a[java.util.Objects.checkIndex(i,"
            + " a.length)]; } }",
        "public class A { public long f(String s) { return Long.parseLong(s); } }",
        "public class A { public java.util.List<String> f() { return new java.util.ArrayList<>("
            + "java.util.List.of(\"a\")); } }",
        "public class A { public void f() { throw new IllegalArgumentException(\"a\" + this.g()); }"
            + " private int g() { return 3; } private void unused() { float x = g(); } }",
        "public class A { public record R(long a, String b) {} public Object f() {"
            + " return new R(1, \"b\").hashCode(); } }",
        "public enum A { X, Y; public A next() { return this == X ? Y : X; } }");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void finds(String rule, String source, String where) throws IOException {
    RuleFixtures.assertFound(rule, where, check(Sources.compile(folder, source)));
  }

  @ParameterizedTest
  @MethodSource("silent")
  void staysSilent(String source) throws IOException {
    assertEquals(List.of(), check(Sources.compile(folder, source)).findings());
  }

  @Test
  void showsTheShortestChain() throws IOException {
    Path classes =
        Sources.compile(
            folder,
            "public class A { public void f(java.util.HashMap<String, String> m) { g(m); }"
                + " private void g(java.util.HashMap<String, String> m) { m.put(\"a\", \"b\"); } }");
    Finding finding = check(classes).findings().get(0);
    assertEquals(
        List.of(
            "A.f(java.util.HashMap)",
            "A.g(java.util.HashMap)",
            "java.util.HashMap.put(java.lang.Object, java.lang.Object)",
            "java.util.HashMap.putVal(int, java.lang.Object, java.lang.Object, boolean, boolean)",
            "java.util.HashMap.resize()"),
        finding.evidence());
    assertTrue(
        finding
            .message()
            .startsWith(
                "calls java.util.HashMap.put(java.lang.Object, java.lang.Object), which reaches"
                    + " java.util.HashMap.resize(), which uses "),
        finding.message());
  }

  @Test
  void namedEntryPointsReplaceTheApi() throws IOException {
    Path classes =
        Sources.compile(
            folder,
            "public class A { public void f() { float x = hashCode(); } public void g() {}"
                + " private static void h() { f2(); } static void f2() { float y = 1; } }");
    SoftFloatCheck.Builder builder = SoftFloatCheck.builder().depths(Depth.REACH);
    Report report = builder.entryPoints("A.g", "A.h", "A.nothing").build().check(classes);
    assertEquals(1, report.findings().size());
    assertEquals("A.h()", name(report.findings().get(0)));
    assertEquals("entry point A.nothing", report.problems().get(0).input());
  }

  /** A compiler makes no bridge to a method of a public class in a hidden package. */
  @Test
  void inheritedMethodsAreEntryPoints() throws IOException {
    Path classes =
        Sources.compile(
            folder,
            "module m { exports p; }",
            "package q; public class Base { public int f(int a) { return (int) (a * 1.5f); }"
                + " public interface I { default int g(int a) { return (int) (a * 1.5f); } } }",
            "package p; public class Pub extends q.Base implements q.Base.I { public void h() {} }");
    List<String> both = List.of("q.Base.f(int)", "q.Base$I.g(int)");
    assertEquals(both, names(check(classes)));
    assertEquals(both, names(check(classes, "p.Pub")));
    assertEquals(List.of("q.Base.f(int)"), names(check(classes, "p.Pub.f")));
    Report wrong = check(classes, "p.Pub.k", "p.Bup.f");
    assertEquals(
        List.of(
            "entry point p.Bup.f: matches no class or method of the inputs",
            "entry point p.Pub.k: matches no class or method of the inputs; did you mean p.Pub.h?"),
        wrong.problems().stream().map(Object::toString).toList());
  }

  @Test
  void textsOfCaughtExceptionsAreFollowed() throws IOException {
    Path classes =
        Sources.compile(
            folder,
            "public class A { static class X extends RuntimeException { int a;"
                + " @Override public String getMessage() { return \"\" + (int) (a * 1.5f); } }"
                + " public String f() { try { throw new X(); } catch (X e) { return \"a\" + e; } } }");
    assertEquals(List.of("A.f()"), names(check(classes, "A.f")));
  }

  @Test
  void classesThatAreMissingAreUnknown() throws IOException {
    Path lib = Sources.compile(folder, "package l; public class L { public static void f() {} }");
    Path user =
        Sources.compileWith(
            folder,
            List.of("-cp", lib.toString()),
            "public class A { public void f() { l.L.f(); } }");
    Finding finding = check(user).findings().get(0);
    assertEquals(Rule.REACH_UNKNOWN, finding.rule());
    assertEquals("leads to unknown code: l.L, which is not on the class path", finding.message());
    Report known = SoftFloatCheck.builder().depths(Depth.REACH).classPath(lib).build().check(user);
    assertEquals(List.of(), known.findings());
  }

  @Test
  void everyReachRuleHasAFixture() {
    assertEquals(RuleFixtures.allRules("REACH-"), RuleFixtures.rules(broken()));
  }

  private static String name(Finding finding) {
    return finding.location().displayName();
  }

  private static List<String> names(Report report) {
    return report.findings().stream().map(ReachTest::name).toList();
  }

  private static Report check(Path classes, String... entryPoints) {
    return SoftFloatCheck.builder()
        .depths(Depth.REACH)
        .entryPoints(entryPoints)
        .build()
        .check(classes);
  }
}
