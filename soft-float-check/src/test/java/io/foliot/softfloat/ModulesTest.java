package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.foliot.softfloat.model.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is API depends on module descriptors, version folders and other inputs. */
final class ModulesTest {
  private static final String OPEN_A = "package a; public class A { public double a; }";
  private static final String INNER_B = "package b; public class B { public double b; }";

  @TempDir Path folder;

  @Test
  void onlyExportedPackagesAreApi() throws IOException {
    Path classes = Sources.compile(folder, "module m { exports a; }", OPEN_A, INNER_B);
    assertEquals(List.of("API-1 a.A.a"), found(classes));
    assertEquals("m", check(classes).findings().get(0).location().module());
  }

  @Test
  void qualifiedExportsAndOpensAreInformation() throws IOException {
    Path classes =
        Sources.compile(folder, "module m { exports a to x; opens b; }", OPEN_A, INNER_B);
    assertEquals(List.of("API-10 a.A.a", "API-10 b.B.b"), found(classes));
    Path open = Sources.compile(folder, "open module m { }", OPEN_A);
    assertEquals(List.of("API-10 a.A.a"), found(open));
  }

  @Test
  void aHiddenPackageIsInherited() throws IOException {
    Path classes =
        Sources.compile(
            folder, "module m { exports a; }", "package a; public class A extends b.B {}", INNER_B);
    assertEquals(List.of("API-8 a.A.b"), found(classes));
  }

  @Test
  void hiddenClassesOfAnotherInputAreInherited() throws IOException {
    Path lib = Sources.compile(folder, "module l { exports b to m; }", INNER_B);
    Path user =
        Sources.compileWith(
            folder,
            List.of("--module-path", lib.toString()),
            "module m { requires l; exports a; }",
            "package a; public class A extends b.B {}");
    // The export is qualified, so it is not hidden from everyone, and said so once.
    assertEquals(List.of("API-10 b.B.b"), found(lib, user));
  }

  @Test
  void versionFoldersAreChecked() throws IOException {
    Map<String, byte[]> entries = multiRelease(true);
    Path base = Sources.compile(folder, "package a; public class A { public int x; }");
    Path newer = Sources.compile(folder, "package a; public class A { public double x; }");
    Jars.addFolder(entries, "", base);
    Jars.addFolder(entries, "META-INF/versions/11/", newer);
    Path jar = Jars.of(folder.resolve("a.jar"), entries);
    assertEquals(List.of("API-11 a.A.x"), found(jar));
    assertEquals(11, check(jar).findings().get(0).location().release());
  }

  @Test
  void versionFoldersDoNotRepeatTheBase() throws IOException {
    Map<String, byte[]> entries = multiRelease(true);
    Path both = Sources.compile(folder, "package a; public class A { public double x; }");
    Jars.addFolder(entries, "", both);
    Jars.addFolder(entries, "META-INF/versions/11/", both);
    assertEquals(List.of("API-1 a.A.x"), found(Jars.of(folder.resolve("a.jar"), entries)));
  }

  @Test
  void aVersionFolderMayChangeWhatABaseClassInherits() throws IOException {
    Map<String, byte[]> entries = multiRelease(true);
    Path base =
        Sources.compile(
            folder, "package a; public class A extends B {} class B extends C {} class C {}");
    Path newer = Sources.compile(folder, "package a; class C { public double x; }");
    Jars.addFolder(entries, "", base);
    Jars.addFolder(entries, "META-INF/versions/9/", newer);
    assertEquals(List.of("API-11 a.A.x"), found(Jars.of(folder.resolve("a.jar"), entries)));
  }

  @Test
  void aVersionFolderMayAddAClassThatEarlierOnesDoNotHave() throws IOException {
    Map<String, byte[]> entries = multiRelease(true);
    Path nine = Sources.compile(folder, "package a; class C { public double x; }");
    Path eleven =
        Sources.compile(
            folder, "package a; public class A extends C {} class C { public double x; }");
    Jars.addFolder(entries, "META-INF/versions/9/", nine);
    Jars.addFolder(entries, "META-INF/versions/11/", eleven);
    assertEquals(List.of("API-11 a.A.x"), found(Jars.of(folder.resolve("a.jar"), entries)));
  }

  @Test
  void foldersThatNoJvmReadsAreNotChecked() throws IOException {
    Map<String, byte[]> entries = multiRelease(false);
    Path newer = Sources.compile(folder, "package a; public class A { public double x; }");
    Jars.addFolder(entries, "META-INF/versions/11/", newer);
    Jars.addFolder(entries, "", Sources.compile(folder, "public class C {}"));
    Report report = check(Jars.of(folder.resolve("a.jar"), entries));
    assertEquals(List.of(), report.findings());
    assertEquals(
        List.of(
            folder.resolve("a.jar").toString().replace('\\', '/')
                + ": 1 class in version folders not checked, because the manifest lacks Multi-Release:"
                + " true and no JVM loads them"),
        report.notes());
  }

  @Test
  void versionFoldersOfUnpackagedClassesAreChecked() throws IOException {
    Path classes = Sources.compile(folder, "public class C {}");
    Path newer = Sources.compile(folder, "package a; public class A { public double x; }");
    Path versions = Files.createDirectories(classes.resolve("META-INF/versions"));
    Files.move(newer, versions.resolve("11"));
    assertEquals(List.of("API-11 a.A.x"), found(classes));
    Files.writeString(classes.resolve("META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\n\n");
    assertEquals(List.of(), found(classes));
  }

  @Test
  void aDescriptorInAVersionFolderCountsForTheBase() throws IOException {
    Map<String, byte[]> entries = multiRelease(true);
    Path classes = Sources.compile(folder, "module m { exports a; }", OPEN_A, INNER_B);
    Jars.addFolder(entries, "", classes);
    entries.put("META-INF/versions/9/module-info.class", entries.remove("module-info.class"));
    assertEquals(List.of("API-1 a.A.a"), found(Jars.of(folder.resolve("a.jar"), entries)));
  }

  @Test
  void aModulePathIsOneInputPerModule() throws IOException {
    Path path = Files.createDirectory(folder.resolve("modules"));
    Path one = Sources.compile(folder, "module m { exports a; }", OPEN_A, INNER_B);
    Files.move(one, path.resolve("m"));
    Map<String, byte[]> entries = new LinkedHashMap<>();
    Jars.addFolder(entries, "", Sources.compile(folder, "module n { exports b; }", INNER_B));
    Jars.of(path.resolve("n.jar"), entries);
    assertEquals(List.of("API-1 a.A.a", "API-1 b.B.b"), found(path));
    assertEquals(2, check(path).inputs().size());
  }

  @Test
  void theRunningJdkCanBeChecked() {
    Report report = check(Path.of("jrt:/java.logging"));
    assertEquals(List.of(), report.problems());
    assertEquals("java.logging", report.inputs().get(0).substring("jrt:/".length()));
    assertEquals(
        "the running JDK has no module no.such; java --list-modules lists all modules",
        check(Path.of("jrt:/no.such")).problems().get(0).message());
  }

  private static Map<String, byte[]> multiRelease(boolean flag) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    String text = "Manifest-Version: 1.0\r\n" + (flag ? "Multi-Release: true\r\n" : "") + "\r\n";
    entries.put("META-INF/MANIFEST.MF", text.getBytes(StandardCharsets.UTF_8));
    return entries;
  }

  private static Report check(Path... inputs) {
    return SoftFloatCheck.builder().build().check(inputs);
  }

  private static List<String> found(Path... inputs) {
    Report report = check(inputs);
    assertEquals(List.of(), report.problems());
    return report.findings().stream()
        .map(finding -> finding.rule().id() + " " + finding.location().displayName())
        .toList();
  }
}
