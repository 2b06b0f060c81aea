package io.foliot.softfloat.internal.check;

/** Version folders of multi-release jars. */
final class VersionFolders {
  private static final String PREFIX = "META-INF/versions/";

  private VersionFolders() {}

  /** The release of {@code META-INF/versions/N/…}, or 0 for an entry anywhere else. */
  static int releaseOf(String entry) {
    if (!entry.startsWith(PREFIX)) {
      return 0;
    }
    int release = 0;
    for (int i = PREFIX.length(); i < entry.length(); i++) {
      char c = entry.charAt(i);
      if (c == '/') {
        return release;
      }
      if (c < '0' || c > '9' || release > 9999) {
        return 0;
      }
      release = release * 10 + (c - '0');
    }
    return 0;
  }
}
