package io.foliot.softfloat.internal.input;

import java.io.IOException;
import java.io.InputStream;

/** The classes of the running JDK, as supertypes and as what programs call. */
public final class Platform {
  private Platform() {}

  /**
   * Opens a class file of the JDK.
   *
   * @param resource its name, such as {@code java/util/List.class}
   * @return the class file, or null if the JDK has none of that name
   * @throws IOException if it cannot be read
   */
  public static InputStream open(String resource) throws IOException {
    int slash = resource.lastIndexOf('/');
    String packageName = slash < 0 ? "" : resource.substring(0, slash).replace('/', '.');
    // Most are in java.base.
    Module base = Object.class.getModule();
    Module module = base.getPackages().contains(packageName) ? base : moduleOf(packageName);
    return module == null ? null : module.getResourceAsStream(resource);
  }

  /**
   * The module that the platform class loader knows a package from: to find out from the class
   * loader itself that there is no such class takes much longer, and so does a map of all packages
   * for the few questions of a small check.
   */
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
