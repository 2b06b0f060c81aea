package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.report.ReportFormat;
import io.foliot.softfloat.report.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layout of the HTML report, as far as its style sheet tells. */
final class HtmlReportTest {
  @TempDir Path folder;

  @Test
  void htmlFitsNarrowScreensAndDarkMode() throws IOException {
    StringBuilder html = new StringBuilder();
    Path classes = Sources.compile(folder, "public class A { public double x; }");
    ReportFormat.HTML
        .writer(SourceTree.around(folder, List.of()))
        .write(SoftFloatCheck.builder().build().check(classes), html);
    assertReadable(html.toString());
  }

  private static void assertReadable(String html) {
    String css = html.substring(html.indexOf("<style>"), html.indexOf("</style>"));
    assertTrue(css.contains("@media (max-width: 40rem)"), css);
    assertTrue(css.contains("@media (prefers-color-scheme: dark)"), css);
    assertTrue(css.contains("color-scheme: light dark"), css);
    // Only maximum widths are absolute, but for the two narrow columns of wide screens.
    for (String each : css.split("[;{}]", -1)) {
      String width = each.strip();
      if (width.matches("(min-)?width: .*")) {
        assertTrue(width.matches("width: (auto|\\d+%|[67]rem)"), width);
      }
    }
    // On a narrow screen the numbers of an input have labels instead of a header.
    assertTrue(html.contains(" data-label=\"warnings\">0</td>"), html);
    assertTrue(html.contains(" data-label=\"error\">1</td>"), html);
  }
}
