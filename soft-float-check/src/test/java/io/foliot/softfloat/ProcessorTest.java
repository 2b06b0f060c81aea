package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.processor.FloatProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The annotation processor, in javac and in the compiler of Eclipse. */
final class ProcessorTest {
  @TempDir Path folder;

  static List<JavaCompiler> compilers() {
    return List.of(javac(), new EclipseCompiler());
  }

  /** All fixtures of the API rules in one run of the compiler, each in a package of its own. */
  @ParameterizedTest
  @MethodSource("compilers")
  void findsWhatTheClassFilesShow(JavaCompiler compiler) throws IOException {
    List<Arguments> fixtures = new ArrayList<>(ApiRulesTest.broken());
    fixtures.addAll(ApiRulesTest.annotatedTypes());
    List<String> sources = new ArrayList<>();
    for (int i = 0; i < fixtures.size(); i++) {
      sources.add("package f" + i + "; " + fixtures.get(i).get()[1]);
    }
    Outcome outcome = compile(compiler, List.of(), sources.toArray(new String[0]));
    assertFalse(outcome.compiled());
    for (int i = 0; i < fixtures.size(); i++) {
      String expected = (String) fixtures.get(i).get()[0];
      List<String> found = outcome.in("f" + i).rules();
      assertTrue(found.contains(expected), expected + " in " + sources.get(i) + ": " + found);
    }
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void staysSilentWhereTheClassFilesAre(JavaCompiler compiler) throws IOException {
    List<String> sources = new ArrayList<>();
    for (String fixture : ApiRulesTest.silent()) {
      sources.add("package f" + sources.size() + "; " + fixture);
    }
    Outcome outcome = compile(compiler, List.of(), sources.toArray(new String[0]));
    assertEquals(List.of(), outcome.texts());
    assertTrue(outcome.compiled());
  }

  @Test
  void findsAnnotationsOnTypesOfComponents() throws IOException {
    Outcome outcome = compile(javac(), List.of(), ApiRulesTest.ANNOTATED_COMPONENT);
    assertEquals(List.of("[API-6] @N value is 1.0"), outcome.summaries());
  }

  @Test
  void pointsAtTheLineAndColumnOfTheParameter() throws IOException {
    String source = "package a;\npublic class A {\n  public void f(int x,\n      double y) {}\n}\n";
    for (JavaCompiler compiler : compilers()) {
      Outcome outcome = compile(compiler, List.of(), source);
      assertEquals(1, outcome.found().size(), outcome.texts().toString());
      assertEquals(4, outcome.found().get(0).getLineNumber());
      assertEquals(
          "A.java", Path.of(outcome.found().get(0).getSource().toUri()).getFileName() + "");
      assertTrue(outcome.texts().get(0).startsWith("[API-1] parameter 2 is double. "));
    }
  }

  @Test
  void findsFunctionalInterfacesThatCarryFloats() throws IOException {
    String weight = "public interface Weight { long of(Object o, java.util.List<Float> l); }";
    String user = "public class User { public void set(Weight weight) {} }";
    String notFunctional = "public interface Both { long a(Double d); long b(); }";
    String other = "public class Other { public Both both; }";
    Outcome outcome = compile(javac(), List.of(), weight, user, notFunctional, other);
    assertEquals(
        List.of(
            "[API-2] parameter 1 is java.lang.Double",
            "[API-3] parameter 1 is Weight",
            "[API-4] the generic signature names java.lang.Float"),
        outcome.summaries());
  }

  @Test
  void onlyExportedPackagesAreApi() throws IOException {
    Outcome outcome =
        compile(
            javac(),
            List.of(),
            "module m { exports shown; exports some to java.logging; requires java.logging; }",
            "package shown; public class A { public double a; }",
            "package some; public class B { public double b; }",
            "package hidden; public class C { public double c; }");
    assertEquals(
        List.of(
            "[API-10] API-1 for named modules or reflection only: the type is double",
            "[API-1] the type is double"),
        outcome.summaries());
  }

  @Test
  void acceptsAnnotationsFromAnyPackage() throws IOException {
    String annotation = "package other; public @interface AllowFloat { String because(); }";
    String source =
        "import other.AllowFloat; public class A {"
            + " @AllowFloat(because = \"the sensor speaks float\") public double a;"
            + " @AllowFloat(because = \" \") public double b; }";
    Outcome outcome = compile(javac(), List.of(), annotation, source);
    assertEquals(
        List.of("[ALLOW-1] @AllowFloat gives no reason", "[API-1] the type is double"),
        outcome.summaries());
  }

  @Test
  void optionsChangeWhatIsReported() throws IOException {
    String source = "public class A { public double a; public Double b; }";
    assertEquals(
        List.of("[API-2] the type is java.lang.Double"),
        compile(javac(), List.of("-Afoliot.severity=API-1=off"), source).summaries());
    assertEquals(List.of(), compile(javac(), List.of("-Afoliot.exclude=A"), source).summaries());
    assertEquals(List.of(), compile(javac(), List.of("-Afoliot.skip=true"), source).summaries());
    Outcome warned = compile(javac(), List.of("-Afoliot.warnOnly=true"), source);
    assertEquals(2, warned.summaries().size());
    assertTrue(warned.compiled());
    String custom = "public class B { public C c; } final class C {}";
    assertEquals(
        List.of("[API-3] the type is C"),
        compile(javac(), List.of("-Afoliot.floatTypes=C"), custom).summaries());
  }

  @Test
  void rejectsUnknownOptionValues() throws IOException {
    String source = "public class A {}";
    Map<String, String> expected =
        Map.of(
            "foliot.severity=API-99=off",
            "foliot.severity: unknown rule 'API-99'; soft-float-check rules lists all rules",
            "foliot.severity=API-1=loud",
            "foliot.severity: unknown severity 'loud' of API-1; expected error, warning, info or off",
            "foliot.severity=API-1",
            "foliot.severity: severity 'API-1'; expected RULE=LEVEL, such as API-9=off",
            "foliot.skip=maybe",
            "foliot.skip: unknown value 'maybe'; expected true or false");
    for (Map.Entry<String, String> each : expected.entrySet()) {
      Outcome outcome = compile(javac(), List.of("-A" + each.getKey()), source);
      assertEquals(
          List.of("soft-float-check: option -A" + each.getValue()), List.copyOf(outcome.texts()));
    }
  }

  private static JavaCompiler javac() {
    return ToolProvider.getSystemJavaCompiler();
  }

  /** The diagnostics of a compilation. */
  private record Outcome(boolean compiled, List<Diagnostic<? extends JavaFileObject>> found) {
    /** The diagnostics about one package. */
    Outcome in(String name) {
      return new Outcome(
          compiled,
          found.stream()
              .filter(
                  each ->
                      each.getSource() == null
                          ? each.getMessage(Locale.ROOT).contains(" of " + name + ".")
                          : each.getSource().getName().contains("/" + name + "/"))
              .toList());
    }

    List<String> texts() {
      return found.stream().map(each -> each.getMessage(Locale.ROOT)).toList();
    }

    List<String> rules() {
      return texts().stream().map(text -> text.replaceAll("(?s)\\[([^]]*)].*", "$1")).toList();
    }

    /** Without the hints, sorted. */
    List<String> summaries() {
      return texts().stream().map(text -> text.split("\\. ", 2)[0]).sorted().toList();
    }
  }

  private Outcome compile(JavaCompiler compiler, List<String> options, String... sources)
      throws IOException {
    Path root = Files.createTempDirectory(folder, "sources");
    List<File> files = new ArrayList<>();
    for (String source : sources) {
      Path file = root.resolve(Sources.pathOf(source));
      Files.createDirectories(file.getParent());
      Files.writeString(file, source);
      files.add(file.toFile());
    }
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("--release", "17"));
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, null, null)) {
      manager.setLocation(
          StandardLocation.CLASS_OUTPUT,
          List.of(Files.createTempDirectory(folder, "classes").toFile()));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              manager,
              found,
              all,
              null,
              manager.getJavaFileObjectsFromFiles(files));
      task.setProcessors(List.of(new FloatProcessor()));
      boolean compiled = task.call();
      List<Diagnostic<? extends JavaFileObject>> ours =
          found.getDiagnostics().stream()
              .<Diagnostic<? extends JavaFileObject>>map(each -> each)
              .filter(
                  each ->
                      each.getMessage(Locale.ROOT).startsWith("[")
                          || each.getMessage(Locale.ROOT).startsWith("soft-float-check"))
              .toList();
      return new Outcome(compiled, ours);
    }
  }
}
