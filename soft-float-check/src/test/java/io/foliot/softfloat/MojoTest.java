package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foliot.softfloat.Command.Outcome;
import io.foliot.softfloat.maven.BaselineMojo;
import io.foliot.softfloat.maven.CheckMojo;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Maven goals in a build of two modules, outside any repository. */
final class MojoTest {
  private static final String BASELINE = "soft-float-baseline.txt";

  @TempDir Path top;

  private final List<String> log = new ArrayList<>();

  @BeforeEach
  void writePoms() throws IOException {
    Files.writeString(top.resolve("pom.xml"), "");
    for (String module : List.of("one", "two")) {
      Files.createDirectory(top.resolve(module));
      Files.writeString(top.resolve(module).resolve("pom.xml"), "");
    }
  }

  @Test
  void mergedReportsOfModulesWithoutGitHaveDistinctRuns() throws Exception {
    for (Path folder = top; folder != null; folder = folder.getParent()) {
      assertFalse(Files.exists(folder.resolve(".git")), folder + " is in a repository");
    }
    compile("one", "package p; public class A { public double x; }");
    compile("two", "package q; public class B { public float y; }");
    List<Path> reports = new ArrayList<>();
    for (String module : List.of("one", "two")) {
      Path folder = top.resolve(module).resolve("target").resolve("soft-float");
      Map<String, Object> values = new TreeMap<>();
      values.put("reports", List.of("sarif"));
      values.put("reportDirectory", folder.toFile());
      values.put("warnOnly", true);
      execute(new CheckMojo(), module, values);
      reports.add(folder.resolve("soft-float.sarif"));
    }
    Outcome merged = Command.run("merge", reports.get(0), reports.get(1));
    assertEquals("", merged.err());
    List<String> results = new ArrayList<>();
    for (JsonNode run : new ObjectMapper().readTree(merged.out()).get("runs")) {
      JsonNode uri = run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri");
      results.add(run.at("/automationDetails/id").asText() + " " + uri.asText());
    }
    assertEquals(
        List.of(
            "soft-float-check/one/target/classes/ one/target/classes",
            "soft-float-check/two/target/classes/ two/target/classes"),
        results);
  }

  @Test
  void modulesShareTheBaselineOfTheOutermostModule() throws Exception {
    compile("one", "package p; public class A { public double x; public double y; }");
    compile("two", "package q; public class B { public float z; }");
    Path shared = Files.writeString(top.resolve(BASELINE), "");
    execute(new BaselineMojo(), "one", Map.of());
    execute(new BaselineMojo(), "two", Map.of());
    assertEquals(List.of("p.A#x", "p.A#y", "q.B#z"), names(shared));
    assertFalse(Files.exists(top.resolve("one").resolve(BASELINE)));
    execute(new CheckMojo(), "one", Map.of());
    execute(new CheckMojo(), "two", Map.of());
    // An entry is stale in the module of its class, and only there.
    compile("one", "package p; public class A { public double x; }");
    assertThrows(
        MojoFailureException.class, () -> execute(new CheckMojo(), "one", Map.of()), "stale");
    assertTrue(log.stream().anyMatch(line -> line.contains("ALLOW-2 p.A#y")), log.toString());
    execute(new CheckMojo(), "two", Map.of());
    execute(new BaselineMojo(), "one", Map.of("prune", true));
    assertEquals(List.of("p.A#x", "q.B#z"), names(shared));
    execute(new CheckMojo(), "one", Map.of());
  }

  @Test
  void aModuleWithItsOwnBaselineIgnoresTheSharedOne() throws Exception {
    compile("one", "package p; public class A { public double x; }");
    Path shared = Files.writeString(top.resolve(BASELINE), "");
    Path own = Files.writeString(top.resolve("one").resolve(BASELINE), "");
    execute(new BaselineMojo(), "one", Map.of());
    assertEquals(List.of("p.A#x"), names(own));
    assertEquals("", Files.readString(shared));
    Files.copy(own, shared, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(own, "");
    assertThrows(MojoFailureException.class, () -> execute(new CheckMojo(), "one", Map.of()));
  }

  @Test
  void withoutASharedBaselineEachModuleWritesItsOwn() throws Exception {
    compile("two", "package q; public class B { public float z; }");
    execute(new BaselineMojo(), "two", Map.of());
    assertEquals(List.of("q.B#z"), names(top.resolve("two").resolve(BASELINE)));
    assertFalse(Files.exists(top.resolve(BASELINE)));
    execute(new CheckMojo(), "two", Map.of());
  }

  @Test
  void reachFollowsCallsIntoTheConfiguredJdk() throws Exception {
    compile(
        "one",
        "package p; public class A { public Object f() { return new java.util.HashMap(9); } }");
    Map<String, Object> values = new TreeMap<>();
    values.put("depths", List.of("reach"));
    values.put("jdk", new File(System.getProperty("java.home")));
    assertThrows(MojoFailureException.class, () -> execute(new CheckMojo(), "one", values));
    assertTrue(log.stream().anyMatch(line -> line.contains("REACH-1 p.A.f()")), log.toString());
    values.put("jdk", top.toFile());
    MojoExecutionException wrong =
        assertThrows(MojoExecutionException.class, () -> execute(new CheckMojo(), "one", values));
    assertTrue(wrong.getMessage().contains("not a JDK of release 9 or later"), wrong.getMessage());
  }

  @Test
  void onlyModulesThatShareTheirConfigurationIgnorePatternsWithoutMatch() throws Exception {
    compile("one", "package p; public class A { public long x; }");
    Map<String, Object> values = Map.of("includes", List.of("q.**"), "entryPoints", List.of("p.A"));
    execute(new CheckMojo(), "one", values);
    assertEquals(
        List.of(
            "info entry point p.A has no effect without depth reach",
            "info pattern q.** matches no class of this module"),
        log.stream().filter(line -> line.startsWith("info ")).sorted().toList());
    Files.delete(top.resolve("pom.xml"));
    MojoExecutionException alone =
        assertThrows(MojoExecutionException.class, () -> execute(new CheckMojo(), "one", values));
    assertEquals(
        "soft-float-check: entry point p.A: has no effect without depth reach", alone.getMessage());
  }

  private void compile(String module, String source) throws IOException {
    Path compiled = Sources.compile(top, source);
    Path classes = Files.createDirectories(top.resolve(module).resolve("target/classes/x"));
    String file = Sources.pathOf(source).replace(".java", ".class");
    Path target = classes.resolveSibling(file);
    Files.createDirectories(target.getParent());
    Files.write(target, Files.readAllBytes(compiled.resolve(file)));
  }

  /** The names of the entries of a baseline, in its order. */
  private static List<String> names(Path baseline) throws IOException {
    return Files.readAllLines(baseline).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }

  private void execute(AbstractMojo mojo, String module, Map<String, Object> values)
      throws Exception {
    Path folder = top.resolve(module);
    Map<String, Object> all = new TreeMap<>();
    all.put("basedir", folder.toFile());
    all.put("classesDirectory", folder.resolve("target/classes").toFile());
    all.put("classPath", List.of());
    all.put("depths", List.of("api"));
    all.put("failOn", "error");
    if (mojo instanceof CheckMojo) {
      all.put("sourceRoots", List.of());
    }
    all.putAll(values);
    for (Map.Entry<String, Object> each : all.entrySet()) {
      Field field = field(mojo.getClass(), each.getKey());
      field.setAccessible(true);
      field.set(mojo, each.getValue());
    }
    mojo.setLog(
        (Log)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Log.class},
                (proxy, method, arguments) -> {
                  log.add(method.getName() + " " + arguments[0]);
                  return null;
                }));
    mojo.execute();
  }

  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    try {
      return type.getDeclaredField(name);
    } catch (NoSuchFieldException e) {
      return field(type.getSuperclass(), name);
    }
  }
}
