package io.foliot.softfloat;

import static io.foliot.softfloat.RuleFixtures.breaks;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.model.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each code rule on sources that break it, and on sources that look like it and do not. */
final class CodeRulesTest {
  @TempDir Path folder;

  static List<Arguments> broken() {
    return List.of(
        // CODE-1: instructions, also where the constant pool shows nothing
        breaks("CODE-1", "class A { int f(int i) { return (int) (i / 2f); } }", "A.f(int)"),
        breaks("CODE-1", "class A { boolean f(long i) { return i + 0.0 == i; } }", "A.f(long)"),
        breaks("CODE-1", "class A { int i = (int) (1f + hashCode()); }", "A.new()"),
        breaks("CODE-1", "class A { static int i = (int) (1f + \"\".length()); }", "A.static()"),
        breaks(
            "CODE-1",
            "class A { java.util.function.IntUnaryOperator f = i -> (int) (i * 1d); }",
            "A.lambda$new$0(int)"),
        // CODE-2: constants, arrays, fields
        breaks("CODE-2", "class A { private double d; }", "A.d"),
        breaks("CODE-2", "class A { Double d; }", "A.d"),
        breaks("CODE-2", "class A { int f() { return new float[3].length; } }", "A.f()"),
        breaks("CODE-2", "class A { int f() { return new double[3][4].length; } }", "A.f()"),
        breaks("CODE-2", "class A { boolean f(int i) { return i < 2.5; } }", "A.f(int)"),
        breaks("CODE-2", "class A { private static final float X = 1.5f; }", "A.X"),
        breaks("CODE-2", "class A { @N(2.5) int i; @interface N { double value(); } }", "A"),
        // CODE-3: calls, methods, bootstraps
        breaks("CODE-3", "class A { private int f(double x) { return 0; } }", "A.f(double)"),
        breaks("CODE-3", "class A { int f(int x) { return (int) Math.sqrt(x); } }", "A.f(int)"),
        breaks(
            "CODE-3",
            "class A { long f(java.util.stream.LongStream x)"
                + " { return x.average().hashCode(); } }",
            "A.f(java.util.stream.LongStream)"),
        breaks(
            "CODE-3",
            "class A { Object o = (java.util.function.ToDoubleFunction<A>) x -> 0; }",
            "A.new()"),
        breaks(
            "CODE-3",
            "class A { Object o = (java.util.function.Function<String, Object>)"
                + " Double::valueOf; }",
            "A.new()"),
        breaks("CODE-3", "class A { String f(float x) { return \"x\" + x; } }", "A.f(float)"),
        breaks(
            "CODE-3",
            "class A { Object f() { return new java.util.HashMap<String, String>" + "(3, .5f); } }",
            "A.f()"),
        // CODE-4: types
        breaks("CODE-4", "class A { Object o = Double.class; }", "A.new()"),
        breaks(
            "CODE-4",
            "class A { boolean f(Object o) { return o instanceof Float; } }",
            "A.f(java.lang.Object)"),
        breaks("CODE-4", "class A { Object o = new Double[0]; }", "A.new()"),
        breaks(
            "CODE-4",
            "class A { int f(Object o) { return ((double[]) o).length; } }",
            "A.f(java.lang.Object)"),
        breaks("CODE-4", "class A { Object o = float.class; }", "A.new()"),
        breaks("CODE-4", "class A { java.util.List<Float> l; }", "A.l"),
        // CODE-5: hidden
        breaks(
            "CODE-5",
            "class A { String f(Object o) { return String.format(\"%5.2f\", o); } }",
            "A.f(java.lang.Object)"),
        breaks(
            "CODE-5",
            "class A { void f(Object o) { System.out.printf(\"%d %-8e%n\", o, o); } }",
            "A.f(java.lang.Object)"),
        // Through a variable, a choice, and around a computed number of digits.
        breaks(
            "CODE-5",
            "class A { String f(Object o) { String s = \"%f\"; int i = 3; return String.format(s,"
                + " o); } }",
            "A.f(java.lang.Object)"),
        breaks(
            "CODE-5",
            "class A { String f(boolean b, Object o) { return String.format(b ? \"%d\" : \"%e\","
                + " o); } }",
            "A.f(boolean, java.lang.Object)"),
        breaks(
            "CODE-5",
            "class A { String f(int n, Object o) { return String.format(java.util.Locale.ROOT,"
                + " \"%.\" + n + \"f\", o); } Object l = 1f; }",
            "A.f(int, java.lang.Object)"),
        breaks("CODE-5", "class A { int i = new java.util.Random(4).nextInt(); }", "A.new()"),
        breaks(
            "CODE-5",
            "class A { String s = java.text.NumberFormat.getInstance().format(4L); }",
            "A.new()"),
        // A concatenation as for Java 8, several formats, classes that inherit printf, Console.
        breaks(
            "CODE-5",
            "class A { String f(int n, Object o) { return String.format(new StringBuilder()"
                + ".append(\"%.\").append(n).append('f').toString(), o); } }",
            "A.f(int, java.lang.Object)"),
        breaks(
            "CODE-5",
            "class A { String f(String t, boolean b, Object o) { if (b) { t = \"%e\"; } return"
                + " t.formatted(o); } }",
            "A.f(java.lang.String, boolean, java.lang.Object)"),
        breaks(
            "CODE-5",
            "class A extends java.io.PrintStream { A() { super(System.out); }"
                + " void f(Object o) { printf(\"%g\", o); } }",
            "A.f(java.lang.Object)"),
        breaks(
            "CODE-5",
            "class A { void f(Object o) { System.console().readLine(\"%a\", o); } }",
            "A.f(java.lang.Object)"),
        breaks(
            "CODE-5",
            "class A { String f(int n) { return java.text.MessageFormat.format("
                + "\"{0, number} of '{1}'\", n); } }",
            "A.f(int)"),
        breaks(
            "CODE-5",
            "class A { Object f() { return new java.text.MessageFormat("
                + "\"{0,choice,0#no|1<{0,number}}\", java.util.Locale.ROOT); } }",
            "A.f()"),
        // CODE-6: frames and debug tables
        breaks(
            "CODE-6",
            "class A { void f(boolean b) { float x = 0; if (b) { x++; } } }",
            "A.f(boolean)"),
        // CODE-7: natives
        breaks("CODE-7", "class A { native double f(int i); }", "A.f(int)"),
        // CODE-8: formats that are known only at run time
        breaks(
            "CODE-8",
            "class A { String f(String t, Object o) { return String.format(t, o); } }",
            "A.f(java.lang.String, java.lang.Object)"),
        breaks(
            "CODE-8",
            "class A { String f(boolean b, String t, Object o) { if (b) { t = \"%d\"; } return"
                + " String.format(t, o); } }",
            "A.f(boolean, java.lang.String, java.lang.Object)"),
        breaks(
            "CODE-8",
            "class A { String t; String f(Object o) { return String.format(\"%d\" + t, o); } }",
            "A.f(java.lang.Object)"),
        breaks(
            "CODE-8",
            "class A { String f(char c, Object o) { return String.format(\"%\" + c, o); } }",
            "A.f(char, java.lang.Object)"),
        breaks(
            "CODE-8",
            "class A { String f(Object o) { StringBuilder b = new StringBuilder();"
                + " b.append(\"%f\"); return String.format(b.toString(), o); } }",
            "A.f(java.lang.Object)"),
        breaks(
            "CODE-8",
            "class A { String f(Object o) { String t = \"%d\"; for (int i = 0; i < 3; i++) { t +="
                + " t; } return String.format(t, o); } }",
            "A.f(java.lang.Object)"),
        breaks(
            "CODE-8",
            "class A { String f(Object o) { return java.text.MessageFormat.format(\"<{0}>\", o); }"
                + " }",
            "A.f(java.lang.Object)"),
        breaks(
            "CODE-8",
            "class A { void f(java.text.MessageFormat m, String t) { m.applyPattern(t); } }",
            "A.f(java.text.MessageFormat, java.lang.String)"));
  }

  static List<String> silent() {
    return List.of(
        "class A { long f(long x) { return Math.floorDiv(x, 3) * 1_000_000_000L; } }",
        "class A { int doubleValue; String f() { return \"double %d %s 1.5 %%f %n D F\"; } }",
        "class A { String f() { return String.format(\"%%f and 100%% full %s\", 1); } }",
        "class A { String f(String s) { return s + \"%f\"; } }",
        "class A { void log(String s) {} String f(int a) { log(\"100% full\"); return"
            + " String.format(\"%d\", a); } }",
        "class A { String f(Object a) { return String.format(\"%s\", \"%f\"); } }",
        "class A { void log(String s) {} String f(int a) { { String s = \"%f\"; log(s); } { String"
            + " t = \"%d\"; return String.format(t, a); } } }",
        "class A { String f(int n, long a) { return String.format(\"%\" + n + \"d\" + a, n); } }",
        "class A { String f(boolean b, int n) { String t = null; if (b) { t = \"%d\"; } return"
            + " String.format(t, n); } }",
        "class A { String f(int n) { return String.format(new StringBuilder().append(\"%0\")"
            + ".append(n).append(\"d%n\").toString(), n); } }",
        "class A { String f(Object o) { return new java.text.MessageFormat(\"'{0,number}' {0,date}"
            + " {1,time,HH'}'}\").format(o) + java.text.MessageFormat.format(\"it''s\", o);"
            + " } }",
        "class A { void printf(String s, Object... o) {} void f(String s) { printf(s); } }",
        "class A { Object o = new java.util.HashMap<String, Long>(16); Class<?> c = long.class; }",
        "class A { int f(int i) { switch (i) { case 1: return 3; case 900: return 4; case 2: "
            + "return 5; case 4: return 6; case 5: return 7; default: return 0; } } }",
        "class A { void f() { int a0=0,a1=0; long big = 0; for (int i = 0; i < 70000; i += 1000)"
            + " { big += i; } } }",
        "class A { native long f(int i); long[] l = new long[3]; }",
        "class A { java.util.List<Long> l; java.math.BigInteger b; enum F { D } }",
        "class A { java.util.function.ToLongFunction<String> f = Long::parseLong; }");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void finds(String rule, String source, String where) throws IOException {
    RuleFixtures.assertFound(rule, where, check(Sources.compile(folder, source)));
  }

  @ParameterizedTest
  @MethodSource("silent")
  void staysSilent(String source) throws IOException {
    Report report = check(Sources.compile(folder, source));
    assertEquals(List.of(), report.findings());
  }

  @Test
  void everyCodeRuleHasAFixture() {
    assertEquals(RuleFixtures.allRules("CODE-"), RuleFixtures.rules(broken()));
  }

  @Test
  void formatFindingsAreErrorsUnlessConfigured() throws IOException {
    Path classes =
        Sources.compile(
            folder, "class A { String f(Object o) { return String.format(\"%f\", o); } }");
    assertEquals(1, check(classes).count(Severity.ERROR));
    Report told =
        SoftFloatCheck.builder()
            .depths(Depth.CODE)
            .severity(Rule.CODE_HIDDEN, Severity.INFO)
            .build()
            .check(classes);
    assertEquals(1, told.count(Severity.INFO));
    assertEquals(0, told.count(Severity.ERROR));
  }

  @Test
  void reportsTheLineOfTheFirstUse() throws IOException {
    Path classes =
        Sources.compile(
            folder, "class A {\n int f(int i) {\n  i++;\n  return (int) (i * 1f);\n }\n}");
    Finding finding = check(classes).findings().get(0);
    assertEquals("A.java", finding.location().sourceFile());
    assertEquals(4, finding.location().line());
    assertEquals("i2f, fconst_1, fmul, f2i (4 uses)", finding.message());
  }

  private static Report check(Path classes) {
    return SoftFloatCheck.builder().depths(Depth.CODE).build().check(classes);
  }
}
