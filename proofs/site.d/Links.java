import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Follows every link inside a site, and finds what a page would load from elsewhere. */
final class Links {
  private static final Pattern CSS_REFERENCE =
      Pattern.compile("(?:@import\\s+(?:url\\()?|url\\()\\s*['\"]?([^'\")]+)");

  private final Path site;
  private final List<String> findings;
  private final Map<Path, Set<String>> anchors = new HashMap<>();
  private final Map<Path, Set<Path>> targets = new HashMap<>();

  Links(Path site, List<String> findings) {
    this.site = site;
    this.findings = findings;
  }

  /** Returns the number of links. */
  int check(List<String> pages) throws IOException {
    int links = 0;
    Map<String, Document> documents = new HashMap<>();
    for (String page : pages) {
      Document document = Jsoup.parse(site.resolve(page), "UTF-8");
      documents.put(page, document);
      Set<String> ids = new HashSet<>();
      document.select("[id]").forEach(element -> ids.add(element.id()));
      document.select("a[name]").forEach(element -> ids.add(element.attr("name")));
      anchors.put(site.resolve(page), ids);
    }
    for (String page : pages) {
      for (Element element : documents.get(page).select("[href], [src]")) {
        follow(page, element, element.attr(element.hasAttr("href") ? "href" : "src"));
        links++;
      }
    }
    checkStyles();
    checkReachable(pages);
    // Without its modules' names in common, the Javadoc of one module does not see that of another.
    String clock = "api/io.foliot.clock/io/foliot/clock/MonotonicClock.html";
    if (!targets
        .getOrDefault(site.resolve(clock), Set.of())
        .contains(site.resolve("api/io.foliot.duration/io/foliot/duration/Duration.html"))) {
      findings.add("link " + clock + ": does not lead to the page of Duration in another module");
    }
    return links;
  }

  private void follow(String page, Element element, String reference) {
    if (reference.matches("(?i)(data|mailto|javascript):.*")) {
      return;
    }
    if (reference.matches("(?i)([a-z][a-z0-9+.-]*:)?//.*")) {
      if (!element.normalName().equals("a")) {
        findings.add("resource " + page + ": <" + element.normalName() + "> loads " + reference);
      }
      return;
    }
    int hash = reference.indexOf('#');
    String path =
        decode((hash < 0 ? reference : reference.substring(0, hash)).replaceFirst("\\?.*", ""));
    String fragment = hash < 0 ? "" : decode(reference.substring(hash + 1));
    Path from = site.resolve(page);
    Path target = path.isEmpty() ? from : from.resolveSibling(path).normalize();
    if (Files.isDirectory(target)) {
      target = target.resolve("index.html");
    }
    if (!target.startsWith(site) || !Files.isRegularFile(target)) {
      findings.add("link " + page + ": " + reference + " leads nowhere");
      return;
    }
    targets.computeIfAbsent(from, key -> new HashSet<>()).add(target);
    if (!fragment.isEmpty() && !anchors.getOrDefault(target, Set.of()).contains(fragment)) {
      findings.add("anchor " + page + ": " + reference + " names no element of its page");
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private void checkStyles() throws IOException {
    List<Path> styles;
    try (Stream<Path> files = Files.walk(site)) {
      styles = files.filter(file -> file.toString().endsWith(".css")).toList();
    }
    for (Path style : styles) {
      Matcher reference =
          CSS_REFERENCE.matcher(Files.readString(style).replaceAll("(?s)/\\*.*?\\*/", ""));
      while (reference.find()) {
        String name = reference.group(1);
        if (!name.startsWith("data:")
            && (URI.create(name).isAbsolute() || !Files.exists(style.resolveSibling(name)))) {
          findings.add("resource " + site.relativize(style) + ": " + name + " is not in the site");
        }
      }
    }
  }

  /** Every page but those of the Javadoc can be reached from the front page. */
  private void checkReachable(List<String> pages) {
    Set<Path> reached = new HashSet<>();
    Deque<Path> open = new ArrayDeque<>(List.of(site.resolve("index.html")));
    while (!open.isEmpty()) {
      Path page = open.pop();
      if (reached.add(page)) {
        open.addAll(targets.getOrDefault(page, Set.of()));
      }
    }
    for (String page : pages) {
      if (!page.startsWith("api/") && !reached.contains(site.resolve(page))) {
        findings.add("link " + page + ": no page leads to it");
      }
    }
  }
}
