package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.foliot.softfloat.Command.Outcome;
import io.foliot.softfloat.model.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The messages of the command line in one file, {@code messages.txt}, so that a reviewer sees them
 * all: help, explanations, usage errors, rejected inputs and reports. {@code -Dmessages=update}
 * rewrites the file.
 */
final class MessagesTest {
  private static final String FILE = "messages.txt";
  private static final int CENTRAL_DIRECTORY = 0x02014b50;

  @TempDir Path folder;

  private final StringBuilder text = new StringBuilder();

  @Test
  void messagesMatchTheReviewedFile() throws IOException {
    help();
    usage();
    reports();
    inputs();
    baselines();
    merges();
    if ("update".equals(System.getProperty("messages"))) {
      Path file = Path.of("src/test/resources/io/foliot/softfloat").resolve(FILE);
      Files.writeString(file, text.toString());
    }
    assertEquals(reviewed(), text.toString(), "review the change, and run with -Dmessages=update");
  }

  private static String reviewed() throws IOException {
    // Not the copy among the classes, which is older than an update.
    Path source = Path.of("src/test/resources/io/foliot/softfloat").resolve(FILE);
    if (Files.exists(source)) {
      return Files.readString(source);
    }
    try (InputStream in = MessagesTest.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void help() {
    title("Help");
    run("--help");
    for (String command : new String[] {"check", "baseline", "merge", "rules", "explain"}) {
      run(command, "--help");
    }
    title("Rules");
    run("rules");
    List<Object> explain = new ArrayList<>();
    explain.add("explain");
    for (Rule rule : Rule.values()) {
      explain.add(rule.id());
    }
    run(explain.toArray());
  }

  private void usage() {
    title("Usage errors");
    run();
    run("chek", "x");
    run("frobnicate");
    run("--bogus");
    run("check");
    run("explain");
    run("rules", "x");
    run("explain", "API-99");
    run("check", "--dept", "api", "x");
    run("check", "--depth");
    run("check", "--depth", "deep", "x");
    run("check", "--depth", "api,", "x");
    run("check", "--format", "text", "--format", "json", "x");
    run("check", "--kotlin-internal=yes", "x");
    run("check", "--report", "sarif", "x");
    run("check", "--report", "pdf=x", "x");
    run("check", "--severity", "API-1", "x");
    run("check", "--severity", "API-99=off", "x");
    run("check", "--severity", "API-1=loud", "x");
    run("check", "--fail-on", "never", "x");
    run("check", "");
    run("check", "a\0b");
  }

  private void reports() throws IOException {
    title("Reports");
    Path clean = compile("clean", "package com.example; public class Timer { public long x; }");
    Path floats =
        compile(
            "floats",
            "package com.example; public class Gauge extends Number { public static final float"
                + " HALF = .5f; public double doubleValue() { return intValue(); } public float"
                + " floatValue() { return 0; } public int intValue() { return 1; } public long"
                + " longValue() { return 1; } public String text(String f) { return"
                + " String.format(f, new java.util.HashMap<>(9)); } }");
    run("check", clean);
    run("check", floats);
    run("check", "--depth", "code", floats);
    run("check", "--depth", "code", "--severity", "CODE-8=error", clean, floats);
    run("check", "--depth", "reach", "--entry-point", "com.example.Gauge.intValue", floats);
    run("check", "--format", "github", floats);
    Path missing =
        compile(
            "missing", "package a; public class B {}", "package b; public class A extends a.B {}");
    Files.delete(missing.resolve("a/B.class"));
    run("check", missing);
    Path allowed =
        compile(
            "allowed",
            "public class A { public @AllowFloat(\"sensor\") float f() { return 0; }"
                + " public void g(@AllowFloat(\"no\") float x) {} @AllowFloat(\"\") int i; }",
            "@interface AllowFloat { String value(); }");
    run("check", allowed);
  }

  private void inputs() throws IOException {
    title("Rejected inputs");
    Path clean = folder.resolve("clean");
    run("check", folder.resolve("missing.jar"));
    run("check", Files.createDirectory(folder.resolve("empty")));
    run("check", Files.writeString(folder.resolve("text.jar"), "text"));
    run("check", Files.writeString(folder.resolve("text.class"), "text"));
    byte[] timer = Files.readAllBytes(clean.resolve("com/example/Timer.class"));
    run("check", bytes("truncated.class", Arrays.copyOf(timer, timer.length - 1)));
    run("check", bytes("extra.class", Arrays.copyOf(timer, timer.length + 1)));
    run("check", bytes("new.class", with(timer, 7, 99)));
    run("check", bytes("old.class", with(timer, 7, 44)));
    run("check", bytes("pool.class", with(timer, 10, 77)));
    byte[] jar = jar(Map.of("com/example/Timer.class", timer));
    int entry = entry(jar);
    run("check", bytes("encrypted.jar", with(jar, entry + 8, 1)));
    run("check", bytes("method.jar", with(jar, entry + 10, 14)));
    run("check", bytes("large.jar", with(jar, entry + 27, 127)));
    run("check", bytes("size.jar", with(jar, entry + 24, timer.length % 256 - 1)));
    run("check", bytes("offset.jar", with(jar, entry + 45, 1)));
    run("check", bytes("header.jar", with(jar, 0, 0)));
    run("check", bytes("directory.jar", with(jar, entry, 0)));
    Map<String, byte[]> entries = new TreeMap<>();
    entries.put("com/example/Timer.class", timer);
    entries.put("META-INF/versions/21/com/example/Timer.class", timer);
    entries.put("lib/nested.jar", jar);
    run("check", bytes("notes.jar", jar(entries)));
    run("check", "jrt:/java.bas");
    run("check", "--depth", "reach", "--jdk", folder, clean);
    run("check", "--include", "com.exmaple.**", clean);
    run("check", "--exclude", "com.example.Tmer", clean);
    run("check", "--float-type", "com.example.Time", clean);
    run("check", "--depth", "reach", "--entry-point", "com.example.Timr", clean);
    run("check", "--entry-point", "com.example.Timer", clean);
    run("check", "--report", "json=" + folder.resolve("text.jar/x.json"), clean);
  }

  private void baselines() throws IOException {
    title("Baselines");
    Path floats = folder.resolve("floats");
    Path baseline = folder.resolve("baseline.txt");
    run("baseline", "-o", baseline, floats);
    run("check", "--baseline", baseline, folder.resolve("clean"));
    run("baseline", "--prune", "-o", baseline, folder.resolve("clean"));
    run("baseline", "-o", baseline, folder.resolve("missing.jar"));
    run("check", "--baseline", folder.resolve("none.txt"), floats);
    String line = "API-1 0123456789abcdef a.B#c()\n";
    run("check", "--baseline", Files.writeString(folder.resolve("bad.txt"), "API-1\n"), floats);
    Path unknown = folder.resolve("unknown.txt");
    run("check", "--baseline", Files.writeString(unknown, line.replace('1', '0')), floats);
    run("check", "--baseline", Files.writeString(folder.resolve("two.txt"), line + line), floats);
  }

  private void merges() throws IOException {
    title("Merges");
    Path report = folder.resolve("report.sarif");
    run("check", "--format", "json", "--report", "sarif=" + report, folder.resolve("missing.jar"));
    run("merge", "-o", folder.resolve("all.sarif"), report);
    run("merge", report, report);
    run("merge", folder.resolve("none.sarif"));
    run("merge", Files.writeString(folder.resolve("empty.sarif"), ""));
    run("merge", Files.writeString(folder.resolve("no.sarif"), "{}"));
    run("merge", Files.writeString(folder.resolve("old.sarif"), "{\"version\":\"2.0.0\"}"));
    run("merge", Files.writeString(folder.resolve("more.sarif"), "{\"properties\":{}}"));
    run("merge", Files.writeString(folder.resolve("twice.sarif"), "{\"runs\":[],\"runs\":[]}"));
    run("merge", Files.writeString(folder.resolve("array.sarif"), "[]"));
    run("merge", bytes("binary.sarif", new byte[] {(byte) 0xca, (byte) 0xfe}));
  }

  private void title(String title) {
    text.append(text.length() == 0 ? "" : "\n").append("== ").append(title).append(" ==\n");
  }

  private void run(Object... args) {
    text.append("\n$ soft-float-check");
    for (Object each : args) {
      text.append(' ').append(shown(each.toString().isEmpty() ? "''" : each.toString()));
    }
    text.append('\n');
    Outcome outcome = Command.run(args);
    text.append(shown(outcome.out())).append(shown(outcome.err()));
    if (outcome.exit() != 0) {
      text.append("[exit ").append(outcome.exit()).append("]\n");
    }
  }

  private String shown(String output) {
    // The size of a class depends on the compiler.
    return output
        .replace(folder.toString(), "DIR")
        .replace("\0", "\\u0000")
        .replaceAll("\\b[0-9]+ bytes", "N bytes");
  }

  private Path compile(String name, String... sources) throws IOException {
    return Files.move(Sources.compile(folder, sources), folder.resolve(name));
  }

  private Path bytes(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] with(byte[] original, int at, int value) {
    byte[] changed = original.clone();
    changed[at] = (byte) value;
    return changed;
  }

  private static byte[] jar(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** The position of the first entry of the central directory. */
  private static int entry(byte[] jar) {
    int at = 0;
    while ((jar[at] | jar[at + 1] << 8 | jar[at + 2] << 16 | jar[at + 3] << 24)
        != CENTRAL_DIRECTORY) {
      at++;
    }
    return at;
  }
}
