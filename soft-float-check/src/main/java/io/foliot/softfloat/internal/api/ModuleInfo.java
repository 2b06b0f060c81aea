package io.foliot.softfloat.internal.api;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Which packages of an input others can see. Not {@code java.lang.module.ModuleDescriptor}, which
 * refuses descriptors newer than the running JDK.
 */
public final class ModuleInfo {
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
   * Reads a module descriptor.
   *
   * @param reader the class file {@code module-info.class}
   * @return what it exports
   */
  public static ModuleInfo read(ClassReader reader) {
    Map<String, Exposure> packages = new HashMap<>();
    String[] name = {""};
    boolean[] open = new boolean[1];
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public ModuleVisitor visitModule(String module, int access, String version) {
            name[0] = module;
            open[0] = (access & Opcodes.ACC_OPEN) != 0;
            return new ModuleVisitor(Opcodes.ASM9) {
              @Override
              public void visitExport(String exported, int flags, String... modules) {
                boolean toAll = modules == null || modules.length == 0;
                packages.put(exported, toAll ? Exposure.EXPORTED : Exposure.LIMITED);
              }

              @Override
              public void visitOpen(String opened, int flags, String... modules) {
                packages.putIfAbsent(opened, Exposure.LIMITED);
              }
            };
          }
        },
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    return new ModuleInfo(name[0], packages, open[0]);
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
