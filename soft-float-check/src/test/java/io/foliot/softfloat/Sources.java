package io.foliot.softfloat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles fixtures from source text. */
final class Sources {
  private static final Pattern PACKAGE = Pattern.compile("package\\s+([\\w.]+)\\s*;");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|enum|record|@interface)\\s+(\\w+)");
  private static final Pattern MODULE = Pattern.compile("\\bmodule\\s+[\\w.]+\\s*\\{");

  private Sources() {}

  /** Compiles sources together into a new folder, for Java 17. */
  static Path compile(Path parent, String... sources) throws IOException {
    return compileWith(parent, List.of("--release", "17"), sources);
  }

  /** Compiles sources together into a new folder, with options. */
  static Path compileWith(Path parent, List<String> options, String... sources) throws IOException {
    Path folder = Files.createTempDirectory(parent, "classes");
    List<JavaFileObject> units = new ArrayList<>();
    for (String source : sources) {
      units.add(new Unit(pathOf(source), source));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> all = new ArrayList<>(options);
    all.add("-g");
    all.add("-proc:none");
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(folder.toFile()));
      if (!compiler.getTask(messages, files, null, all, null, units).call()) {
        throw new IllegalArgumentException("the fixture does not compile: " + messages);
      }
    }
    return folder;
  }

  static String pathOf(String source) {
    Matcher module = MODULE.matcher(source);
    if (module.find()) {
      return "module-info.java";
    }
    Matcher inPackage = PACKAGE.matcher(source);
    String folder = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
    Matcher type = TYPE.matcher(source);
    if (!type.find()) {
      throw new IllegalArgumentException("no type in the fixture: " + source);
    }
    return folder + type.group(1) + ".java";
  }

  /** One source in memory. */
  private static final class Unit extends SimpleJavaFileObject {
    private final String text;

    Unit(String path, String text) {
      super(URI.create("memory:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return text;
    }
  }
}
