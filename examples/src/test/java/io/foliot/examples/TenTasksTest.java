package io.foliot.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.ManualClock;
import io.foliot.clock.PosixTime;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles, runs and counts the lines of the code of docs/ten-tasks.md. */
class TenTasksTest {
  private static final Pattern TASK = Pattern.compile("\n## ([0-9]+)\\. .*\n");
  private static final Pattern BLOCK =
      Pattern.compile("```(?:java\n// ([A-Za-z.]+)|(kotlin))\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([0-9]+)\\. [^|]*\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|.*$");
  private static final List<String> LIBRARIES = List.of("Foliot", "java.time", "kotlin", "Guava");

  private static final String JAVA_IMPORTS =
      """
      import java.math.RoundingMode;
      import java.util.List;
      import java.util.concurrent.*;
      import java.util.function.*;
      import java.util.random.RandomGenerator;
      """;

  private static final Map<String, String> IMPORTS =
      Map.of(
          "Foliot",
          JAVA_IMPORTS + "import io.foliot.duration.*; import io.foliot.clock.*;",
          "java.time",
          JAVA_IMPORTS + "import java.time.Duration; import java.time.Instant;",
          "Guava",
          JAVA_IMPORTS
              + "import java.time.Duration; import java.time.Instant;import"
              + " com.google.common.base.Stopwatch; import"
              + " com.google.common.collect.Comparators;import"
              + " com.google.common.math.LongMath;import"
              + " com.google.common.util.concurrent.Uninterruptibles;",
          "kotlin",
          """
          @file:OptIn(kotlin.time.ExperimentalTime::class)
          import java.util.concurrent.*
          import kotlin.math.roundToLong
          import kotlin.random.Random
          import kotlin.time.*
          import kotlin.time.Duration.Companion.nanoseconds
          """);

  /** Signature of each task; TIME is the library's type for a point in time. */
  private static final List<String> JAVA_SIGNATURES =
      List.of(
          "Duration task1()",
          "String task2(Duration timeout, Future<String> future, CLOCK clock)",
          "void task3(Runnable work, Consumer<String> log, CLOCK clock)",
          "SIGNED task4(TIME theirs, TIME ours)",
          "Duration task5(List<Duration> times)",
          "Duration task6(Duration base, Duration cap, int attempt)",
          "long task7(Duration timeout)",
          "long task8(Duration took, long count)",
          "Duration task9(Duration total, long count)",
          "Duration task10(Duration wait, RandomGenerator random)");

  private static final List<String> KOTLIN_SIGNATURES =
      List.of(
          "fun task1(): Duration",
          "fun task2(timeout: Duration, future: Future<String>): String",
          "fun task3(work: () -> Unit, log: (String) -> Unit)",
          "fun task4(theirs: Instant, ours: Instant): Duration",
          "fun task5(times: List<Duration>): Duration",
          "fun task6(base: Duration, cap: Duration, attempt: Int): Duration",
          "fun task7(timeout: Duration): Long",
          "fun task8(took: Duration, count: Long): Long",
          "fun task9(total: Duration, count: Long): Duration",
          "fun task10(wait: Duration, random: Random): Duration");

  /** Calls the Kotlin code with plain values, because its durations are numbers to Java. */
  private static final String KOTLIN_RUNNER =
      """
      fun results(future: Future<String>): List<String> {
        fun d(text: String) = Duration.parse(text)
        fun iso(duration: Duration) = java.time.Duration.parse(duration.toIsoString()).toString()
        val lines = ArrayList<String>()
        task3({ }, { lines.add(it) })
        return listOf(
          iso(task1()),
          task2(d("PT1M"), future),
          lines.single().substring(0, 5),
          iso(task4(Instant.fromEpochMilliseconds(1000), Instant.fromEpochMilliseconds(3500))),
          iso(task5(listOf(d("PT1S"), d("PT2.5S"), d("PT1M")))),
          iso(task6(d("PT0.1S"), d("PT30S"), 4)) + iso(task6(d("PT0.1S"), d("PT30S"), 20)),
          task7(d("PT1.000000001S")).toString() + task7(d("PT2S")).toString(),
          task8(d("PT2.5S"), 1001L).toString(),
          iso(task9(d("PT10S"), 4L)),
          (task10(d("PT1S"), Random(1)) < d("PT1S")).toString())
      }
      """;

  /** The code of each task by library. */
  private static List<Map<String, String>> tasks(String page) {
    List<Map<String, String>> tasks = new ArrayList<>();
    String[] parts = TASK.split(page);
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      Map<String, String> task = new LinkedHashMap<>();
      Matcher block = BLOCK.matcher(part);
      while (block.find()) {
        task.put(block.group(1) == null ? "kotlin" : block.group(1), block.group(3));
      }
      tasks.add(task);
    }
    return tasks;
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/ten-tasks.md"));
  }

  @Test
  void foliotNeedsNoMoreLinesThanTheBestOfThem() throws IOException {
    List<Map<String, String>> tasks = tasks(page());
    assertEquals(10, tasks.size());
    Matcher row = ROW.matcher(page());
    for (int i = 0; i < tasks.size(); i++) {
      assertTrue(row.find(), "row of the table for task " + (i + 1));
      assertEquals(String.valueOf(i + 1), row.group(1));
      long best = Long.MAX_VALUE;
      for (int library = 0; library < LIBRARIES.size(); library++) {
        String code = tasks.get(i).get(LIBRARIES.get(library));
        String lines = code == null ? "" : String.valueOf(code.lines().count());
        assertEquals(lines, row.group(2 + library).strip(), LIBRARIES.get(library) + " " + (i + 1));
        best = code == null ? best : Math.min(best, code.lines().count());
      }
      assertTrue(tasks.get(i).get("Foliot").lines().count() <= best, "task " + (i + 1));
    }
  }

  @Test
  void allGiveTheSameResults(@TempDir Path folder) throws Exception {
    List<Map<String, String>> tasks = tasks(page());
    List<String> expected =
        List.of(
            "PT1M30S",
            "done",
            "took ",
            "PT-2.5S",
            "PT1M3.5S",
            "PT1.6SPT30S",
            "22",
            "400",
            "PT2.5S",
            "true");
    for (String library : List.of("Foliot", "java.time", "Guava")) {
      Class<?> type = compileJava(library, tasks, folder.resolve(library));
      for (int i = 0; i < tasks.size(); i++) {
        if (tasks.get(i).containsKey(library)) {
          assertEquals(expected.get(i), run(library, type, i + 1), library + " " + (i + 1));
        }
      }
    }
    Class<?> kotlin = compileKotlin(tasks, folder.resolve("kotlin"));
    List<Object> results = new ArrayList<>();
    results.addAll(
        (List<?>)
            kotlin
                .getMethod("results", java.util.concurrent.Future.class)
                .invoke(null, CompletableFuture.completedFuture("done")));
    assertEquals(expected, results);
  }

  private static String run(String library, Class<?> type, int task) throws Exception {
    boolean ours = library.equals("Foliot");
    StringBuilder result = new StringBuilder();
    Method method =
        Arrays.stream(type.getDeclaredMethods())
            .filter(m -> m.getName().equals("task" + task))
            .findAny()
            .orElseThrow();
    Object clock = ours ? new ManualClock() : null;
    Consumer<String> log = line -> result.append(line, 0, 5);
    switch (task) {
      case 1 -> result.append(iso(method.invoke(null)));
      case 2 ->
          result.append(
              method.invoke(
                  null, of(ours, "PT1M"), CompletableFuture.completedFuture("done"), clock));
      case 3 -> method.invoke(null, (Runnable) () -> {}, log, clock);
      case 4 -> result.append(iso(method.invoke(null, at(ours, 1000), at(ours, 3500))));
      case 5 ->
          result.append(
              iso(
                  method.invoke(
                      null, List.of(of(ours, "PT1S"), of(ours, "PT2.5S"), of(ours, "PT1M")))));
      case 6 -> {
        for (int attempt : new int[] {4, 20}) {
          result.append(iso(method.invoke(null, of(ours, "PT0.1S"), of(ours, "PT30S"), attempt)));
        }
      }
      case 7 -> {
        result.append(method.invoke(null, of(ours, "PT1.000000001S")));
        result.append(method.invoke(null, of(ours, "PT2S")));
      }
      case 8 -> result.append(method.invoke(null, of(ours, "PT2.5S"), 1001));
      case 9 -> result.append(iso(method.invoke(null, of(ours, "PT10S"), 4)));
      default -> {
        String wait = iso(method.invoke(null, of(ours, "PT1S"), new Random(1)));
        result.append(java.time.Duration.parse(wait).toSeconds() == 0);
      }
    }
    return result.toString();
  }

  private static Object of(boolean ours, String iso) {
    return ours ? io.foliot.duration.Duration.parse(iso) : java.time.Duration.parse(iso);
  }

  private static Object at(boolean ours, long millis) {
    return ours ? PosixTime.ofEpochMillis(millis) : Instant.ofEpochMilli(millis);
  }

  private static String iso(Object duration) {
    if (duration instanceof io.foliot.duration.SignedDuration signed) {
      return io.foliot.duration.JavaDurations.to(signed).toString();
    }
    return duration instanceof io.foliot.duration.Duration ours
        ? ours.toIsoString()
        : duration.toString();
  }

  private static Class<?> compileJava(String library, List<Map<String, String>> tasks, Path folder)
      throws Exception {
    boolean ours = library.equals("Foliot");
    StringBuilder source =
        new StringBuilder(IMPORTS.get(library)).append("\npublic class Tasks {\n");
    for (int i = 0; i < tasks.size(); i++) {
      String code = tasks.get(i).get(library);
      if (code != null) {
        source
            .append("public static ")
            .append(JAVA_SIGNATURES.get(i))
            .append(" throws Exception {\n")
            .append(code)
            .append("}\n");
      }
    }
    String text =
        source
            .append("}\n")
            .toString()
            .replace("SIGNED", ours ? "SignedDuration" : "Duration")
            .replace("CLOCK", ours ? "MonotonicClock" : "Object")
            .replace(
                "TIME theirs, TIME ours",
                ours ? "PosixTime theirs, PosixTime ours" : "Instant theirs, Instant ours");
    Files.createDirectories(folder);
    Path file = Files.writeString(folder.resolve("Tasks.java"), text);
    String[] arguments = {
      "-proc:none",
      "-cp",
      System.getProperty("java.class.path"),
      "-d",
      folder.toString(),
      file.toString()
    };
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler().run(null, System.out, System.err, arguments),
        library);
    return load(folder, "Tasks");
  }

  private static Class<?> compileKotlin(List<Map<String, String>> tasks, Path folder)
      throws Exception {
    StringBuilder source = new StringBuilder(IMPORTS.get("kotlin"));
    for (int i = 0; i < tasks.size(); i++) {
      source.append(KOTLIN_SIGNATURES.get(i)).append(" {\n").append(tasks.get(i).get("kotlin"));
      source.append("}\n");
    }
    source.append(KOTLIN_RUNNER);
    Files.createDirectories(folder);
    Path file = Files.writeString(folder.resolve("Tasks.kt"), source.toString());
    PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    ExitCode code =
        new K2JVMCompiler()
            .exec(
                errors,
                "-no-reflect",
                "-no-stdlib",
                "-nowarn",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                file.toString());
    assertEquals(ExitCode.OK, code);
    return load(folder, "TasksKt");
  }

  private static Class<?> load(Path folder, String name) throws Exception {
    URL[] urls = {folder.toUri().toURL()};
    return new URLClassLoader(urls, TenTasksTest.class.getClassLoader()).loadClass(name);
  }
}
