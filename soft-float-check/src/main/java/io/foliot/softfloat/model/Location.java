package io.foliot.softfloat.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * Where a finding is. Unknown text is empty, an unknown line is 0; nothing is null.
 *
 * @param input the jar, folder, module or class file, as it was given, with {@code /} as separator
 * @param module the name of the module that contains the class, or empty
 * @param release 0 for the base of an archive, N for a class in {@code META-INF/versions/N}
 * @param className the binary name of the class, such as {@code java.util.Map$Entry}
 * @param kind the kind of element
 * @param member the name of the field, method or component; empty for {@link MemberKind#CLASS}
 * @param descriptor the JVM descriptor of the member; empty for {@link MemberKind#CLASS}
 * @param sourceFile the simple name of the source file, if the compiler recorded one, or empty
 * @param line the line in that file, from 1; 0 where the compiler recorded none, as for fields
 */
public record Location(
    String input,
    String module,
    int release,
    String className,
    MemberKind kind,
    String member,
    String descriptor,
    String sourceFile,
    int line)
    implements Comparable<Location> {
  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::input)
          .thenComparing(Location::module)
          .thenComparing(Location::className)
          .thenComparingInt(Location::release)
          .thenComparing(Location::kind)
          .thenComparing(Location::member)
          .thenComparing(Location::descriptor)
          .thenComparingInt(Location::line)
          .thenComparing(Location::sourceFile);

  /** No part is null. */
  public Location {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(member, "member");
    Objects.requireNonNull(descriptor, "descriptor");
    Objects.requireNonNull(sourceFile, "sourceFile");
  }

  /** {@return class and member in Java notation, such as {@code a.b.Foo.bar(int, double)}} */
  public String displayName() {
    StringBuilder text = new StringBuilder();
    text.append(className);
    switch (kind) {
      case CLASS -> {}
      case FIELD -> text.append('.').append(member);
      case COMPONENT -> text.append('(').append(member).append(')');
      case METHOD -> {
        text.append('.');
        switch (member) {
          case "<init>" -> text.append("new");
          case "<clinit>" -> text.append("static");
          default -> text.append(member);
        }
        Descriptors.appendParameters(descriptor, text);
      }
    }
    return text.toString();
  }

  /**
   * Derives the path of the source file below its source folder from the package, such as {@code
   * a/b/Foo.java}.
   *
   * @return the path, or empty if the compiler recorded no source file
   */
  public String sourcePath() {
    if (sourceFile.isEmpty()) {
      return "";
    }
    int dot = className.lastIndexOf('.');
    return dot < 0 ? sourceFile : className.substring(0, dot + 1).replace('.', '/') + sourceFile;
  }

  /** Orders by input, module, class, release, member and line. */
  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }
}
