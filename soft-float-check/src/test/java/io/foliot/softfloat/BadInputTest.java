package io.foliot.softfloat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Problem;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that are wrong or hostile: a clear problem or a right answer, never an exception. */
final class BadInputTest {
  @TempDir Path folder;
  private Path good;
  private byte[] goodClass;

  @BeforeEach
  void compile() throws IOException {
    good = Sources.compile(folder, "public class A { public double x; }");
    goodClass = Files.readAllBytes(good.resolve("A.class"));
  }

  @Test
  void otherInputsAreStillChecked() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "not a jar at all");
    Report report =
        SoftFloatCheck.builder().build().check(folder.resolve("missing.jar"), text, good);
    assertEquals(1, report.findings().size());
    assertFalse(report.isClean());
    assertProblem(report, 0, "missing.jar", "no such file or folder");
    assertProblem(report, 1, "text.jar", "not a jar: the zip end record is missing");
  }

  @Test
  void everyTruncationOfAClassIsAProblem() throws IOException {
    for (int length = 0; length < goodClass.length; length++) {
      Path file = folder.resolve("A.class");
      Files.write(file, Arrays.copyOf(goodClass, length));
      Report report = SoftFloatCheck.builder().build().check(file);
      assertEquals(1, report.problems().size(), "length " + length);
      assertEquals(List.of(), report.findings(), "length " + length);
    }
  }

  @Test
  void everyTruncationOfAJarIsAProblemOrTheAnswer() throws IOException {
    byte[] jar = Files.readAllBytes(Jars.of(folder.resolve("a.jar"), Map.of("A.class", goodClass)));
    for (int length = 0; length < jar.length; length++) {
      Path file = folder.resolve("cut.jar");
      Files.write(file, Arrays.copyOf(jar, length));
      assertEquals(
          1, SoftFloatCheck.builder().build().check(file).problems().size(), "length " + length);
    }
  }

  @Test
  void unsupportedClassFileVersionIsAProblem() throws IOException {
    byte[] future = goodClass.clone();
    future[7] = 99;
    Path file = Files.write(folder.resolve("A.class"), future);
    assertProblem(
        SoftFloatCheck.builder().build().check(file, good),
        0,
        "A.class",
        "class file version 99 (Java 55) is not supported");
  }

  @Test
  void aClassThatIsMarkedAsAModuleIsAProblem() throws IOException {
    byte[] marked =
        new ClassBytes(0x8001, "A", "java/lang/Object").field(1, "d", "D", null).toBytes();
    Path named = Jars.of(folder.resolve("a.jar"), Map.of("A.class", marked));
    Path descriptor = Jars.of(folder.resolve("b.jar"), Map.of("module-info.class", marked));
    Report report = SoftFloatCheck.builder().build().check(named, descriptor, good);
    assertProblem(
        report,
        0,
        "A.class",
        "damaged class file: a module descriptor that is not named module-info.class");
    assertProblem(
        report,
        1,
        "module-info.class",
        "damaged class file: marked as a module, but without a module descriptor");
    assertEquals(1, report.findings().size());
  }

  @Test
  void extraBytesAreAProblem() throws IOException {
    Path file = Files.write(folder.resolve("A.class"), Arrays.copyOf(goodClass, 4000));
    assertProblem(
        SoftFloatCheck.builder().build().check(file), 0, "A.class", "damaged class file: extra");
  }

  @Test
  void bothOfTwoEntriesWithOneNameAreChecked() throws IOException {
    byte[] other =
        Files.readAllBytes(
            Sources.compile(folder, "public class A { public float y; }").resolve("A.class"));
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("A.class", goodClass);
    entries.put("B.class", other);
    Path jar = Jars.of(folder.resolve("a.jar"), entries);
    byte[] bytes = Files.readAllBytes(jar);
    byte[] name = "B.class".getBytes(UTF_8);
    for (int i = 0; i < bytes.length - name.length; i++) {
      if (Arrays.equals(bytes, i, i + name.length, name, 0, name.length)) {
        bytes[i] = 'A';
      }
    }
    Files.write(jar, bytes);
    Report report = SoftFloatCheck.builder().build().check(jar);
    assertEquals(
        List.of("A.x", "A.y"),
        report.findings().stream().map(each -> each.location().displayName()).toList());
  }

  @Test
  void entryNamesWithParentFoldersAreHarmless() throws IOException {
    Path jar = Jars.of(folder.resolve("a.jar"), Map.of("../../../../etc/evil/A.class", goodClass));
    Report report = SoftFloatCheck.builder().build().check(jar);
    assertEquals(1, report.findings().size());
    assertEquals(List.of(), report.problems());
  }

  @Test
  void oversizedEntryIsRejectedBeforeInflating() throws IOException {
    Path jar = Jars.of(folder.resolve("a.jar"), Map.of("A.class", new byte[40 << 20]));
    assertTrue(Files.size(jar) < 100_000);
    assertProblem(
        SoftFloatCheck.builder().build().check(jar, good), 0, "a.jar!/A.class", "entry of 4194");
  }

  @Test
  void entriesWithSharedDataAreAZipBomb() throws IOException {
    int size = 31 << 20;
    byte[] jar =
        Files.readAllBytes(Jars.of(folder.resolve("a.jar"), Map.of("A.class", new byte[size])));
    ByteBuffer view = ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN);
    int end = jar.length - 22;
    int directorySize = view.getInt(end + 12);
    int directoryAt = view.getInt(end + 16);
    byte[] entry = Arrays.copyOfRange(jar, directoryAt, directoryAt + directorySize);
    int copies = 2000;
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.write(jar, 0, directoryAt);
    for (int i = 0; i < copies; i++) {
      bomb.write(entry);
    }
    view.putShort(end + 8, (short) copies).putShort(end + 10, (short) copies);
    view.putInt(end + 12, directorySize * copies);
    bomb.write(jar, end, 22);
    Path file = Files.write(folder.resolve("bomb.jar"), bomb.toByteArray());
    Report report = SoftFloatCheck.builder().build().check(file);
    assertTrue(
        report.problems().stream().anyMatch(each -> each.message().startsWith("zip bomb")),
        report.problems().toString());
  }

  @Test
  void zip64FieldsAreReadOrRefused() throws IOException {
    byte[] jar = Files.readAllBytes(Jars.of(folder.resolve("a.jar"), Map.of("A.class", goodClass)));
    ByteBuffer view = ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN);
    int end = jar.length - 22;
    int directory = view.getInt(end + 16);
    int extra = directory + 46 + view.getShort(directory + 28);
    // Another field, then size, packed size and offset.
    ByteBuffer field = ByteBuffer.allocate(6 + 4 + 24).order(ByteOrder.LITTLE_ENDIAN);
    field.putShort(0, (short) 0x5455).putShort(2, (short) 2);
    field.putShort(6, (short) 1).putShort(8, (short) 24);
    field.putLong(10, view.getInt(directory + 24)).putLong(18, view.getInt(directory + 20));
    field.putLong(26, view.getInt(directory + 42));
    view.putInt(directory + 20, -1).putInt(directory + 24, -1).putInt(directory + 42, -1);
    short before = view.getShort(directory + 30);
    view.putShort(directory + 30, (short) (before + field.capacity()));
    view.putInt(end + 12, view.getInt(end + 12) + field.capacity());
    Report right = SoftFloatCheck.builder().build().check(insert(jar, extra, field.array()));
    assertEquals(List.of(), right.problems());
    assertEquals(List.of(Rule.API_PRIMITIVE), rules(right));
    for (long wrong : new long[] {Long.MAX_VALUE, -1, jar.length - 29, 1L << 40}) {
      field.putLong(26, wrong);
      assertProblem(
          SoftFloatCheck.builder().build().check(insert(jar, extra, field.array())),
          0,
          "A.class",
          "damaged jar: the entry ");
    }
    field.putLong(18, -1);
    assertProblem(
        SoftFloatCheck.builder().build().check(insert(jar, extra, field.array())),
        0,
        "A.class",
        "entry of ");
    field.putShort(6, (short) 2);
    assertProblem(
        SoftFloatCheck.builder().build().check(insert(jar, extra, field.array())),
        0,
        "A.class",
        "damaged jar: the entry lacks its zip64 field");
  }

  private Path insert(byte[] jar, int at, byte[] added) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(jar, 0, at);
    bytes.writeBytes(added);
    bytes.write(jar, at, jar.length - at);
    return Files.write(folder.resolve("zip64.jar"), bytes.toByteArray());
  }

  @Test
  void deeplyNestedSignaturesAreRead() throws IOException {
    Path file = Files.write(folder.resolve("A.class"), withSignature(nested(100)));
    Report report = SoftFloatCheck.builder().build().check(file);
    assertEquals(List.of(), report.problems());
    assertEquals(List.of(Rule.API_GENERIC), rules(report));
    // As deep as 65 535 bytes allow.
    Files.write(file, withSignature(nested(3600)));
    assertProblem(
        SoftFloatCheck.builder().build().check(file),
        0,
        "A.class",
        "damaged class file: too many nested type arguments");
  }

  private static String nested(int depth) {
    return "Ljava/util/List<".repeat(depth) + "[D" + ">;".repeat(depth);
  }

  private static List<Rule> rules(Report report) {
    return report.findings().stream().map(Finding::rule).toList();
  }

  /** A class file of {@code public class A} with one public field of that generic type. */
  private static byte[] withSignature(String signature) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0xcafebabe);
    out.writeInt(52);
    String[] texts = {"A", "java/lang/Object", "f", "Ljava/util/List;", "Signature", signature};
    out.writeShort(texts.length + 3);
    for (String text : texts) {
      out.writeByte(1);
      out.writeUTF(text);
    }
    out.writeByte(7);
    out.writeShort(1);
    out.writeByte(7);
    out.writeShort(2);
    out.writeShort(0x21);
    out.writeShort(7);
    out.writeShort(8);
    out.writeShort(0);
    out.writeShort(1);
    out.writeShort(1);
    out.writeShort(3);
    out.writeShort(4);
    out.writeShort(1);
    out.writeShort(5);
    out.writeInt(2);
    out.writeShort(6);
    out.writeShort(0);
    out.writeShort(0);
    return bytes.toByteArray();
  }

  private static void assertProblem(Report report, int index, String input, String message) {
    Problem problem = report.problems().get(index);
    assertTrue(problem.input().endsWith(input), problem.toString());
    assertTrue(problem.message().startsWith(message), problem.toString());
  }
}
