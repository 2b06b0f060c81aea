package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.model.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functional interfaces of a project's own that carry floats count like those of the JDK. */
final class InferredTypesTest {
  private static final String USER =
      "public class User { public void set(Own own) {} public java.util.List<Own> all; }";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public interface Own { double of(Object o); }",
        "public interface Own { long of(int i, float x); }",
        "interface Own { Double of(); }",
        "public interface Own { void of(java.util.List<Float> all); }",
        "public interface Own { double of(); default long more() { return 1; }"
            + " static long some() { return 2; } boolean equals(Object o); String toString(); }",
        "public interface Own extends java.io.Serializable { float of(); }",
        "public interface Own extends java.util.function.DoubleSupplier {}",
        "public interface Own extends Parent { double more(); } interface Parent {}"
      })
  void areFloatShaped(String source) throws IOException {
    List<String> found = found(Sources.compile(folder, source, USER));
    assertTrue(found.contains("API-3 User.set(Own)"), found.toString());
    assertTrue(found.contains("API-4 User.all"), found.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public interface Own { double a(); long b(); }",
        "public interface Own { double a(); double b(); }",
        "public interface Own { default double a() { return 1; } long b(); }",
        "public interface Own { long a(); }",
        "public interface Own { @N(1f) long a(); @interface N { float value(); } }",
        "public interface Own extends Runnable { double a(); }",
        "public interface Own extends Parent { double a(); } interface Parent { long b(); }",
        "public abstract class Own { abstract double a(); }",
        "public @interface Own { double a(); }"
      })
  void otherTypesAreNot(String source) throws IOException {
    List<String> found = found(Sources.compile(folder, source, USER));
    assertTrue(found.stream().noneMatch(each -> each.contains("User")), found.toString());
  }

  @Test
  void areFoundUnderNamesThatSpeakOfFloatsToo() throws IOException {
    // The scan reads classes with such names in full at once, and others only after the inference.
    for (String name : List.of("ToDouble", "FloatTask", "Weigher")) {
      for (String in : List.of("", "package p; ")) {
        Path classes =
            Sources.compile(
                folder,
                in + "public interface " + name + " { double of(); }",
                in + "public class User { public " + name + " own; public long other; }",
                in + "public class Other { public long other; private double inside; }");
        List<String> found = found(classes);
        String place = in.isEmpty() ? "" : "p.";
        assertEquals(
            List.of("API-1 " + place + name + ".of()", "API-3 " + place + "User.own"),
            found.stream().sorted().toList());
      }
    }
  }

  @Test
  void countInOtherFoldersOfTheProject() throws IOException {
    Path declares = Sources.compile(folder, "public interface Own { double of(Object o); }");
    Path uses =
        Sources.compileWith(
            folder,
            List.of("-cp", declares.toString()),
            "public class User { public void set(Own own) {} }");
    assertEquals(
        List.of("API-3 User.set(Own)"),
        SoftFloatCheck.builder().classPath(declares).build().check(uses).findings().stream()
            .map(each -> each.rule().id() + " " + each.location().displayName())
            .toList());
    assertEquals(
        List.of("API-1 Own.of(java.lang.Object)", "API-3 User.set(Own)"),
        SoftFloatCheck.builder().build().check(declares, uses).findings().stream()
            .map(each -> each.rule().id() + " " + each.location().displayName())
            .sorted()
            .toList());
  }

  @Test
  void areFoundWhereOnlyOneMethodOfManyNamesThem() throws IOException {
    StringBuilder user = new StringBuilder("package q; public class User {");
    for (int i = 0; i < 300; i++) {
      user.append("public p.A")
          .append(i % 30)
          .append(" get")
          .append(i)
          .append("() { return null; }");
    }
    user.append("public java.util.Map<String, p.A7.Own[]> one() { return null; }}");
    String[] sources = new String[31];
    for (int i = 0; i < 30; i++) {
      sources[i] =
          "package p; public class A"
              + i
              + " { public interface Own { "
              + carrier(i)
              + " of(); } }";
    }
    sources[30] = user.toString();
    assertEquals(
        List.of("API-1 p.A7$Own.of()", "API-4 q.User.one()"),
        found(Sources.compile(folder, sources)));
  }

  private static String carrier(int number) {
    return number == 7 ? "double" : "long";
  }

  @Test
  void namedTypesAreFoundInsideGenericOnes() throws IOException {
    Path classes =
        Sources.compile(
            folder,
            "package p; public class Outer<T> { public class Inner {} public float other; }",
            "package p; public class User {"
                + " public java.util.List<Outer<String>.Inner> a() { return null; }"
                + " public double b() { return 1; } }");
    List<String> found =
        SoftFloatCheck.builder()
            .floatShaped("p.Outer$Inner")
            .build()
            .check(classes)
            .findings()
            .stream()
            .map(each -> each.rule().id() + " " + each.location().displayName())
            .toList();
    assertTrue(found.contains("API-4 p.User.a()"), found.toString());
    assertTrue(found.contains("API-1 p.User.b()"), found.toString());
  }

  private static List<String> found(Path classes) {
    Report report = SoftFloatCheck.builder().build().check(classes);
    assertEquals(List.of(), report.problems());
    return report.findings().stream()
        .map(each -> each.rule().id() + " " + each.location().displayName())
        .toList();
  }
}
