package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.model.Baseline;
import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accepted findings: the annotation, the baseline file, and the command that writes it. */
final class SuppressionTest {
  private static final String OWN =
      "package other; public @interface AllowFloat { String because() default \"\"; }";

  @TempDir Path folder;

  @Test
  void anAnnotationAcceptsItsElementAndWhatIsInside() throws IOException {
    Path classes =
        Sources.compile(
            folder,
            OWN,
            """
            import other.AllowFloat;
            public class A {
              @AllowFloat(because = "one") public double field;
              @AllowFloat(because = "two") public double method() { return 1; }
              public double method(int x) { return 1; }
              @AllowFloat(because = "three") public static class In {
                public double x;
                public static class Deeper { public double x; }
              }
              public static class In2 { public double x; }
            }
            """);
    Report report = SoftFloatCheck.builder().build().check(classes);
    assertEquals(
        List.of("A.field one", "A.method() two", "A$In.x three", "A$In$Deeper.x three"),
        report.suppressions().stream()
            .map(each -> each.finding().location().displayName() + " " + each.reason())
            .toList());
    assertEquals(List.of("API-1 A.method(int)", "API-1 A$In2.x"), found(report));
  }

  @Test
  void recordComponentAnnotationCoversGeneratedMembers() throws IOException {
    String declared =
        """
        package own;
        @java.lang.annotation.Target(java.lang.annotation.ElementType.RECORD_COMPONENT)
        public @interface AllowFloat { String value(); }
        """;
    String all = "public record R(@own.AllowFloat(\"SI\") double x, long n) {}";
    String some = "public record S(@own.AllowFloat(\"SI\") double x, float y) {}";
    Path classes = Sources.compile(folder, declared, all, some);
    SoftFloatCheck check = SoftFloatCheck.builder().depths(Depth.API, Depth.CODE).build();
    Report report = check.check(classes);
    assertEquals(
        List.of(),
        report.failing().stream()
            .filter(each -> each.location().className().equals("R"))
            .map(each -> each.rule().id() + " " + each.location().displayName())
            .toList());
    List<String> left =
        report.failing().stream().map(each -> each.location().displayName()).toList();
    assertTrue(left.contains("S.new(double, float)"), left.toString());
    assertTrue(left.contains("S.y()"), left.toString());
    assertFalse(left.contains("S.x()"), left.toString());
  }

  @Test
  void anAnnotationWithoutEffectIsReported() throws IOException {
    Path classes =
        Sources.compile(
            folder,
            OWN,
            """
            import other.AllowFloat;
            public class A {
              public void set(@AllowFloat(because = "no") double x) {}
              public record R(@AllowFloat(because = "yes") double x) {}
            }
            """);
    Report report = SoftFloatCheck.builder().build().check(classes);
    assertEquals(List.of("API-1 A.set(double)", "ALLOW-3 A.set(double)"), found(report));
  }

  @Test
  void anAnnotationAcceptsTheCodeOfAMethodAndOfItsLambdas() throws IOException {
    Path classes =
        Sources.compile(
            folder,
            OWN,
            """
            import other.AllowFloat;
            class A {
              @AllowFloat(because = "drawn") long one(long x) {
                java.util.function.LongUnaryOperator f = y -> (long) (y * 1.5);
                return f.applyAsLong(x) + (long) (x / 3f);
              }
              long two(long x) {
                java.util.function.LongUnaryOperator f = y -> (long) (y * 1.5);
                return f.applyAsLong(x);
              }
            }
            """);
    Report report =
        SoftFloatCheck.builder()
            .depths(Depth.CODE)
            .disable(Rule.CODE_CONSTANT)
            .disable(Rule.CODE_DEBUG)
            .build()
            .check(classes);
    assertEquals(1, report.findings().size(), found(report).toString());
    assertTrue(found(report).get(0).startsWith("CODE-1 A.lambda$two$"), found(report).toString());
    assertTrue(report.suppressions().size() >= 2, report.suppressions().toString());
    assertTrue(report.suppressions().stream().allMatch(each -> each.reason().equals("drawn")));
  }

  @Test
  void anAnnotationOnAPackageAcceptsItsClasses() throws IOException {
    Path classes = Sources.compile(folder, OWN, "package p; public class A { public double a; }");
    Path info = folder.resolve("package-info.java");
    Files.writeString(info, "@other.AllowFloat(because = \"legacy\") package p;");
    StringWriter err = new StringWriter();
    int exit =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                new PrintWriter(err),
                new PrintWriter(err),
                "-proc:none",
                "-cp",
                classes.toString(),
                "-d",
                classes.toString(),
                info.toString());
    assertEquals(0, exit, err.toString());
    Report report = SoftFloatCheck.builder().build().check(classes);
    assertEquals(List.of(), found(report));
    assertEquals(1, report.suppressions().size());
  }

  @Test
  void anAnnotationWithoutAReasonAcceptsNothingAndIsReported() throws IOException {
    Path classes =
        Sources.compile(
            folder,
            OWN,
            "import other.AllowFloat; public class A {"
                + " @AllowFloat public double a;"
                + " @AllowFloat(because = \" \") public long b() { return 1; } }");
    Report report = SoftFloatCheck.builder().build().check(classes);
    assertEquals(
        List.of("ALLOW-1 A.a", "ALLOW-1 A.b()", "API-1 A.a"),
        found(report).stream().sorted().toList());
  }

  @Test
  void otherNamesAndSourceRetentionAcceptNothing() throws IOException {
    Path classes =
        Sources.compile(
            folder,
            "package other; public @interface NotAllowFloat { String value(); }",
            "package other; import java.lang.annotation.*;"
                + " @Retention(RetentionPolicy.SOURCE) public @interface AllowFloat"
                + " { String value(); }",
            "import other.*; public class A {"
                + " @AllowFloat(\"no\") public double a;"
                + " @NotAllowFloat(\"no\") public double b; }");
    Report report = SoftFloatCheck.builder().build().check(classes);
    assertEquals(List.of("API-1 A.a", "API-1 A.b"), found(report));
  }

  @Test
  void theAnnotationOfThisLibraryIsOne() throws IOException {
    Path classes =
        Sources.compileWith(
            folder,
            List.of("-cp", System.getProperty("java.class.path")),
            "public class A {"
                + " @io.foliot.softfloat.AllowFloat(\"measured by a float ADC\") public double a; }");
    Report report = SoftFloatCheck.builder().build().check(classes);
    assertEquals("measured by a float ADC", report.suppressions().get(0).reason());
  }

  @Test
  void baselineAcceptsItsEntriesAndFailsOnOtherFindings() throws IOException {
    Path before = Sources.compile(folder, source("public double a, b;", ""));
    Baseline baseline = Baseline.of(SoftFloatCheck.builder().build().check(before).findings());
    assertEquals(2, baseline.size());
    String text = text(baseline);
    assertEquals(text, text(Baseline.parse(text, "baseline.txt")));

    // Moved by some lines: still accepted.
    Path moved = Sources.compile(folder, source("\n\n\npublic double a, b;", ""));
    assertEquals(List.of(), found(check(text, moved)));
    assertEquals(2, check(text, moved).suppressions().size());

    // One is gone and one is new.
    Path changed = Sources.compile(folder, source("public double b, c;", ""));
    Report report = check(text, changed);
    assertEquals(List.of("API-1 p.A.c", "ALLOW-2 p.A#a"), found(report));
    assertEquals("API-1 matches no finding (line 3)", report.findings().get(1).message());
  }

  @Test
  void aBaselineSurvivesAnotherLambdaBeforeTheOneThatItLists() throws IOException {
    String before =
        "package p; class A { Object f = (L) x -> (long) (x * 1.5); "
            + "interface L { long of(long x); } }";
    SoftFloatCheck.Builder code =
        SoftFloatCheck.builder().depths(Depth.CODE).disable(Rule.CODE_DEBUG);
    Report first = code.build().check(Sources.compile(folder, before));
    String text = text(Baseline.of(first.findings()));
    String after = before.replace("{ Object f", "{ Object e = (L) x -> x + 1; Object f");
    code.baseline(Baseline.parse(text, "baseline.txt"));
    assertEquals(List.of(), found(code.build().check(Sources.compile(folder, after))));
  }

  @Test
  void entriesOutsideTheScopeAreNotStale() throws IOException {
    Path before = Sources.compile(folder, source("public double a;", ""));
    String text = text(Baseline.of(SoftFloatCheck.builder().build().check(before).findings()));
    Path clean = Sources.compile(folder, source("", ""));
    Baseline baseline = Baseline.parse(text, "baseline.txt");
    SoftFloatCheck.Builder excluded = SoftFloatCheck.builder().exclude("p.*").baseline(baseline);
    assertEquals(List.of(), found(excluded.build().check(clean)));
    SoftFloatCheck.Builder off =
        SoftFloatCheck.builder().disable(Rule.API_PRIMITIVE).baseline(baseline);
    assertEquals(List.of(), found(off.build().check(clean)));
    SoftFloatCheck.Builder code = SoftFloatCheck.builder().depths(Depth.CODE).baseline(baseline);
    assertEquals(List.of(), found(code.build().check(clean)));
    assertEquals(List.of("ALLOW-2 p.A#a"), found(check(text, clean)));
  }

  @Test
  void invalidBaselinesAreRejectedWithFileAndLine() {
    assertRejected("API-1", "b.txt:1: found \"API-1\"; expected a rule, 16 hexadecimal digits");
    assertRejected(
        "# x\n\nAPI-99  0123456789abcdef  a.A", "b.txt:3: found the unknown rule API-99");
    assertRejected(
        "API-1 0123456789abcdef a.A\nAPI-1 0123456789abcdef a.A",
        "found the entry of line 1 again");
  }

  private static void assertRejected(String text, String expected) {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Baseline.parse(text, "b.txt"));
    assertTrue(error.getMessage().contains(expected), error.getMessage());
  }

  @Test
  void theCommandWritesUpdatesAndPrunes() throws IOException {
    Path file = folder.resolve("accepted.txt");
    Path first = Sources.compile(folder, source("public double a, b;", ""));
    Path second = Sources.compile(folder, source("public double b, c;", ""));
    assertEquals(
        "0 accepted.txt: 2 entries, 2 added, 0 removed", run("baseline", "-o", file, first));
    assertTrue(
        run("check", "--baseline", file, first).startsWith("0 clean: no findings in 1 class"));
    assertTrue(run("check", "--baseline", file, first).contains(", 2 suppressed"));
    assertTrue(run("check", "--baseline", file, second).startsWith("1 error"));
    assertEquals(
        "0 accepted.txt: 1 entry, 0 added, 1 removed",
        run("baseline", "--prune", "-o", file, second));
    assertEquals(
        "0 accepted.txt: 2 entries, 1 added, 0 removed", run("baseline", "-o", file, second));
    List<String> lines = Files.readAllLines(file);
    assertTrue(lines.get(2).matches("API-1 {3}[0-9a-f]{16} {2}p\\.A#b"), lines.toString());
    assertTrue(lines.get(3).endsWith("p.A#c"), lines.toString());
  }

  @Test
  void entriesOfARuleThatIsOffStay() throws IOException {
    Path file = folder.resolve("accepted.txt");
    Path classes = Sources.compile(folder, source("public double a, b;", ""));
    run("baseline", "-o", file, classes);
    for (String off : List.of("API-1=off", "api-1=OFF")) {
      assertEquals(
          "0 accepted.txt: 2 entries, 0 added, 0 removed",
          run("baseline", "--severity", off, "-o", file, classes));
    }
  }

  @Test
  void theCommandRejectsUnreadableFiles() throws IOException {
    Path classes = Sources.compile(folder, source("public double a;", ""));
    Path missing = folder.resolve("missing.txt");
    assertTrue(
        run("check", "--baseline", missing, classes).contains("missing.txt does not exist;"));
    assertTrue(run("baseline", "--prune", "-o", missing, classes).startsWith("2 "));
    Path bad = folder.resolve("bad.txt");
    Files.writeString(bad, "nonsense\n");
    assertTrue(run("check", "--baseline", bad, classes).contains("bad.txt:1: found \"nonsense\""));
    Path none = folder.resolve("none.jar");
    assertTrue(run("baseline", "-o", missing, none).contains("missing.txt: not written, because"));
    assertTrue(Files.notExists(missing));
  }

  @Test
  void theCommandWritesReports() throws IOException {
    Path classes = Sources.compile(folder, source("public double a;", ""));
    Path sarif = folder.resolve("out/a.sarif");
    String printed = run("check", "--report", "sarif=" + sarif, "--format", "json", classes);
    assertTrue(printed.startsWith("1 {"), printed);
    assertTrue(Files.readString(sarif).contains("\"ruleId\": \"API-1\""));
  }

  private String source(String fields, String more) {
    return "package p; public class A { " + fields + more + " }";
  }

  private static String text(Baseline baseline) throws IOException {
    StringBuilder text = new StringBuilder();
    baseline.write(text);
    return text.toString();
  }

  private static Report check(String baseline, Path classes) {
    return SoftFloatCheck.builder()
        .baseline(Baseline.parse(baseline, "baseline.txt"))
        .build()
        .check(classes);
  }

  /** Exit code, then what was printed. */
  private String run(Object... arguments) {
    List<String> texts = new ArrayList<>();
    for (Object each : arguments) {
      texts.add(each.toString());
    }
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out, true);
    int exit =
        ToolProvider.findFirst("soft-float-check")
            .orElseThrow()
            .run(writer, writer, texts.toArray(new String[0]));
    return exit + " " + out.toString().replace(folder + java.io.File.separator, "").strip();
  }

  private static List<String> found(Report report) {
    return report.findings().stream()
        .map(each -> each.rule().id() + " " + each.location().displayName())
        .toList();
  }
}
