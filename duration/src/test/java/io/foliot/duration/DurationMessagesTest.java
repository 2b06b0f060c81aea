package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every error message of the module, in messages.txt: a call, an arrow, the exception and its
 * message. The calls are compiled from that file, so a new case is a new call there. After a change
 * that is meant, {@code mvn test -Dtest=DurationMessagesTest -Dmessages=update} rewrites the file;
 * review the difference.
 */
class DurationMessagesTest {
  private static final String FILE = "src/test/resources/io/foliot/duration/messages.txt";
  private static final String SOURCES = "src/main/java/io/foliot/duration";
  private static final String ARROW = " -> ";

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

  /** Phrases of toString(), and messages for constants that a later JDK may add to an enum. */
  private static final Set<String> NOT_REACHED =
      new HashSet<>(
          Arrays.asList("(ticks >> ", " * ", ") >> ", "unknown unit ", "unknown rounding mode "));

  @Test
  void everyMessageIsAsReviewed(@TempDir Path folder) throws Exception {
    Path file = CompiledSource.inModule(FILE);
    List<String> reviewed = Files.readAllLines(file, StandardCharsets.UTF_8);
    List<String> actual = new ArrayList<>();
    Class<?> code = CompiledSource.load(members(reviewed), folder);
    for (int i = 0; i < reviewed.size(); i++) {
      String line = reviewed.get(i);
      actual.add(isCall(line) ? call(line) + ARROW + outcome(code, i) : line);
    }
    if ("update".equals(System.getProperty("messages"))) {
      Files.write(file, actual, StandardCharsets.UTF_8);
      return;
    }
    assertEquals(String.join("\n", reviewed), String.join("\n", actual));
  }

  @Test
  void everyPhraseOfTheSourcesIsInAMessage() throws IOException {
    String messages =
        Files.readAllLines(CompiledSource.inModule(FILE), StandardCharsets.UTF_8).stream()
            .filter(DurationMessagesTest::isCall)
            .collect(Collectors.joining("\n"));
    List<Path> sources;
    try (Stream<Path> files = Files.list(CompiledSource.inModule(SOURCES))) {
      sources = files.sorted().collect(Collectors.toList());
    }
    List<String> missing = new ArrayList<>();
    for (Path source : sources) {
      String text = new String(Files.readAllBytes(source), StandardCharsets.UTF_8);
      Matcher literal = LITERAL.matcher(text.replaceAll("(?s)/\\*\\*.*?\\*/|//[^\n]*", ""));
      while (literal.find()) {
        String phrase = literal.group(1).replace("\\\"", "\"");
        if (phrase.contains(" ") && !messages.contains(phrase) && !NOT_REACHED.contains(phrase)) {
          missing.add(source.getFileName() + ": " + phrase);
        }
      }
    }
    assertEquals(Collections.emptyList(), missing);
  }

  private static boolean isCall(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }

  private static String call(String line) {
    int arrow = line.indexOf(ARROW);
    return arrow < 0 ? line : line.substring(0, arrow);
  }

  private static String members(List<String> lines) {
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (isCall(lines.get(i))) {
        methods.append("public static void line").append(i).append("() {\n");
        methods.append(call(lines.get(i))).append(";\n}\n");
      }
    }
    return methods.toString();
  }

  private static String outcome(Class<?> code, int line) throws ReflectiveOperationException {
    try {
      code.getMethod("line" + line).invoke(null);
      return "no exception";
    } catch (InvocationTargetException e) {
      return e.getCause().getClass().getSimpleName() + ": " + e.getCause().getMessage();
    }
  }
}
