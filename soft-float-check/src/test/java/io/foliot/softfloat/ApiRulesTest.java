package io.foliot.softfloat;

import static io.foliot.softfloat.RuleFixtures.breaks;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each API rule on sources that break it, and on sources that look like it and do not. */
final class ApiRulesTest {
  /** An annotation for uses of types. */
  private static final String ON_TYPES =
      " @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)"
          + " @interface N { float value(); }";

  /** Apart from the others, because Eclipse tells processors nothing of these annotations. */
  static final String ANNOTATED_COMPONENT = "public record A(@N(1f) int x) {}" + ON_TYPES;

  @TempDir Path folder;

  static List<Arguments> broken() {
    return List.of(
        // API-1: primitives, arrays included
        breaks("API-1", "public class A { public double d() { return 0; } }", "A.d()"),
        breaks(
            "API-1",
            "public class A { protected void f(int i, float[][] x) {} }",
            "A.f(int, float[][])"),
        breaks("API-1", "public class A { public A(double x) {} }", "A.new(double)"),
        breaks("API-1", "public class A { public static float[] field; }", "A.field"),
        breaks("API-1", "public interface A { double x(); }", "A.x()"),
        breaks("API-1", "public class A { public static class B { public float x; } }", "A$B.x"),
        breaks("API-1", "public class A { protected static class B { public float x; } }", "A$B.x"),
        // API-2: boxes
        breaks("API-2", "public class A { public Double d; }", "A.d"),
        breaks("API-2", "public class A { public Float[] f() { return null; } }", "A.f()"),
        // API-3: float-shaped types
        breaks("API-3", "public class A { public java.util.OptionalDouble d; }", "A.d"),
        breaks(
            "API-3",
            "public class A { public void f(java.util.function.ToDoubleFunction<A> x)" + " {} }",
            "A.f(java.util.function.ToDoubleFunction)"),
        breaks(
            "API-3",
            "public abstract class A implements java.util.function.DoubleSupplier {}",
            "A"),
        // API-4: generic signatures
        breaks("API-4", "public class A { public java.util.List<Double> d; }", "A.d"),
        breaks("API-4", "public class A { public java.util.List<double[]> d; }", "A.d"),
        breaks("API-4", "public class A { public java.util.Map<String, ? super Float> d; }", "A.d"),
        breaks("API-4", "public abstract class A implements Comparable<Double> {}", "A"),
        breaks("API-4", "public class A<T extends Double> {}", "A"),
        breaks(
            "API-4",
            "public class A { public <T extends Comparable<Float>> void f(T t) {} }",
            "A.f(java.lang.Comparable)"),
        // API-5: constants
        breaks("API-5", "public class A { public static final double HALF = 0.5; }", "A.HALF"),
        breaks("API-5", "public interface A { float HALF = 0.5f; }", "A.HALF"),
        // API-6: annotations
        breaks("API-6", "public @interface A { double value(); }", "A.value()"),
        breaks("API-6", "public @interface A { float[] value() default {1f}; }", "A.value()"),
        breaks("API-6", "@A.N(0.5) public class A { @interface N { double value(); } }", "A"),
        breaks(
            "API-6",
            "public class A { @N(1f) public void f() {} @interface N { float value(); }" + " }",
            "A.f()"),
        breaks(
            "API-6",
            "public class A { @N(1f) public int f; @interface N { float[] value(); } }",
            "A.f"),
        breaks(
            "API-6",
            "public class A { public void f(@N(Double.class) int x) {}"
                + " @interface N { Class<?> value(); } }",
            "A.f(int)"),
        breaks("API-6", "public @interface A { double value() default 0.5; }", "A.value()"),
        breaks(
            "API-6",
            "public @interface A { N value() default @N(x = {1, 2}, y = {@M(2f)});"
                + " @interface N { long[] x(); M[] y(); } @interface M { float value(); } }",
            "A.value()"),
        breaks(
            "API-6",
            "public class A { @N({int.class, float[].class}) public int f;"
                + " @interface N { Class<?>[] value(); } }",
            "A.f"),
        // API-7: records, enum constructors, permitted subclasses, exceptions
        breaks("API-7", "public record A(double x) {}", "A(x)"),
        breaks("API-7", "public record A(java.util.List<Float> x) {}", "A(x)"),
        breaks(
            "API-7",
            "public enum A { B(0.5); A(double x) {} }",
            "A.new(java.lang.String, int, double)"),
        // API-8: inherited from hidden classes
        breaks(
            "API-8",
            "public class A extends B {} class B { public double d() { return 0; } }",
            "A.d()"),
        breaks(
            "API-8",
            "public class A extends B {} class B extends C {}" + " class C { protected float f; }",
            "A.f"),
        breaks(
            "API-8",
            "public class A implements B {} interface B { default double d()" + " { return 0; } }",
            "A.d()"),
        breaks("API-8", "public class A implements B {} interface B { double D = 1; }", "A.D"),
        // API-9: inherited from the JDK
        breaks("API-9", "public abstract class A extends Number {}", "A"),
        breaks("API-9", "public abstract class A implements java.util.Comparator<A> {}", "A"),
        breaks(
            "API-9",
            "public abstract class A extends B {}"
                + " abstract class B implements java.util.stream.IntStream {}",
            "A"),
        // API-10: visible to few
        breaks("API-10", "public final class A { protected double d; }", "A.d"),
        breaks("API-10", "public class A { A() {} protected double d; }", "A.d"),
        breaks("API-10", "public enum A { B; protected double d; }", "A.d"),
        breaks(
            "API-10",
            "public class A { private A() {} protected void f(float p) {}"
                + " public static class B extends A { private B() {} } }",
            "A.f(float)"),
        breaks(
            "API-10",
            "public abstract sealed class A { protected double d; A() {}"
                + " public static final class B extends A {} }",
            "A.d"),
        // API-1 again: a subclass of a class with a hidden constructor can be extended
        breaks(
            "API-1",
            "public class A { A() {} protected double d; public static class B extends A {} }",
            "A.d"),
        breaks(
            "API-1",
            "public abstract sealed class A { protected double d; protected A() {}"
                + " public static non-sealed class B extends A {} }",
            "A.d"));
  }

  static List<String> silent() {
    return List.of(
        "public class A { private double d; double e; double f() { return d + e; } }",
        "class A { public double d() { return 0; } }",
        "public class A { private static class B { public double d; } }",
        "public class A { static class B { public double d; } }",
        "public class A { public Runnable r() { class L { public double d; } return () -> {}; } }",
        "public class A { public Object o = new Object() { public double d() { return 1; } }; }",
        "public class A { public long doubleValue; public int FLOAT; public String F, D; }",
        "public class A { public static final String DOUBLE = \"double D (D)D [D 1.5\"; }",
        "public class A { public Float2 f(Double2 x) { return null; } public static class Float2 {}"
            + " public static class Double2 {} }",
        "public class A<F, D> { public F f(D d, java.util.List<F> x) { return null; } }",
        "public class A<D extends Comparable<D>, F> { public <FD> FD f(D d) { return null; } }",
        "public enum A { F, D; public static final long DAYS = 1L << 62; }",
        "public record A(long nanos, java.util.List<Long> doubles) {}",
        "public @interface A { long value() default 1; Class<?> type() default Long.class; }",
        "public class A extends B { public long d() { return 0; } }"
            + " class B { double d(int x) { return 0; } private double e() { return 0; } }",
        "public class A implements B { } interface B { static double d() { return 0; } }",
        "public class A extends B { public Integer d() { return 0; } }"
            + " abstract class B { public abstract Number d(); }",
        "public abstract class A implements Comparable<A>, Iterable<Long>, Runnable {}",
        "public class A { public java.math.BigDecimal d; public java.util.LongSummaryStatistics s;"
            + " }");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void finds(String rule, String source, String where) throws IOException {
    RuleFixtures.assertFound(rule, where, check(Sources.compile(folder, source)));
  }

  /** Annotations of types, which class files keep apart from all others. */
  static List<Arguments> annotatedTypes() {
    return List.of(
        breaks("API-6", "public class A extends @N(1f) B {} class B {}" + ON_TYPES, "A"),
        breaks("API-6", "public class A<T extends @N(2f) Object> {}" + ON_TYPES, "A"),
        breaks("API-6", "public class A<@N(1f) T> {}" + ON_TYPES, "A"),
        breaks("API-6", "public class A { public @N(1f) int[] f; }" + ON_TYPES, "A.f"),
        breaks("API-6", "public class A { public A @N(1f) [] f; }" + ON_TYPES, "A.f"),
        breaks(
            "API-6",
            "public class A { public java.util.List<? extends @N(1f) A> f; }" + ON_TYPES,
            "A.f"),
        breaks(
            "API-6",
            "public class A { public <T extends Comparable<@N(1f) T>> void f(T t) {} }" + ON_TYPES,
            "A.f(java.lang.Comparable)"),
        breaks(
            "API-6",
            "public class A { public void f() throws @N(1f) Error {} }" + ON_TYPES,
            "A.f()"),
        breaks("API-6", "public class A { public void f(@N(1f) A this) {} }" + ON_TYPES, "A.f()"),
        breaks("API-6", "public class A { public void f(@N(1f) A a) {} }" + ON_TYPES, "A.f(A)"),
        breaks(
            "API-6", "public class A { public @N(1f) A f() { return this; } }" + ON_TYPES, "A.f()"),
        breaks(
            "API-6",
            "public enum A { B(1); A(@N(1f) int x) {} }" + ON_TYPES,
            "A.new(java.lang.String, int, int)"));
  }

  @ParameterizedTest
  @MethodSource("annotatedTypes")
  void findsOnTypes(String rule, String source, String where) throws IOException {
    RuleFixtures.assertFound(rule, where, check(Sources.compile(folder, source)));
  }

  @Test
  void findsOnTypesOfComponents() throws IOException {
    RuleFixtures.assertFound("API-6", "A(x)", check(Sources.compile(folder, ANNOTATED_COMPONENT)));
  }

  @ParameterizedTest
  @MethodSource("silent")
  void staysSilent(String source) throws IOException {
    Report report = check(Sources.compile(folder, source));
    assertEquals(List.of(), report.findings());
    assertTrue(report.isClean());
  }

  @Test
  void namesOutsideOfTheBasicPlaneAreKept() throws IOException {
    // Class files write them as two surrogates of three bytes each (JVMS 4.4.7).
    String name = "\ud835\udc99\u00e9\u4e2d";
    String source = "public class A { public double " + name + "; }";
    RuleFixtures.assertFound("API-1", "A." + name, check(Sources.compile(folder, source)));
  }

  @Test
  void everyApiRuleHasAFixture() {
    Set<String> covered = RuleFixtures.rules(broken());
    // It needs several folders, and has tests of its own.
    covered.add(Rule.API_VERSIONED.id());
    assertEquals(RuleFixtures.allRules("API-"), covered);
  }

  private static Report check(Path classes) {
    return SoftFloatCheck.builder().build().check(classes);
  }
}
