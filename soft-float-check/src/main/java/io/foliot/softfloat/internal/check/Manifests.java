package io.foliot.softfloat.internal.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** What a manifest says about the class files of an archive. */
final class Manifests {
  private Manifests() {}

  static boolean isMultiRelease(byte[] manifest) {
    if (manifest.length == 0) {
      return false;
    }
    try {
      Attributes main = new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes();
      return "true".equalsIgnoreCase(main.getValue(Attributes.Name.MULTI_RELEASE));
    } catch (IOException | IllegalArgumentException e) {
      // No JVM would read version folders of such an archive either.
      return false;
    }
  }
}
