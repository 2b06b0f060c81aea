package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.scan.ClassParts;
import java.util.HashMap;
import java.util.Map;

/**
 * Which packages of an input others can see. Not {@code java.lang.module.ModuleDescriptor}, which
 * refuses descriptors newer than the running JDK.
 */
public final class ModuleInfo {
  private static final int ACC_OPEN = 0x0020;

  /** How far a package can be seen. */
  enum Exposure {
    /** Exported to everyone. */
    EXPORTED,
    /** Exported to named modules only, or open to reflection. */
    LIMITED,
    /** Not at all. */
    HIDDEN
  }

  /** No module descriptor: every package can be seen. */
  static final ModuleInfo NONE = new ModuleInfo("", null);

  private final String name;

  /** Package in internal form to its exposure; null if there is no descriptor. */
  private final Map<String, Exposure> packages;

  private final boolean open;

  private ModuleInfo(String name, Map<String, Exposure> packages) {
    this(name, packages, false);
  }

  private ModuleInfo(String name, Map<String, Exposure> packages, boolean open) {
    this.name = name;
    this.packages = packages;
    this.open = open;
  }

  /**
   * Reads a module descriptor (JVMS 4.7.25).
   *
   * @param parts the class file {@code module-info.class}
   * @return what it exports
   * @throws BadInputException if it is damaged
   */
  public static ModuleInfo read(ClassParts parts) throws BadInputException {
    Map<String, Exposure> packages = new HashMap<>();
    int start = parts.attribute(parts.attributesAt(), "Module");
    if (start == 0) {
      throw new BadInputException(
          "damaged class file: it is marked as a module and describes none");
    }
    boolean open = (parts.u2(start + 2) & ACC_OPEN) != 0;
    int at = start + 8 + 6 * parts.u2(start + 6);
    for (boolean exports : new boolean[] {true, false}) {
      int count = parts.u2(at);
      at += 2;
      for (int i = 0; i < count; i++) {
        int modules = parts.u2(at + 4);
        if (exports) {
          packages.put(parts.name(at), modules == 0 ? Exposure.EXPORTED : Exposure.LIMITED);
        } else {
          packages.putIfAbsent(parts.name(at), Exposure.LIMITED);
        }
        at += 6 + 2 * modules;
      }
    }
    return new ModuleInfo(parts.name(start), packages, open);
  }

  /**
   * Name of the module.
   *
   * @return the name, or empty
   */
  public String name() {
    return name;
  }

  /** Exposure of the package of a class. */
  Exposure exposureOf(String className) {
    if (packages == null) {
      return Exposure.EXPORTED;
    }
    int slash = className.lastIndexOf('/');
    String packageName = slash < 0 ? "" : className.substring(0, slash);
    return packages.getOrDefault(packageName, open ? Exposure.LIMITED : Exposure.HIDDEN);
  }
}
