package io.foliot.softfloat.internal.run;

/** Recognizes version folders of multi-release jars. */
final class VersionFolders {
  /** The release of an entry that no JVM loads, because its number is too high. */
  static final int UNKNOWN = -1;

  private static final String PREFIX = "META-INF/versions/";

  /** Bounds the number of version folders, each of which sees the classes of all lower ones. */
  private static final int MAX_RELEASE = 99;

  private VersionFolders() {}

  /** The release of {@code META-INF/versions/N/…}, {@link #UNKNOWN}, or 0 for any other entry. */
  static int releaseOf(String entry) {
    if (!entry.startsWith(PREFIX)) {
      return 0;
    }
    int release = 0;
    for (int i = PREFIX.length(); i < entry.length(); i++) {
      char c = entry.charAt(i);
      if (c == '/') {
        return release > MAX_RELEASE ? UNKNOWN : release;
      }
      if (c < '0' || c > '9') {
        return 0;
      }
      release = Math.min(release * 10 + (c - '0'), MAX_RELEASE + 1);
    }
    return 0;
  }
}
