package io.foliot.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/integrations.md shows is what the tests of the integrations compile and run. */
class IntegrationsDocTest {
  private static final Path DOC = Path.of("../../docs/integrations.md");
  private static final Pattern CODE =
      Pattern.compile("```(?:java|kotlin)\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyBlockIsTestedSource() throws IOException {
    String tested;
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      tested =
          files
              .filter(file -> file.toString().contains("/src/test/"))
              .filter(Files::isRegularFile)
              .map(IntegrationsDocTest::read)
              .map(IntegrationsDocTest::squeezed)
              .collect(Collectors.joining());
    }
    List<String> blocks =
        CODE.matcher(Files.readString(DOC))
            .results()
            .map(match -> squeezed(match.group(1)))
            .toList();
    assertEquals(15, blocks.size(), "blocks of code in docs/integrations.md");
    for (String block : blocks) {
      assertTrue(tested.contains(block), () -> "not in the tests of the integrations:\n" + block);
    }
  }

  /** The page names the versions that the build uses. */
  @Test
  void versionsAreThoseOfTheBuild() throws IOException {
    String doc = Files.readString(DOC);
    String pom = Files.readString(Path.of("../pom.xml"));
    for (String library :
        List.of("gson", "jackson2", "jackson3", "junit", "kotlin", "protobuf", "spring-boot")) {
      Matcher version = Pattern.compile("<with." + library + ">(.*?)<").matcher(pom);
      assertTrue(version.find(), library);
      assertTrue(
          doc.contains(" to " + version.group(1) + " |"), () -> library + " " + version.group(1));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Without what depends on where the code stands: layout and imports. */
  private static String squeezed(String text) {
    return text.replaceAll("(?m)^import .*$", "").replaceAll("\\s+", "");
  }
}
