import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** What surrounds the text of every page: the head, and the contents of the site. */
final class Layout {
  private final List<Section> sections;

  Layout(List<Section> sections) {
    this.sections = sections;
  }

  /** A group of pages in the contents. */
  static final class Section {
    private final String name;
    private final List<Entry> entries = new ArrayList<>();

    Section(String name) {
      this.name = name;
    }

    void add(Path page, String title) {
      entries.add(new Entry(page, title, List.of()));
    }

    void add(Path page, Node text) {
      entries.add(new Entry(page, Layout.title(text), chapters(text)));
    }
  }

  private record Entry(Path page, String title, List<Chapter> chapters) {}

  private record Chapter(String id, String title) {}

  /** A whole page; {@code body} starts with its first heading. */
  String page(Path page, String title, String body) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%s</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="%s">
    </head>
    <body>
    <header>
    <a class="home" href="%s">Foliot</a>
    <a href="%s">Javadoc</a>
    <a href="%s">Search</a>
    <a class="to-contents" href="#contents">Contents</a>
    </header>
    <main>
    %s</main>
    <nav id="contents" aria-label="Contents">
    %s</nav>
    </body>
    </html>
    """
        .formatted(
            escape(title.equals("Foliot") ? "Foliot: integer time for Java" : title + " · Foliot"),
            relative(page, Path.of("site.css")),
            relative(page, Path.of("index.html")),
            relative(page, Path.of("api/index.html")),
            relative(page, Path.of("api/search.html")),
            body,
            contents(page));
  }

  private String contents(Path current) {
    StringBuilder html = new StringBuilder();
    for (Section section : sections) {
      if (section.entries.isEmpty()) {
        continue;
      }
      html.append("<h2>").append(section.name).append("</h2>\n<ul>\n");
      for (Entry entry : section.entries) {
        boolean here = entry.page().equals(current);
        html.append("<li><a ").append(here ? "aria-current=\"page\" " : "");
        html.append("href=\"").append(relative(current, entry.page())).append("\">");
        html.append(escape(label(entry, section))).append("</a>");
        if (here && entry.chapters().size() > 1) {
          html.append("\n<ul>\n");
          for (Chapter chapter : entry.chapters()) {
            html.append("<li><a href=\"#").append(chapter.id()).append("\">");
            html.append(escape(chapter.title())).append("</a></li>\n");
          }
          html.append("</ul>\n");
        }
        html.append("</li>\n");
      }
      html.append("</ul>\n");
    }
    return html.toString();
  }

  /**
   * What stands before the colon of a title, unless another page of the section begins with it too.
   */
  private static String label(Entry entry, Section section) {
    String subject = subject(entry);
    return section.entries.stream().filter(other -> subject(other).equals(subject)).count() == 1
        ? subject
        : entry.title();
  }

  private static String subject(Entry entry) {
    return entry.title().replaceFirst(": .*", "");
  }

  static String title(Node text) {
    for (Node node = text.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() == 1) {
        return plain(heading);
      }
    }
    throw new IllegalArgumentException("a page has no heading of level 1");
  }

  /** The headings of level 2, with the anchors that the renderer gives them. */
  private static List<Chapter> chapters(Node text) {
    List<Chapter> chapters = new ArrayList<>();
    IdGenerator ids = IdGenerator.builder().build();
    text.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            String id = ids.generateId(plain(heading));
            if (heading.getLevel() == 2) {
              chapters.add(new Chapter(id, plain(heading)));
            }
          }
        });
    return chapters;
  }

  /** The text of a heading without its markup, as the anchors are made of it. */
  private static String plain(Heading heading) {
    StringBuilder text = new StringBuilder();
    heading.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code code) {
            text.append(code.getLiteral());
          }
        });
    return text.toString();
  }

  /** The relative link that leads from one page to another. */
  static String relative(Path from, Path to) {
    Path folder = Path.of("/").resolve(from).getParent();
    return folder.relativize(Path.of("/").resolve(to)).toString();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
