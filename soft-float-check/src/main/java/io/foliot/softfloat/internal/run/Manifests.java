package io.foliot.softfloat.internal.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Reads manifests of archives. */
final class Manifests {
  private Manifests() {}

  static boolean isMultiRelease(byte[] manifest) {
    if (manifest.length == 0) {
      return false;
    }
    try {
      ByteArrayInputStream main = new ByteArrayInputStream(manifest, 0, mainLength(manifest));
      Attributes attributes = new Manifest(main).getMainAttributes();
      return "true".equalsIgnoreCase(attributes.getValue(Attributes.Name.MULTI_RELEASE));
    } catch (IOException | IllegalArgumentException e) {
      // JVMs ignore the version folders of such an archive too.
      return false;
    }
  }

  /** The length of the main section, which ends at the first empty line. */
  private static int mainLength(byte[] manifest) {
    boolean empty = true;
    for (int i = 0; i < manifest.length; i++) {
      if (manifest[i] == '\n' || (manifest[i] == '\r' && !isLineFeed(manifest, i + 1))) {
        if (empty) {
          return i + 1;
        }
        empty = true;
      } else if (manifest[i] != '\r') {
        empty = false;
      }
    }
    return manifest.length;
  }

  private static boolean isLineFeed(byte[] manifest, int at) {
    return at < manifest.length && manifest[at] == '\n';
  }
}
