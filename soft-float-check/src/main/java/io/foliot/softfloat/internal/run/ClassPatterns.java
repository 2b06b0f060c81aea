package io.foliot.softfloat.internal.run;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Patterns of binary class names: {@code *} matches within a package, {@code **} across. */
public final class ClassPatterns implements Predicate<String> {
  private final List<Glob> includes;
  private final List<Glob> excludes;

  /**
   * Creates a filter.
   *
   * @param includes patterns, one of which must match; empty for all classes
   * @param excludes patterns, none of which may match
   */
  public ClassPatterns(Collection<String> includes, Collection<String> excludes) {
    this.includes = includes.stream().map(Glob::of).toList();
    this.excludes = excludes.stream().map(Glob::of).toList();
  }

  @Override
  public boolean test(String className) {
    return (includes.isEmpty() || includes.stream().anyMatch(each -> each.matches(className)))
        && excludes.stream().noneMatch(each -> each.matches(className));
  }

  /** The patterns that match none of the given binary names. */
  List<String> unmatched(Collection<String> classNames) {
    return Stream.concat(includes.stream(), excludes.stream())
        .filter(glob -> classNames.stream().noneMatch(glob::matches))
        .map(Glob::text)
        .toList();
  }

  /** A pattern and its regular expression. */
  private record Glob(String text, Pattern pattern) {
    static Glob of(String text) {
      StringBuilder regex = new StringBuilder();
      int at = 0;
      while (at < text.length()) {
        if (text.startsWith("**", at)) {
          regex.append(".*");
          at += 2;
        } else {
          char c = text.charAt(at);
          regex.append(
              switch (c) {
                case '*' -> "[^.]*";
                case '?' -> "[^.]";
                default -> Pattern.quote(String.valueOf(c));
              });
          at++;
        }
      }
      return new Glob(text, Pattern.compile(regex.toString()));
    }

    boolean matches(String className) {
      return pattern.matcher(className).matches();
    }
  }
}
