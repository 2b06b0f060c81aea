package io.foliot.softfloat.internal.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Patterns over binary class names: {@code *} stays in a package, {@code **} does not. */
public final class ClassPatterns implements Predicate<String> {
  private final List<Pattern> includes;
  private final List<Pattern> excludes;

  /**
   * A filter.
   *
   * @param includes patterns of which one must match; empty for all classes
   * @param excludes patterns of which none may match
   */
  public ClassPatterns(Collection<String> includes, Collection<String> excludes) {
    this.includes = compile(includes);
    this.excludes = compile(excludes);
  }

  @Override
  public boolean test(String className) {
    return (includes.isEmpty() || matches(includes, className)) && !matches(excludes, className);
  }

  private static boolean matches(List<Pattern> patterns, String className) {
    for (Pattern pattern : patterns) {
      if (pattern.matcher(className).matches()) {
        return true;
      }
    }
    return false;
  }

  private static List<Pattern> compile(Collection<String> globs) {
    List<Pattern> patterns = new ArrayList<>();
    for (String glob : globs) {
      StringBuilder regex = new StringBuilder();
      int at = 0;
      while (at < glob.length()) {
        if (glob.startsWith("**", at)) {
          regex.append(".*");
          at += 2;
        } else {
          char c = glob.charAt(at);
          if (c == '*') {
            regex.append("[^.]*");
          } else if (c == '?') {
            regex.append("[^.]");
          } else {
            regex.append(Pattern.quote(String.valueOf(c)));
          }
          at++;
        }
      }
      patterns.add(Pattern.compile(regex.toString()));
    }
    return List.copyOf(patterns);
  }
}
