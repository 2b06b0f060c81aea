package io.foliot.softfloat.internal.reach;

import java.util.Set;

/**
 * The packages of the JDK whose classes store the objects of programs, such as collections. Their
 * methods are always followed. The rest of the JDK (class loading, locales, security, networks) is
 * skipped behind a method that is known to execute floating point, because no finding depends on
 * it.
 */
final class Carriers {
  private static final Set<String> PACKAGES =
      Set.of(
          "java/io",
          "java/lang",
          "java/lang/ref",
          "java/nio",
          "java/util",
          "java/util/concurrent",
          "java/util/concurrent/atomic",
          "java/util/concurrent/locks",
          "java/util/function",
          "java/util/stream");

  /** Classes in these packages that store no objects of programs. */
  private static final Set<String> OTHERS =
      Set.of(
          "java/io/ObjectInputStream",
          "java/io/ObjectOutputStream",
          "java/io/ObjectStreamClass",
          "java/lang/ClassLoader",
          "java/lang/Module",
          "java/lang/ModuleLayer",
          "java/lang/Package",
          "java/lang/ProcessBuilder",
          "java/lang/SecurityManager",
          "java/util/Calendar",
          "java/util/Currency",
          "java/util/Date",
          "java/util/Formatter",
          "java/util/GregorianCalendar",
          "java/util/Locale",
          "java/util/Properties",
          "java/util/ResourceBundle",
          "java/util/Scanner",
          "java/util/ServiceLoader",
          "java/util/TimeZone",
          "java/util/UUID");

  private Carriers() {}

  /** Whether a method can be skipped. */
  static boolean isLeftOut(CodeMethod method) {
    String name = method.owner.name;
    if (method.owner.origin != Origin.JDK) {
      return false;
    }
    int nested = name.indexOf('$');
    String outer = nested < 0 ? name : name.substring(0, nested);
    int slash = outer.lastIndexOf('/');
    return !PACKAGES.contains(slash < 0 ? "" : outer.substring(0, slash)) || OTHERS.contains(outer);
  }
}
