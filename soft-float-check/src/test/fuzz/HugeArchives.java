import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Archives of a million entries, and what the command line says of them in a heap of 512 MB. Run
 * with the jar of soft-float-check, a folder for the archives, and how many entries.
 */
public final class HugeArchives {
  private static final String NO_MEMORY = "soft-float-check: the inputs need more memory than the";

  /** How the entry of a number is called, and what is in it. */
  private enum Kind {
    FOLDERS("/"),
    TEXTS(".txt"),
    CLASSES(".class"),
    FLOATS(".class"),
    DAMAGED(".class"),
    TWINS("");

    private final String suffix;

    Kind(String suffix) {
      this.suffix = suffix;
    }

    String name(int i) {
      return this == TWINS ? "p/A.class" : "p" + i % 1000 + "/C" + i + suffix;
    }

    byte[] content(int i) throws IOException {
      return switch (this) {
        case FOLDERS, TEXTS -> new byte[0];
        case DAMAGED -> new byte[] {1};
        case CLASSES -> classFile("p" + i % 1000 + "/C" + i, "J");
        case FLOATS -> classFile("p" + i % 1000 + "/C" + i, "D");
        case TWINS -> classFile("p/A", "J");
      };
    }
  }

  private HugeArchives() {}

  /** Prints one line for each archive; ends with 1 if an answer is wrong. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]);
    int count = Integer.parseInt(args[2]);
    boolean right = true;
    for (Kind kind : Kind.values()) {
      Path file = folder.resolve(kind.name().toLowerCase() + ".jar");
      write(file, kind, count);
      right &= judge(args[0], file, kind, count, "api,code");
      if (kind == Kind.CLASSES || kind == Kind.DAMAGED) {
        right &= judge(args[0], file, kind, count, "reach");
      }
      Files.delete(file);
    }
    System.exit(right ? 0 : 1);
  }

  private static boolean judge(String jar, Path file, Kind kind, int count, String depth)
      throws IOException, InterruptedException {
    File out = file.resolveSibling("out.txt").toFile();
    File err = file.resolveSibling("err.txt").toFile();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(java, "-Xmx512m", "-jar", jar, "check", "--depth", depth, file.toString());
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectOutput(out).redirectError(err).start();
    if (!process.waitFor(300, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      System.out.println("WRONG " + kind + " " + depth + ": no end in 300 s");
      return false;
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    List<String> found = Files.readAllLines(out.toPath());
    List<String> said = Files.readAllLines(err.toPath());
    boolean tooMuch = said.size() == 1 && said.get(0).startsWith(NO_MEMORY);
    List<String> wrong = new ArrayList<>();
    if (!tooMuch) {
      int exit =
          switch (kind) {
            case CLASSES, TWINS -> 0;
            case FLOATS -> 1;
            case FOLDERS, TEXTS, DAMAGED -> 2;
          };
      boolean classes = kind == Kind.CLASSES || kind == Kind.TWINS || kind == Kind.FLOATS;
      String summary = found.isEmpty() ? "" : found.get(found.size() - 1);
      expect(process.exitValue() == exit, "exit " + process.exitValue(), wrong);
      expect(summary.contains(" in " + (classes ? count : 0) + " classes"), summary, wrong);
      long errors = found.stream().filter(line -> line.startsWith("error ")).count();
      expect(errors == (kind == Kind.FLOATS ? 2L * count : 0), errors + " errors", wrong);
      int lines = exit < 2 ? 0 : kind == Kind.DAMAGED ? count : 1;
      expect(said.size() == lines, said.size() + " lines on standard error: " + (said.isEmpty() ? "" : said.get(0)), wrong);
    } else {
      // The inputs that everybody has must fit.
      expect(kind == Kind.FLOATS || depth.equals("reach"), "too little memory", wrong);
      expect(process.exitValue() == 2, "exit " + process.exitValue(), wrong);
    }
    String answer = tooMuch ? "asks for more memory" : "answers";
    System.out.printf(
        "%s %s %s: %d entries, %d MB, %s after %d ms %s%n",
        wrong.isEmpty() ? "right" : "WRONG",
        kind,
        depth,
        count,
        Files.size(file) >> 20,
        answer,
        millis,
        wrong);
    return wrong.isEmpty();
  }

  private static void expect(boolean right, String found, List<String> wrong) {
    if (!right) {
      wrong.add(found);
    }
  }

  /** Stored entries and a zip64 end record (PKWARE APPNOTE 6.3); nobody looks at the checksums. */
  private static void write(Path file, Kind kind, int count) throws IOException {
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    long offset = 0;
    try (BufferedOutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (int i = 0; i < count; i++) {
        byte[] name = kind.name(i).getBytes(StandardCharsets.US_ASCII);
        byte[] content = kind.content(i);
        ByteBuffer local = bytes(30).putInt(0x04034b50).putShort((short) 10);
        local.putInt(18, content.length).putInt(22, content.length);
        out.write(local.putShort(26, (short) name.length).array());
        out.write(name);
        out.write(content);
        ByteBuffer central = bytes(46).putInt(0x02014b50);
        central.putInt(20, content.length).putInt(24, content.length);
        central.putShort(28, (short) name.length).putInt(42, (int) offset);
        directory.write(central.array());
        directory.write(name);
        offset += 30 + name.length + content.length;
      }
      directory.writeTo(out);
      ByteBuffer end = bytes(56 + 20 + 22).putInt(0x06064b50).putLong(44);
      end.putLong(24, count).putLong(32, count).putLong(40, directory.size()).putLong(48, offset);
      end.putInt(56, 0x07064b50).putLong(64, offset + directory.size()).putInt(72, 1);
      end.putInt(76, 0x06054b50).putShort(84, (short) -1).putShort(86, (short) -1);
      out.write(end.putInt(88, -1).putInt(92, -1).array());
    }
  }

  private static ByteBuffer bytes(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A public class with one public field. */
  private static byte[] classFile(String name, String descriptor) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0xcafebabe);
    out.writeInt(52);
    out.writeShort(7);
    for (String text : new String[] {name, "java/lang/Object", "f", descriptor}) {
      out.writeByte(1);
      out.writeUTF(text);
    }
    for (int index : new int[] {1, 2}) {
      out.writeByte(7);
      out.writeShort(index);
    }
    // Flags, this, super, no interfaces; one field; no methods, no attributes.
    for (int each : new int[] {0x21, 5, 6, 0, 1, 1, 3, 4, 0, 0, 0}) {
      out.writeShort(each);
    }
    return bytes.toByteArray();
  }
}
