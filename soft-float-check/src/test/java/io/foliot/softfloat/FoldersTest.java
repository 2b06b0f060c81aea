package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Report;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of every shape: each class file in them is read, once, or there is a problem. */
@Timeout(60)
final class FoldersTest {
  private static final int PUBLIC = 0x21;

  /** Folders inside of each other, with a path of 2 200 bytes. */
  private static final String LEVELS = "/twenty-one-characters".repeat(100);

  @TempDir Path folder;

  /** Names of the classes, by where they are. */
  private final Map<Path, String> classes = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyClassFileIsFound(long seed) throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    put(elsewhere.resolve("Linked.class"));
    Path root = Files.createDirectory(folder.resolve("root"));
    fill(root, elsewhere, new Random(seed), 3);
    List<Path> expected = walked(root);
    assertTrue(expected.size() > 5, "only " + expected.size() + " classes");
    Set<String> names = new TreeSet<>();
    for (Path each : expected) {
      names.add(classes.get(each.toRealPath()));
    }
    Report report = SoftFloatCheck.builder().build().check(root);
    assertEquals(List.of(), report.problems());
    assertEquals(names, found(report));
    assertEquals(expected.size(), report.classes());
  }

  /** The class files that the walk of the JDK finds. */
  private static List<Path> walked(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(each -> each.toString().endsWith(".class"))
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  private static Set<String> found(Report report) {
    Set<String> names = new TreeSet<>();
    for (Finding each : report.findings()) {
      names.add(each.location().className());
    }
    return names;
  }

  /** Writes a class that is in no other file. */
  private void put(Path file) throws IOException {
    String name = "C" + classes.size();
    Files.write(file, floatClass(name));
    classes.put(file.toRealPath(), name);
  }

  private static byte[] floatClass(String name) {
    return new ClassBytes(PUBLIC, name, "java/lang/Object").field(1, "d", "D", null).toBytes();
  }

  private void fill(Path in, Path elsewhere, Random random, int depth) throws IOException {
    // A name with a question mark is what a name looks like that cannot be expressed.
    String[] names = {"A", "b", "A$B", "\u00e9", "a.b", "A?", ".A", "A.jar"};
    for (String name : names) {
      Path file = in.resolve(name + ".class");
      switch (random.nextInt(8)) {
        case 0 -> {}
        case 1 -> Files.write(in.resolve(name + ".txt"), new byte[3]);
        case 2 -> Files.createSymbolicLink(file, elsewhere.resolve("Linked.class"));
        case 3 -> Files.createSymbolicLink(in.resolve(name), elsewhere);
        case 4 -> Files.createSymbolicLink(in.resolve(name + ".txt"), Path.of("missing"));
        case 5 -> {
          Path nested = Files.createDirectory(random.nextBoolean() ? file : in.resolve(name));
          if (depth > 0) {
            fill(nested, elsewhere, random, depth - 1);
          }
        }
        default -> put(file);
      }
    }
  }

  @Test
  void aHundredThousandEntriesAreNoTooManyFolders() throws IOException {
    for (int i = 0; i < 100_000; i++) {
      Files.createFile(folder.resolve("e" + i));
    }
    put(folder.resolve("A.class"));
    Report report = SoftFloatCheck.builder().build().check(folder);
    assertEquals(List.of(), report.problems());
    assertEquals(1, report.classes());
  }

  @Test
  void foldersAreReadToAnyDepth() throws IOException {
    // Linux allows 4 095 bytes for a path. A part that is moved can lie deeper than that.
    Path shallow = Files.createDirectory(folder.resolve("s"));
    Path deep = Files.createDirectories(folder.resolve("d" + LEVELS));
    Path part = Files.createDirectories(shallow.resolve("p" + LEVELS));
    put(deep.resolve("Deep.class"));
    put(part.resolve("Part.class"));
    Report readable = SoftFloatCheck.builder().build().check(folder);
    assertEquals(List.of(), readable.problems());
    assertEquals(2, readable.classes());

    Files.move(shallow, deep.resolve("s"));
    try {
      Report report = SoftFloatCheck.builder().build().check(folder);
      assertEquals(1, report.classes());
      assertEquals(1, report.problems().size());
      String message = report.problems().get(0).message();
      assertTrue(message.startsWith("cannot be read: "), message);
    } finally {
      // Nobody could delete it where it is.
      Files.move(deep.resolve("s"), shallow);
    }
  }

  @Test
  void aFolderInsideOfAnArchiveIsReadThroughItsFileSystem() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("A.class", floatClass("A"));
    entries.put("p/B.class", floatClass("p/B"));
    entries.put("p/readme.txt", new byte[3]);
    Path jar = Jars.of(folder.resolve("a.jar"), entries);
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      Report report = SoftFloatCheck.builder().build().check(files.getPath("/"));
      assertEquals(List.of(), report.problems());
      assertEquals(new TreeSet<>(List.of("A", "p.B")), found(report));
    }
  }
}
