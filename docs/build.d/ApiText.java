import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The public API of a module: what {@code api.txt} holds, by package and type. */
final class ApiText {
  private static final Pattern TYPE =
      Pattern.compile("^.*? ?(?:class|interface|enum|record) ([\\w.$]+)");

  /** Package names that say nothing to a reader: those of Foliot and {@code java.lang}. */
  private static final Pattern KNOWN_PACKAGE =
      Pattern.compile("(?<![\\w.])(?:java\\.lang|io\\.foliot(?:\\.[a-z]\\w*)+)\\.(?=[A-Z])");

  private final String module;
  private final List<String> directives = new ArrayList<>();
  private final List<Type> types = new ArrayList<>();

  private record Type(String packageName, String exported, String name, List<String> lines) {}

  private ApiText(String module) {
    this.module = module;
  }

  static ApiText parse(List<String> lines) {
    ApiText api = new ApiText(lines.getFirst().substring("module ".length()));
    String packageName = null;
    String exported = null;
    Type type = null;
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("package ")) {
        exported = line.substring("package ".length());
        packageName = exported.replaceFirst(" to .*", "");
      } else if (packageName == null) {
        api.directives.add(line.strip());
      } else if (!line.isEmpty() && !line.startsWith(" ")) {
        Matcher matcher = TYPE.matcher(line);
        if (!matcher.find()) {
          throw new IllegalArgumentException("no type in the line: " + line);
        }
        type =
            new Type(
                packageName,
                exported,
                matcher.group(1).substring(packageName.length() + 1),
                new ArrayList<>());
        type.lines().add(line);
        api.types.add(type);
      } else if (!line.isEmpty()) {
        type.lines().add(line);
      }
    }
    return api;
  }

  String html(String title, Path page, Path site) {
    StringBuilder html = new StringBuilder();
    html.append("<h1>").append(Layout.escape(title)).append("</h1>\n");
    html.append("<p>All that module <code>")
        .append(module)
        .append("</code> makes public. The build compares it ");
    html.append(
        "with the class files, so that a change of API shows in review. Names of"
            + " <code>java.lang</code> ");
    html.append("and of Foliot stand without their packages.</p>\n");
    directives.removeIf(String::isEmpty);
    if (!directives.isEmpty()) {
      html.append("<pre><code>")
          .append(Layout.escape(String.join("\n", directives)))
          .append("\n</code></pre>\n");
    }
    String packageName = null;
    for (Type type : types) {
      if (!type.packageName().equals(packageName)) {
        packageName = type.packageName();
        html.append("<h2>").append(type.exported()).append("</h2>\n");
      }
      String name = type.name().replace('$', '.');
      Path javadoc = Path.of("api", module, packageName.replace('.', '/'), name + ".html");
      html.append("<h3 id=\"").append(packageName).append('.').append(name).append("\">");
      html.append(
          Files.exists(site.resolve(javadoc))
              ? "<a href=\"" + Layout.relative(page, javadoc) + "\">" + name + "</a>"
              : name);
      html.append("</h3>\n<pre><code>");
      type.lines().forEach(line -> html.append(Layout.escape(shorten(line, name))).append('\n'));
      html.append("</code></pre>\n");
    }
    return html.toString();
  }

  private static String shorten(String line, String type) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return KNOWN_PACKAGE.matcher(line).replaceAll("").replace('$', '.').replace("<init>", simple);
  }
}
