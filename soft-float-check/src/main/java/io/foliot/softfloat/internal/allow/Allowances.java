package io.foliot.softfloat.internal.allow;

import io.foliot.softfloat.model.Location;
import io.foliot.softfloat.model.MemberKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * All annotations named {@code AllowFloat}, by location. An annotation covers its element and
 * everything inside: the classes of a package, the members and nested classes of a class, the
 * lambdas of a method.
 */
public final class Allowances {
  private static final String LAMBDA = "lambda$";

  /** A nesting depth that no compiler produces. */
  private static final int MAX_NESTING = 255;

  private final Map<String, String> reasons = new HashMap<>();

  /**
   * Indexes annotations. Those without a reason accept nothing.
   *
   * @param all the annotations
   */
  public Allowances(Collection<Allowance> all) {
    for (Allowance each : all) {
      Location at = each.location();
      if (each.effective() && !each.reason().isEmpty()) {
        reasons.putIfAbsent(
            key(at, at.release(), at.className(), at.kind(), at.member() + at.descriptor()),
            each.reason());
        if (at.kind() == MemberKind.METHOD) {
          reasons.putIfAbsent(
              key(at, at.release(), at.className(), at.kind(), LAMBDA + at.member()),
              each.reason());
        }
      }
    }
  }

  /**
   * Finds the reason why floating point is accepted at a location.
   *
   * @param at the location
   * @return the reason, or null if it is not accepted there
   */
  public String reasonFor(Location at) {
    if (reasons.isEmpty()) {
      return null;
    }
    String reason = null;
    if (at.kind() != MemberKind.CLASS) {
      reason = get(at, at.release(), at.className(), at.kind(), at.member() + at.descriptor());
      if (reason == null && at.member().startsWith(LAMBDA)) {
        reason = get(at, at.release(), at.className(), at.kind(), LAMBDA + enclosing(at.member()));
      }
    }
    return reason == null ? ofClass(at) : reason;
  }

  private String ofClass(Location at) {
    String name = at.className();
    for (int i = 0; i < MAX_NESTING && name != null; i++) {
      String reason = get(at, at.release(), name, MemberKind.CLASS, "");
      if (reason != null) {
        return reason;
      }
      int dollar = name.lastIndexOf('$');
      name = dollar > name.lastIndexOf('.') + 1 ? name.substring(0, dollar) : null;
    }
    return ofPackage(at);
  }

  /** Falls back to the base, because version folders rarely contain a package-info. */
  private String ofPackage(Location at) {
    String name = at.className().substring(0, at.className().lastIndexOf('.') + 1) + "package-info";
    String reason = get(at, at.release(), name, MemberKind.CLASS, "");
    return reason == null ? get(at, 0, name, MemberKind.CLASS, "") : reason;
  }

  /** The method that contains a lambda, which javac names {@code lambda$NAME$3}. */
  private static String enclosing(String lambda) {
    int end = lambda.lastIndexOf('$');
    String name = lambda.substring(LAMBDA.length(), Math.max(LAMBDA.length(), end));
    return switch (name) {
      case "new" -> "<init>";
      case "static" -> "<clinit>";
      default -> name;
    };
  }

  private String get(Location at, int release, String className, MemberKind kind, String member) {
    return reasons.get(key(at, release, className, kind, member));
  }

  private static String key(
      Location at, int release, String className, MemberKind kind, String member) {
    return at.input() + '\n' + release + '\n' + className + '\n' + kind + '\n' + member;
  }
}
