package io.foliot.softfloat.internal.input;

import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.util.Optional;

/** Reads classes of the running JDK. */
public final class Platform {
  private Platform() {}

  /**
   * Reads a class file of the JDK.
   *
   * @param className internal name, such as {@code java/util/List}
   * @param buffer receives the class file
   * @return whether the JDK has such a class
   * @throws IOException if it cannot be read
   */
  public static boolean read(String className, ClassBuffer buffer) throws IOException {
    int slash = className.lastIndexOf('/');
    String packageName = slash < 0 ? "" : className.substring(0, slash).replace('/', '.');
    // Most classes are in java.base.
    Module base = Object.class.getModule();
    Module module = base.getPackages().contains(packageName) ? base : moduleOf(packageName);
    if (module == null) {
      return false;
    }
    Optional<ResolvedModule> resolved =
        module.getLayer().configuration().findModule(module.getName());
    if (resolved.isEmpty()) {
      return false;
    }
    try (ModuleReader reader = resolved.get().reference().open()) {
      return RuntimeContainer.read(reader, className + ".class", buffer);
    }
  }

  /** The module of the boot or platform class loader that contains a package, or null. */
  private static Module moduleOf(String packageName) {
    for (Module module : ModuleLayer.boot().modules()) {
      if (module.getPackages().contains(packageName)) {
        ClassLoader loader = module.getClassLoader();
        if (loader == null || loader.equals(ClassLoader.getPlatformClassLoader())) {
          return module;
        }
      }
    }
    return null;
  }
}
