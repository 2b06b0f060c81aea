import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the public API of one module as text and compares it with the committed text, so that a
 * change of API shows in review.
 *
 * <p>Usage: {@code java -cp CLASSPATH build/ApiDump.java check|update CLASSES API.TXT}
 */
final class ApiDump {
  private ApiDump() {}

  public static void main(String[] args) throws IOException, ClassNotFoundException {
    if (args.length != 3 || !(args[0].equals("check") || args[0].equals("update"))) {
      System.err.println("usage: java -cp CLASSPATH ApiDump.java check|update CLASSES API.TXT");
      System.exit(2);
    }
    Path classes = Path.of(args[1]);
    Path committed = Path.of(args[2]);
    List<String> now = dump(classes);
    if (args[0].equals("update")) {
      Files.write(committed, now);
      return;
    }
    List<String> then = Files.exists(committed) ? Files.readAllLines(committed) : List.of();
    if (now.equals(then)) {
      return;
    }
    System.err.println("The public API is not the one in " + committed + ":");
    now.stream().filter(line -> !then.contains(line)).forEach(l -> System.err.println("  + " + l));
    then.stream().filter(line -> !now.contains(line)).forEach(l -> System.err.println("  - " + l));
    System.err.println("If that is meant, run `mvn verify -DskipTests -Dapi=update` and commit it.");
    System.exit(1);
  }

  private static List<String> dump(Path classes) throws IOException, ClassNotFoundException {
    ModuleDescriptor module =
        ModuleFinder.of(classes).findAll().iterator().next().descriptor();
    List<String> lines = new ArrayList<>();
    lines.add("module " + module.name());
    module.requires().stream()
        .filter(r -> !r.name().equals("java.base"))
        .map(r -> "  requires " + r.modifiers() + " " + r.name())
        .sorted()
        .forEach(lines::add);
    module.uses().stream().sorted().forEach(u -> lines.add("  uses " + u));
    module.provides().stream()
        .map(p -> "  provides " + p.service() + " with " + p.providers())
        .sorted()
        .forEach(lines::add);
    for (ModuleDescriptor.Exports export : new TreeSet<>(module.exports())) {
      lines.add("");
      lines.add("package " + export.source() + (export.isQualified() ? " to " + export.targets() : ""));
      for (String name : classNames(classes, export.source())) {
        Class<?> type = Class.forName(name, false, ApiDump.class.getClassLoader());
        if (visible(type)) {
          lines.addAll(describe(type));
        }
      }
    }
    return lines;
  }

  private static List<String> classNames(Path classes, String packageName) throws IOException {
    Path folder = classes.resolve(packageName.replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
          .map(file -> packageName + "." + file.substring(0, file.length() - ".class".length()))
          .sorted()
          .toList();
    }
  }

  private static boolean visible(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getEnclosingClass()) {
      if (!Modifier.isPublic(c.getModifiers()) && !Modifier.isProtected(c.getModifiers())) {
        return false;
      }
      if (c.isAnonymousClass() || c.isLocalClass()) {
        return false;
      }
    }
    return true;
  }

  private static boolean visible(Member member) {
    return (Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()))
        && !member.isSynthetic();
  }

  private static List<String> describe(Class<?> type) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    Type parent = type.getGenericSuperclass();
    String supertypes = parent == null || parent == Object.class ? "" : " extends " + parent.getTypeName();
    if (type.getGenericInterfaces().length > 0) {
      supertypes +=
          (type.isInterface() ? " extends " : " implements ") + names(type.getGenericInterfaces());
    }
    lines.add(type.toGenericString() + supertypes);
    List<String> members = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (visible(field)) {
        members.add("  " + field.toGenericString().replace(type.getTypeName() + ".", ""));
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (visible(constructor)) {
        members.add("  " + signature(constructor, "<init>"));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (visible(method)) {
        members.add(
            "  " + signature(method, method.getGenericReturnType().getTypeName() + " " + method.getName()));
      }
    }
    members.stream().sorted().forEach(lines::add);
    return lines;
  }

  private static String signature(Executable executable, String name) {
    int modifiers =
        executable.getModifiers()
            & (executable instanceof Method ? Modifier.methodModifiers() : Modifier.constructorModifiers());
    String text = Modifier.toString(modifiers);
    if (executable instanceof Method method && method.isDefault()) {
      text += " default";
    }
    if (executable.getTypeParameters().length > 0) {
      text += " <" + names(executable.getTypeParameters()) + ">";
    }
    text += " " + name + "(" + names(executable.getGenericParameterTypes()) + ")";
    if (executable.getGenericExceptionTypes().length > 0) {
      text += " throws " + names(executable.getGenericExceptionTypes());
    }
    return text;
  }

  private static String names(Type[] types) {
    return Arrays.stream(types).map(Type::getTypeName).collect(Collectors.joining(", "));
  }
}
