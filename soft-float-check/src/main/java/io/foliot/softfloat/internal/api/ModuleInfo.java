package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.internal.input.BadInputException;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The visible packages of an input. Not {@code java.lang.module.ModuleDescriptor}, which rejects
 * descriptors newer than the running JDK.
 */
public final class ModuleInfo {
  private static final int ACC_OPEN = 0x0020;

  /** The visibility of a package. */
  enum Exposure {
    /** Exported to everyone. */
    EXPORTED,
    /** Exported to named modules only, or open to reflection. */
    LIMITED,
    /** Not exported or open. */
    HIDDEN
  }

  /** No module descriptor: every package is visible. */
  static final ModuleInfo NONE = new ModuleInfo("", null);

  private final String name;

  /** The exposure of each package, by internal name; null if there is no descriptor. */
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

  /** Reads a module descriptor (JVMS 4.7.25). */
  static final class Reader extends ModuleVisitor {
    private final Map<String, Exposure> packages = new HashMap<>();
    private String name;
    private boolean open;

    Reader() {
      super(Opcodes.ASM9);
    }

    Reader start(String module, int access) {
      name = module;
      open = (access & ACC_OPEN) != 0;
      return this;
    }

    @Override
    public void visitExport(String name, int access, String... modules) {
      packages.put(name, modules == null ? Exposure.EXPORTED : Exposure.LIMITED);
    }

    @Override
    public void visitOpen(String name, int access, String... modules) {
      packages.putIfAbsent(name, Exposure.LIMITED);
    }

    ModuleInfo result() throws BadInputException {
      if (name == null) {
        throw new BadInputException(
            "damaged class file: marked as a module, but without a module descriptor");
      }
      return new ModuleInfo(name, packages, open);
    }
  }

  /** {@return the name of the module, or empty} */
  public String name() {
    return name;
  }

  /** The exposure of the package of a class. */
  Exposure exposureOf(String className) {
    if (packages == null) {
      return Exposure.EXPORTED;
    }
    int slash = className.lastIndexOf('/');
    String packageName = slash < 0 ? "" : className.substring(0, slash);
    return packages.getOrDefault(packageName, open ? Exposure.LIMITED : Exposure.HIDDEN);
  }
}
