package io.foliot.duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the examples of the Javadoc, and compares the results with their comments. */
class DurationJavadocTest {
  private static final String SOURCES = "src/main/java/io/foliot/duration";
  private static final Pattern EXAMPLE =
      Pattern.compile("(?s)<pre>\\{@code\n(.*?)\n *\\* \\}</pre>");
  private static final Pattern FIELD =
      Pattern.compile("(?s)^static final .*?;$", Pattern.MULTILINE);
  private static final Pattern RESULT = Pattern.compile("(?m)^([^/\\n]+); *// (.+)$");

  @Test
  void everyExampleIsRight(@TempDir Path folder) throws Exception {
    int results = 0;
    List<Path> sources;
    try (Stream<Path> files = Files.list(CompiledSource.inModule(SOURCES))) {
      sources = files.sorted().collect(Collectors.toList());
    }
    for (Path source : sources) {
      for (String example : examples(source)) {
        List<String> expected = new ArrayList<>();
        Class<?> code = CompiledSource.load(members(example, expected), folder);
        List<?> actual = (List<?>) code.getMethod("results").invoke(null);
        assertEquals(expected, actual, source.toString());
        results += expected.size();
      }
    }
    assertTrue(results > 25, results + " results in examples");
  }

  /** The fields of the example, and a method that returns what its commented expressions give. */
  private static String members(String example, List<String> expected) {
    StringBuilder fields = new StringBuilder();
    Matcher field = FIELD.matcher(example);
    while (field.find()) {
      fields.append(field.group()).append('\n');
    }
    Matcher result = RESULT.matcher(FIELD.matcher(example).replaceAll(""));
    StringBuffer statements = new StringBuffer();
    while (result.find()) {
      expected.add(result.group(2));
      result.appendReplacement(
          statements,
          Matcher.quoteReplacement("list.add(String.valueOf(" + result.group(1) + "));"));
    }
    result.appendTail(statements);
    return fields
        + "public static java.util.List<String> results() {\n"
        + "java.util.List<String> list = new java.util.ArrayList<>();\n"
        + statements
        + "\nreturn list;\n}\n";
  }

  private static List<String> examples(Path source) throws IOException {
    String text = new String(Files.readAllBytes(source), StandardCharsets.UTF_8);
    List<String> examples = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(text);
    while (example.find()) {
      examples.add(example.group(1).replaceAll("(?m)^ *\\* ?", ""));
    }
    return examples;
  }
}
