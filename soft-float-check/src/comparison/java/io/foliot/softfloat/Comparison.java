package io.foliot.softfloat;

import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.FloatTypes;
import io.foliot.softfloat.model.Location;
import io.foliot.softfloat.model.MemberKind;
import io.foliot.softfloat.model.Rule;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.mojo.animal_sniffer.ClassListBuilder;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.codehaus.mojo.animal_sniffer.logging.Logger;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Runs other tools over the fixtures of the rules, each configured with this library's definition of
 * floating point as far as it can express it, and prints which fixtures they find.
 */
public final class Comparison {
  private static final Pattern FIXTURE = Pattern.compile("\\b(f|s|n)(\\d+)[./]\\w");

  private Comparison() {}

  /**
   * Prints the table.
   *
   * @param args the Java 8 signature, the Java 8 signature without floats, and a folder to work in
   * @throws Exception if a tool cannot run
   */
  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[2]);
    Files.createDirectories(work);
    List<Arguments> broken = new ArrayList<>(ApiRulesTest.broken());
    broken.addAll(CodeRulesTest.broken());
    List<String> silent = CodeRulesTest.silent();
    List<String> sources = new ArrayList<>();
    for (int i = 0; i < broken.size(); i++) {
      sources.add("package f" + i + "; " + broken.get(i).get()[1]);
    }
    for (int i = 0; i < silent.size(); i++) {
      sources.add("package s" + i + "; " + silent.get(i));
    }
    List<String> notApi = ApiRulesTest.silent();
    for (int i = 0; i < notApi.size(); i++) {
      sources.add("package n" + i + "; " + notApi.get(i));
    }
    Path classes = Sources.compile(work, sources.toArray(new String[0]));

    Map<String, Set<String>> tools = new LinkedHashMap<>();
    tools.put("soft-float-check", softFloatCheck(classes));
    tools.put("Animal Sniffer", animalSniffer(Path.of(args[0]), Path.of(args[1]), classes));
    tools.put("forbidden-apis", forbiddenApis(classes, work));
    tools.put("ArchUnit", archUnit(classes));
    print(broken, silent.size(), notApi.size(), tools);
  }

  private static void print(
      List<Arguments> broken, int silent, int notApi, Map<String, Set<String>> tools) {
    Map<String, List<String>> byRule = new TreeMap<>();
    for (int i = 0; i < broken.size(); i++) {
      byRule.computeIfAbsent((String) broken.get(i).get()[0], rule -> new ArrayList<>()).add("f" + i);
    }
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      if (byRule.containsKey(rule.id())) {
        rules.add(rule);
      }
    }
    System.out.println("| Rule | Fixtures | " + String.join(" | ", tools.keySet()) + " |");
    System.out.println("|---|---:|" + "---:|".repeat(tools.size()));
    for (Rule rule : rules) {
      row(rule.id(), byRule.get(rule.id()), tools);
    }
    row("**all**", numbered("f", broken.size()), tools);
    row("false alarms, code", numbered("s", silent), tools);
    row("false alarms, API", numbered("n", notApi), tools);
  }

  private static List<String> numbered(String prefix, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(prefix + i);
    }
    return names;
  }

  private static void row(String name, List<String> fixtures, Map<String, Set<String>> tools) {
    StringBuilder row = new StringBuilder("| " + name + " | " + fixtures.size());
    for (Set<String> found : tools.values()) {
      row.append(" | ").append(fixtures.stream().filter(found::contains).count());
    }
    System.out.println(row.append(" |"));
  }

  private static Set<String> softFloatCheck(Path classes) {
    Set<String> found = new TreeSet<>();
    SoftFloatCheck both = SoftFloatCheck.builder().depths(Depth.API, Depth.CODE).exclude("n*.*").build();
    SoftFloatCheck api = SoftFloatCheck.builder().include("n*.*").build();
    for (SoftFloatCheck check : List.of(both, api)) {
      for (Finding finding : check.check(classes).findings()) {
        add(finding.location().className(), found);
      }
    }
    return found;
  }

  /** What the float-free signature refuses and the full one of the same Java release does not. */
  private static Set<String> animalSniffer(Path full, Path withoutFloats, Path classes)
      throws IOException {
    Set<String> errors = new TreeSet<>(sniff(withoutFloats, classes));
    errors.removeAll(sniff(full, classes));
    Set<String> found = new TreeSet<>();
    for (String error : errors) {
      add(error.substring(error.indexOf("classes")), found);
    }
    return found;
  }

  private static List<String> sniff(Path signature, Path classes) throws IOException {
    List<String> errors = new ArrayList<>();
    ClassListBuilder own = new ClassListBuilder(new ErrorList(new ArrayList<>()));
    own.process(classes);
    Logger logger = new ErrorList(errors);
    try (InputStream in = Files.newInputStream(signature)) {
      SignatureChecker checker = new SignatureChecker(in, own.getPackages(), logger);
      checker.setSourcePath(List.of());
      checker.process(classes);
    }
    return errors;
  }

  /** Keeps errors and nothing else. */
  private record ErrorList(List<String> errors) implements Logger {
    @Override
    public void info(String message) {}

    @Override
    public void info(String message, Throwable cause) {}

    @Override
    public void debug(String message) {}

    @Override
    public void debug(String message, Throwable cause) {}

    @Override
    public void warn(String message) {}

    @Override
    public void warn(String message, Throwable cause) {}

    @Override
    public void error(String message) {
      errors.add(message);
    }

    @Override
    public void error(String message, Throwable cause) {
      errors.add(message);
    }
  }

  /** Every float type and every member of java.base that carries one, as forbidden signatures. */
  private static Set<String> forbiddenApis(Path classes, Path work)
      throws IOException, InterruptedException {
    Path signatures = work.resolve("forbidden.txt");
    Files.write(signatures, forbiddenSignatures(classes));
    Path log = work.resolve("forbidden.log");
    String jar = Path.of(
            de.thetaphi.forbiddenapis.Checker.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath())
        .toString();
    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jar,
                "de.thetaphi.forbiddenapis.cli.CliMain",
                "-d",
                classes.toString(),
                "-f",
                signatures.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (exit != 1) {
      throw new IOException("forbidden-apis ended with " + exit + "; see " + log);
    }
    Set<String> found = new TreeSet<>();
    for (String line : Files.readAllLines(log)) {
      int in = line.indexOf(" in ");
      if (in >= 0 && line.contains("(A.java")) {
        add(line.substring(in), found);
      }
    }
    return found;
  }

  private static List<String> forbiddenSignatures(Path classes) throws IOException {
    Set<String> lines = new TreeSet<>();
    ModuleReference base = ModuleFinder.ofSystem().find("java.base").orElseThrow();
    Path folder = Files.createTempDirectory(classes.getParent(), "base");
    try (ModuleReader reader = base.open()) {
      for (String name : reader.list().filter(each -> each.startsWith("java/")).toList()) {
        if (name.endsWith(".class")) {
          String type = name.substring(0, name.length() - ".class".length());
          if (FloatTypes.standard().kindOf(type) != null) {
            lines.add(type.replace('/', '.'));
          }
          Path file = folder.resolve(name);
          Files.createDirectories(file.getParent());
          try (InputStream in = reader.open(name).orElseThrow()) {
            Files.copy(in, file);
          }
        }
      }
    }
    Set<Rule> inTypes = Set.of(Rule.API_PRIMITIVE, Rule.API_BOXED, Rule.API_SHAPED);
    for (Finding finding : SoftFloatCheck.builder().build().check(folder).findings()) {
      Location at = finding.location();
      if (inTypes.contains(finding.rule())) {
        if (at.kind() == MemberKind.FIELD) {
          lines.add(at.className() + "#" + at.member());
        } else if (at.kind() == MemberKind.METHOD) {
          String display = at.displayName();
          String parameters = display.substring(display.lastIndexOf('('));
          lines.add(at.className() + "#" + at.member() + parameters);
        }
      }
    }
    return new ArrayList<>(lines);
  }

  /** Everything that the model of ArchUnit shows of types. */
  private static Set<String> archUnit(Path classes) {
    Set<String> found = new TreeSet<>();
    JavaClasses imported = new ClassFileImporter().importPath(classes);
    for (JavaClass each : imported) {
      if (showsFloat(each)) {
        add(each.getName(), found);
      }
    }
    return found;
  }

  private static boolean showsFloat(JavaClass of) {
    for (JavaField field : of.getFields()) {
      if (isFloat(field.getType())) {
        return true;
      }
    }
    for (JavaCodeUnit unit : of.getCodeUnits()) {
      if (isFloat(unit.getReturnType())
          || unit.getParameterTypes().stream().anyMatch(Comparison::isFloat)
          || unit.getTypeParameters().stream()
              .anyMatch(each -> each.getUpperBounds().stream().anyMatch(Comparison::isFloat))) {
        return true;
      }
    }
    if (of.getTypeParameters().stream()
        .anyMatch(each -> each.getUpperBounds().stream().anyMatch(Comparison::isFloat))) {
      return true;
    }
    boolean depends =
        of.getDirectDependenciesFromSelf().stream()
            .anyMatch(each -> isFloatClass(each.getTargetClass()));
    return depends
        || of.getAccessesFromSelf().stream()
            .map(each -> each.getTarget().getFullName())
            .anyMatch(Comparison::namesFloat)
        || of.getMethodCallsFromSelf().stream()
            .anyMatch(each -> isFloatClass(each.getTarget().getRawReturnType()));
  }

  private static boolean namesFloat(String fullName) {
    Matcher words = Pattern.compile("[\\w.$]+").matcher(fullName);
    boolean parameters = false;
    while (words.find()) {
      parameters |= words.start() > 0 && fullName.charAt(words.start() - 1) == '(';
      if (parameters && FloatNames.is(words.group())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFloat(JavaType type) {
    return type.getAllInvolvedRawTypes().stream().anyMatch(Comparison::isFloatClass);
  }

  private static boolean isFloatClass(JavaClass type) {
    return FloatNames.is(type.getBaseComponentType().getName());
  }

  /** The definition of this library, by Java name. */
  private static final class FloatNames {
    static boolean is(String name) {
      return switch (name) {
        case "float", "double" -> true;
        default -> FloatTypes.standard().kindOf(name.replace('.', '/')) != null;
      };
    }
  }

  private static void add(String text, Set<String> found) {
    Matcher matcher = FIXTURE.matcher(text.replace(File.separatorChar, '/'));
    if (matcher.find()) {
      found.add((matcher.group(1) + matcher.group(2)).toLowerCase(Locale.ROOT));
    }
  }
}
