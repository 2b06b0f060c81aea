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
    // Most are in java.base, and asking that module is much faster than asking a class loader.
    if (resource.startsWith("java/") || resource.startsWith("jdk/internal/")) {
      InputStream base = Object.class.getModule().getResourceAsStream(resource);
      if (base != null) {
        return base;
      }
    }
    return ClassLoader.getPlatformClassLoader().getResourceAsStream(resource);
  }
}
