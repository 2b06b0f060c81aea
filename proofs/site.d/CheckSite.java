import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks a site, first its files, then its pages in Chromium. Prints one line for each finding:
 * kind, page, and what is wrong with it. Runs in the root of the checkout.
 *
 * <p>Usage: {@code java -Dchromium=FILE -Dchromedriver=FILE -cp CLASSPATH
 * proofs/site.d/CheckSite.java SITE SCREENSHOTS all|sample|PAGE...}
 *
 * <p>{@code sample} opens the guides and some of the other pages, {@code PAGE...} those pages only.
 * The links of all pages are checked in any case. Exit status 1 if there are findings.
 */
final class CheckSite {
  private CheckSite() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 3) {
      System.err.println(
          "usage: java -cp CLASSPATH CheckSite.java SITE SCREENSHOTS all|sample|PAGE...");
      System.exit(2);
    }
    Path site = Path.of(args[0]).toAbsolutePath();
    List<String> findings = new ArrayList<>();
    List<String> pages = pages(site);
    int links = new Links(site, findings).check(pages);
    List<String> opened =
        switch (args[2]) {
          case "all" -> pages;
          case "sample" -> sample(pages);
          default -> List.of(args).subList(2, args.length);
        };
    try (Browser browser = new Browser(site, Path.of(args[1]), findings)) {
      browser.check(opened);
    }
    findings.forEach(System.out::println);
    System.out.printf(
        "%d findings: %d links of %d pages followed, %d pages opened%n",
        findings.size(), links, pages.size(), opened.size());
    System.exit(findings.isEmpty() ? 0 : 1);
  }

  private static List<String> pages(Path site) throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      return files
          .map(file -> site.relativize(file).toString())
          .filter(name -> name.endsWith(".html"))
          .sorted()
          .toList();
    }
  }

  /** The guides, and every thirtieth of the source files and of the pages of the Javadoc. */
  private static List<String> sample(List<String> pages) {
    List<String> sample = new ArrayList<>();
    int others = 0;
    for (String page : pages) {
      boolean guide = !page.matches("(api|source)/.*");
      if (guide || page.endsWith("/MonotonicClock.html") || others++ % 30 == 0) {
        sample.add(page);
      }
    }
    return sample;
  }
}
