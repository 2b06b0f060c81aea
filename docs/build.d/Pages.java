import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders the guides, the public API text and the source files that the guides link to.
 *
 * <p>Usage: {@code java -cp CLASSPATH docs/build.d/Pages.java ROOT SITE}, where {@code SITE/api}
 * holds the Javadoc. A page keeps its path: {@code docs/clocks.md} becomes {@code
 * docs/clocks.html}, and {@code README.md} becomes {@code index.html}.
 */
final class Pages {
  private final Path root;
  private final Path site;
  private final Parser parser =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create(), HeadingAnchorExtension.create()))
          .build();

  /** The Markdown files, in the order of the contents, with their parsed text. */
  private final Map<Path, Node> guides = new TreeMap<>();

  /** Source files and folders that a page links to and that are still to be written. */
  private final Set<Path> sources = new TreeSet<>();

  private final List<String> deadLinks = new ArrayList<>();

  private Pages(Path root, Path site) {
    this.root = root;
    this.site = site;
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: java -cp CLASSPATH Pages.java ROOT SITE");
      System.exit(2);
    }
    Pages pages = new Pages(Path.of(args[0]), Path.of(args[1]));
    pages.write();
    if (!pages.deadLinks.isEmpty()) {
      pages.deadLinks.forEach(System.err::println);
      System.exit(1);
    }
  }

  private void write() throws IOException {
    for (Path file : markdownFiles()) {
      guides.put(file, parser.parse(Files.readString(root.resolve(file))));
    }
    List<Path> apiTexts = apiTexts();
    Layout layout = new Layout(contents(apiTexts));
    for (Map.Entry<Path, Node> guide : guides.entrySet()) {
      Path file = guide.getKey();
      guide.getValue().accept(new LinkRewriter(file));
      save(
          layout.page(
              pageOf(file), Layout.title(guide.getValue()), renderer.render(guide.getValue())),
          pageOf(file));
    }
    for (Path file : apiTexts) {
      ApiText text = ApiText.parse(Files.readAllLines(root.resolve(file)));
      Path page = apiPage(file);
      String title = "API of " + file.getParent().getFileName();
      save(layout.page(page, title, text.html(title, page, site)), page);
    }
    writeSources(layout);
    Files.copy(
        root.resolve("docs/build.d/site.css"),
        site.resolve("site.css"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  // --- What there is ---------------------------------------------------------------------------

  private List<Path> markdownFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> top = Files.list(root);
        Stream<Path> docs = Files.walk(root.resolve("docs"))) {
      Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .map(root::relativize)
          .sorted()
          .forEach(files::add);
    }
    return files;
  }

  private List<Path> apiTexts() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(root, root.resolve("integrations"))) {
      try (Stream<Path> modules = Files.list(folder)) {
        modules
            .map(module -> root.relativize(module.resolve("api.txt")))
            .filter(file -> Files.exists(root.resolve(file)))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  private List<Layout.Section> contents(List<Path> apiTexts) {
    Set<Path> inOrder = new LinkedHashSet<>();
    // A table of the README names the guides in the order in which they are read.
    AbstractVisitor links =
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            inOrder.add(Path.of(link.getDestination().replaceFirst("#.*", "")));
          }
        };
    guides
        .get(Path.of("README.md"))
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(CustomBlock block) {
                block.accept(links);
              }
            });
    inOrder.addAll(guides.keySet());
    inOrder.retainAll(guides.keySet());

    Layout.Section start = new Layout.Section("Start");
    Layout.Section reading = new Layout.Section("Guides");
    Layout.Section evidence = new Layout.Section("Evidence");
    Layout.Section project = new Layout.Section("Project");
    for (Path file : inOrder) {
      Layout.Section section =
          file.equals(Path.of("README.md"))
              ? start
              : file.startsWith("docs/evidence")
                  ? evidence
                  : file.startsWith("docs") ? reading : project;
      section.add(pageOf(file), guides.get(file));
    }
    project.add(sourcePage(Path.of("LICENSE")), "Licence");
    sources.add(Path.of("LICENSE"));
    Layout.Section api = new Layout.Section("API");
    api.add(Path.of("api/index.html"), "Javadoc of all modules");
    Layout.Section apiText = new Layout.Section("API as text");
    apiTexts.forEach(file -> apiText.add(apiPage(file), file.getParent().getFileName().toString()));
    return List.of(start, reading, api, apiText, evidence, project);
  }

  // --- Where it goes ---------------------------------------------------------------------------

  private static Path pageOf(Path markdown) {
    String name = markdown.toString();
    return name.equals("README.md")
        ? Path.of("index.html")
        : Path.of(name.substring(0, name.length() - ".md".length()) + ".html");
  }

  private static Path apiPage(Path apiText) {
    return Path.of("api-text", apiText.getParent().getFileName() + ".html");
  }

  private static Path sourcePage(Path source) {
    return Path.of("source", source + ".html");
  }

  private void save(String html, Path page) throws IOException {
    Path file = site.resolve(page);
    Files.createDirectories(file.getParent());
    Files.writeString(file, html);
  }

  // --- Links -----------------------------------------------------------------------------------

  /** Leads the links of a page to pages, and notes the sources that need one. */
  private final class LinkRewriter extends AbstractVisitor {
    private final Path file;

    LinkRewriter(Path file) {
      this.file = file;
    }

    @Override
    public void visit(Link link) {
      link.setDestination(rewrite(link, link.getDestination()));
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      image.setDestination(rewrite(image, image.getDestination()));
      visitChildren(image);
    }

    private String rewrite(Node node, String destination) {
      if (destination.startsWith("#") || destination.matches("[a-z]+:.*")) {
        return destination;
      }
      int hash = destination.indexOf('#');
      String fragment = hash < 0 ? "" : destination.substring(hash);
      String path = hash < 0 ? destination : destination.substring(0, hash);
      Path target = Path.of("/").resolve(file).resolveSibling(path).normalize();
      target = Path.of("/").relativize(target);
      if (!Files.exists(root.resolve(target))) {
        int line =
            node.getSourceSpans().isEmpty()
                ? 0
                : node.getSourceSpans().getFirst().getLineIndex() + 1;
        deadLinks.add(file + ":" + line + ": " + destination + " does not exist");
        return destination;
      }
      return Layout.relative(pageOf(file), destinationOf(target)) + fragment;
    }
  }

  private Path destinationOf(Path target) {
    if (guides.containsKey(target)) {
      return pageOf(target);
    }
    String name = target.toString();
    if (name.matches(".*\\.(svg|png)")) {
      copy(target);
      return target;
    }
    Path javadoc = javadocOf(name);
    if (javadoc != null) {
      return javadoc;
    }
    sources.add(target);
    return sourcePage(target);
  }

  private void copy(Path file) {
    try {
      Files.createDirectories(site.resolve(file).getParent());
      Files.copy(root.resolve(file), site.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Javadoc page of a source file, or null if it has none. */
  private Path javadocOf(String source) {
    int packages = source.indexOf("/src/main/java/");
    if (packages < 0 || !source.endsWith(".java")) {
      return null;
    }
    String type =
        source.substring(packages + "/src/main/java/".length(), source.length() - ".java".length());
    type = type.replaceFirst("package-info$", "package-summary");
    try (Stream<Path> modules = Files.list(site.resolve("api"))) {
      String page = type + ".html";
      return modules
          .map(module -> module.resolve(page))
          .filter(Files::exists)
          .map(site::relativize)
          .findFirst()
          .orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // --- Sources ---------------------------------------------------------------------------------

  private void writeSources(Layout layout) throws IOException {
    Set<Path> written = new TreeSet<>();
    while (!written.containsAll(sources)) {
      for (Path source : List.copyOf(sources)) {
        if (written.add(source)) {
          Path page = sourcePage(source);
          boolean folder = Files.isDirectory(root.resolve(source));
          String body = folder ? listing(source) : text(source);
          String title = folder ? source + "/" : source.toString();
          save(layout.page(page, title, "<h1>" + Layout.escape(title) + "</h1>\n" + body), page);
        }
      }
    }
  }

  private String text(Path source) throws IOException {
    try {
      return "<pre><code>"
          + Layout.escape(Files.readString(root.resolve(source)))
          + "</code></pre>\n";
    } catch (CharacterCodingException e) {
      return "<p>Not a text: " + Files.size(root.resolve(source)) + " bytes.</p>\n";
    }
  }

  /** The files and folders of a folder, each of which becomes a page. */
  private String listing(Path folder) throws IOException {
    StringBuilder html = new StringBuilder("<ul class=\"files\">\n");
    List<Path> entries;
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      entries = files.map(root::relativize).sorted().toList();
    }
    for (Path entry : entries) {
      String name = entry.getFileName().toString();
      if (name.equals("target") || name.startsWith(".")) {
        continue;
      }
      String slash = Files.isDirectory(root.resolve(entry)) ? "/" : "";
      html.append("<li><a href=\"")
          .append(Layout.relative(sourcePage(folder), destinationOf(entry)))
          .append("\">")
          .append(Layout.escape(name + slash))
          .append("</a></li>\n");
    }
    return html.append("</ul>\n").toString();
  }
}
