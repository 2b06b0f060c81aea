package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.Problem;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small inputs that ask for endless work: each ends with the right answer or a clear problem. The
 * limit of time only tells a hang from an answer; what hung took more than ten times as long.
 */
@Timeout(60)
final class HostileInputTest {
  private static final String OBJECT = "java/lang/Object";
  private static final int PUBLIC = 0x21;
  private static final int HIDDEN = 0x20;
  private static final int INTERFACE = 0x601;
  private static final int ABSTRACT = 0x401;

  @TempDir Path folder;

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  @Test
  void classesThatExtendEachOtherInACircle() throws IOException {
    Path circle = circle("class", "extends");
    for (Depth depth : Depth.values()) {
      Report report = SoftFloatCheck.builder().depths(depth).build().check(circle);
      assertEquals(List.of(), report.problems(), depth.toString());
      assertTrue(report.findings().size() > 0, depth.toString());
    }
  }

  @Test
  void interfacesThatExtendEachOtherInACircle() throws IOException {
    Path circle = circle("interface", "extends");
    for (Depth depth : Depth.values()) {
      Report report = SoftFloatCheck.builder().depths(depth).build().check(circle);
      assertEquals(List.of(), report.problems(), depth.toString());
    }
    // As a class path as well.
    Path user =
        Sources.compileWith(
            folder,
            List.of("-cp", circle.toString()),
            "public abstract class U implements Runnable { public double u; }");
    put("U2", new ClassBytes(PUBLIC, "U2", "A", "A", "B").field(1, "d", "D", null));
    Report report =
        SoftFloatCheck.builder().classPath(circle, circle).build().check(user, jar("u.jar"));
    assertEquals(List.of("U.u", "U2", "U2", "U2.d"), names(report));
  }

  /** A extends B extends A, and both call each other; each half is compiled with another half. */
  private Path circle(String kind, String link) throws IOException {
    String body = "{ %s double f(int i) { return i < 1 ? 0 : new Object() { %s x; }.x.f(i); } }";
    String method = body.replaceFirst("%s", kind.equals("class") ? "public" : "default");
    String a = "public " + kind + " A " + link + " B " + method.replace("%s", "B");
    String b = "public " + kind + " B " + link + " A " + method.replace("%s", "A");
    Path first = Sources.compile(folder, a, "public " + kind + " B {" + methodOf(kind) + "}");
    Path second = Sources.compile(folder, b, "public " + kind + " A {" + methodOf(kind) + "}");
    Files.copy(
        second.resolve("B.class"),
        first.resolve("B.class"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.copy(second.resolve("B$1.class"), first.resolve("B$1.class"));
    return first;
  }

  private static String methodOf(String kind) {
    return kind.equals("class")
        ? "public double f(int i) { return 0; }"
        : "default double f(int i) { return 0; }";
  }

  @Test
  void classThatExtendsAndEnclosesItself() throws IOException {
    put("S", new ClassBytes(PUBLIC, "S", "S", "S").field(1, "d", "D", null));
    put("N", new ClassBytes(PUBLIC, "N", OBJECT).field(1, "d", "D", null).nestedIn("N", "N", 1));
    put("X", new ClassBytes(PUBLIC, "X", OBJECT).field(1, "d", "D", null).nestedIn("X", "Y", 1));
    put("Y", new ClassBytes(PUBLIC, "Y", OBJECT).field(1, "d", "D", null).nestedIn("Y", "X", 1));
    Report report = checkAll(jar("a.jar"));
    assertEquals(List.of(), report.problems());
    assertEquals(new TreeSet<>(List.of("N.d", "S.d", "X.d", "Y.d")), new TreeSet<>(names(report)));
  }

  @Test
  void chainOfTwoThousandHiddenSuperclasses() throws IOException {
    int classes = 2000;
    int methods = 50;
    put("P", new ClassBytes(PUBLIC, "P", "H0").method(1, "d0_1999", "(I)V"));
    for (int i = 0; i < classes; i++) {
      String parent = i + 1 < classes ? "H" + (i + 1) : OBJECT;
      ClassBytes hidden = new ClassBytes(HIDDEN, "H" + i, parent);
      for (int j = 0; j < methods; j++) {
        hidden.method(ABSTRACT, "d" + j + "_" + i, "(I)D");
      }
      put("H" + i, hidden);
    }
    Report report = SoftFloatCheck.builder().build().check(jar("a.jar"));
    // P replaces one of them with a method of the same parameters.
    assertEquals(classes * methods - 1, report.findings().size());
    assertEquals(List.of(), report.problems());
  }

  @Test
  void interfacesThatInheritTwiceAtEachLevel() throws IOException {
    int levels = 60;
    for (int i = 0; i < levels; i++) {
      String next = "I" + (i + 1);
      String[] parents = i + 1 < levels ? new String[] {next, next} : new String[0];
      put(
          "I" + i,
          new ClassBytes(INTERFACE, "I" + i, OBJECT, parents).method(ABSTRACT, "d", "()D"));
    }
    Report report = checkAll(jar("a.jar"));
    // All of them are float-shaped, and all but the last extend such a type.
    assertEquals(2 * levels - 1, new TreeSet<>(names(report)).size());
    assertEquals(List.of(), report.problems());
  }

  @Test
  void threeThousandVersionFolders() throws IOException {
    entries.put(
        "META-INF/MANIFEST.MF",
        "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    put("B0", new ClassBytes(HIDDEN, "B0", OBJECT));
    for (int i = 1; i < 1500; i++) {
      put("B" + i, new ClassBytes(PUBLIC, "B" + i, "B" + (i - 1)));
    }
    for (int release = 9; release < 3009; release++) {
      put(
          "META-INF/versions/" + release + "/B0",
          new ClassBytes(HIDDEN, "B0", OBJECT).field(1, "d" + release, "D", null));
    }
    Path jar = jar("a.jar");
    Report report = SoftFloatCheck.builder().build().check(jar);
    // Only B1 extends the hidden class itself, and releases up to 99 can come to be.
    assertEquals(91, report.findings().size());
    assertEquals(Rule.API_VERSIONED, report.findings().get(0).rule());
    assertEquals(
        List.of(
            jar.toString().replace('\\', '/')
                + ": 2909 classes in version folders not checked, because no Java release has that"
                + " number and no JVM loads them"),
        report.notes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"parameters", "dimensions", "signature", "method", "member", "class"})
  void membersWithOneLongSharedText(String kind) throws IOException {
    String longName = "x".repeat(60_000);
    String name = kind.equals("class") ? longName : "A";
    String parameters = "(" + "D".repeat(60_000) + ")V";
    String dimensions = "[".repeat(60_000) + "D";
    String signature = "LMap<" + "TX;".repeat(20_000) + "[D>;";
    String method = "(L" + longName + ";)D";
    ClassBytes type = new ClassBytes(0x421, name, OBJECT);
    for (int i = 0; i < 30_000; i++) {
      switch (kind) {
        case "parameters" -> type.method(ABSTRACT, "f" + i, parameters);
        case "dimensions" -> type.field(1, "f" + i, dimensions, null);
        case "signature" -> type.field(1, "f" + i, "LMap;", signature);
        case "method" -> type.method(ABSTRACT, "f" + i, method);
        case "member" -> type.field(1, longName, "[".repeat(i % 200) + "D", null);
        default -> type.field(1, "f" + i, "D", null);
      }
    }
    entries.put("A.class", type.toBytes());
    Map<String, String> expected =
        new TreeMap<>(
            Map.of(
                "parameters", "method with 60000 parameters; the limit is 255",
                "dimensions", "array of 60000 dimensions; the limit is 255",
                "signature", "type references of more than 268435456 bytes in total",
                "method", "type references of more than 268435456 bytes in total",
                "member", "member name of 60000 characters; the limit is 4096",
                "class", "class name of 60000 characters; the limit is 4096"));
    Report report = checkAll(jar("a.jar"));
    assertEquals(List.of(), report.findings());
    assertEquals(1, report.problems().size());
    String message = report.problems().get(0).message();
    assertTrue(message.endsWith(expected.get(kind)), message);
  }

  @Test
  void instructionsWithOneLongSharedText() throws IOException {
    ClassBytes type = new ClassBytes(PUBLIC, "A", OBJECT);
    int index = type.type("[".repeat(200) + "L" + "x".repeat(60_000) + ";");
    byte[] code = new byte[60_003];
    // fconst_0, pop: otherwise nobody reads the method in full.
    code[0] = 0x0b;
    code[1] = 0x57;
    for (int at = 2; at + 3 < code.length; at += 3) {
      // instanceof
      code[at] = (byte) 0xc1;
      code[at + 1] = (byte) (index >> 8);
      code[at + 2] = (byte) index;
    }
    code[code.length - 1] = (byte) 0xb1;
    type.method(0x9, "f", "()V", code).field(1, "d", "D", null);
    entries.put("A.class", type.toBytes());
    Report report = checkAll(jar("a.jar"));
    assertEquals(
        List.of("damaged class file: type references of more than 268435456 bytes in total"),
        report.problems().stream().map(Problem::message).toList());
  }

  @Test
  void invalidCodeIsAProblemAtDepthReachOnly() throws IOException {
    // 254 is no instruction. A class without floats is not read in full at the other depths.
    byte[] code = {(byte) 0xfe, (byte) 0xb1};
    put("A", new ClassBytes(PUBLIC, "A", OBJECT).method(0x9, "f", "()V", code));
    Path jar = jar("a.jar");
    assertEquals(List.of(), SoftFloatCheck.builder().build().check(jar).problems());
    Report report = SoftFloatCheck.builder().depths(Depth.REACH).build().check(jar);
    assertEquals(
        List.of("damaged class file: invalid code"),
        report.problems().stream().map(Problem::message).toList());
    assertTrue(report.problems().get(0).input().endsWith("a.jar!/A.class"));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 20_000})
  void annotationsInsideOfEachOther(int depth) throws IOException {
    ClassBytes type = new ClassBytes(PUBLIC, "A", OBJECT).field(1, "d", "D", null);
    ByteBuffer content = ByteBuffer.allocate(11 + 3 * depth);
    content.putShort((short) 1).putShort((short) type.text("LN;")).putShort((short) 1);
    content.putShort((short) type.text("value"));
    for (int i = 0; i < depth; i++) {
      content.put((byte) '[').putShort((short) 1);
    }
    content.put((byte) 'c').putShort((short) type.text("F"));
    put("A", type.attribute("RuntimeVisibleAnnotations", content.array()));
    Report report = SoftFloatCheck.builder().build().check(jar("a.jar"));
    if (depth == 100) {
      assertEquals(List.of(), report.problems());
      assertEquals(List.of("A", "A.d"), names(report));
    } else {
      assertEquals(
          List.of("damaged class file: too many nested annotations"),
          report.problems().stream().map(Problem::message).toList());
    }
  }

  @Test
  void moreEntriesThanAZipCountsWithoutZip64() throws IOException {
    int count = 66_000;
    for (int i = 0; i < count; i++) {
      entries.put(i + ".class", new byte[0]);
    }
    put("A", new ClassBytes(PUBLIC, "A", OBJECT).field(1, "d", "D", null));
    Report report = SoftFloatCheck.builder().build().check(jar("a.jar"));
    assertEquals(List.of("A.d"), names(report));
    assertEquals(count, report.problems().size());
    assertEquals(1, report.classes());
  }

  @Test
  void symbolicLinkToAParentFolder() throws IOException {
    Path classes = Sources.compile(folder, "package p; public class A { public double d; }");
    Path link = Files.createSymbolicLink(classes.resolve("p/up"), Path.of(".."));
    Files.createSymbolicLink(classes.resolve("p/Nowhere.class"), Path.of("missing"));
    Report report = SoftFloatCheck.builder().build().check(classes);
    assertEquals(List.of("p.A.d"), names(report));
    assertEquals(
        List.of(
            new Problem(classes + "!/p/Nowhere.class", "no such file or folder"),
            new Problem(link.toString(), "a symbolic link leads to one of its parent folders")),
        report.problems());
  }

  @Test
  void symbolicLinksWithExponentiallyManyPaths() throws IOException {
    Path last = null;
    for (int level = 0; level < 30; level++) {
      Path each = Files.createDirectory(folder.resolve("level" + level));
      for (int i = 0; i < 2 && last != null; i++) {
        Files.createSymbolicLink(each.resolve("l" + i), last);
      }
      last = each;
    }
    Report report = SoftFloatCheck.builder().build().check(last);
    assertEquals(
        List.of(
            new Problem(
                last.toString(), "more than 100000 folders; do its symbolic links form cycles?")),
        report.problems());
  }

  @Test
  void pipesAndSocketsAreProblems() throws IOException {
    Path classes = Sources.compile(folder, "public class A { public double d; }");
    Path socket = classes.resolve("S.class");
    try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(socket));
      Report inFolder = SoftFloatCheck.builder().build().check(classes);
      assertEquals(List.of("A.d"), names(inFolder));
      assertEquals(
          List.of(new Problem(socket.toString(), "not a regular file")), inFolder.problems());
      Report alone = SoftFloatCheck.builder().build().check(socket);
      assertEquals(
          "neither a file nor a folder (expected a jar, jmod, class file or folder)",
          alone.problems().get(0).message());
    }
  }

  private void put(String name, ClassBytes type) {
    entries.put(name + ".class", type.toBytes());
  }

  private Path jar(String name) throws IOException {
    return Jars.of(folder.resolve(name), entries);
  }

  private static Report checkAll(Path input) {
    return SoftFloatCheck.builder().depths(Depth.API, Depth.CODE, Depth.REACH).build().check(input);
  }

  private static List<String> names(Report report) {
    return report.findings().stream().map(each -> each.location().displayName()).toList();
  }
}
