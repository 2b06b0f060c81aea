package io.foliot.clock.posix.kernel;

/** The operating system, by the name that the JVM gives it. */
public enum OperatingSystem {
  /** Linux, Android included. */
  LINUX("Linux"),

  /** macOS. */
  MACOS("macOS"),

  /** FreeBSD. */
  FREEBSD("FreeBSD"),

  /** Any other system. */
  OTHER(System.getProperty("os.name", "an unnamed system"));

  /** The operating system of this process. */
  public static final OperatingSystem CURRENT = of(System.getProperty("os.name", ""));

  private final String displayName;

  OperatingSystem(String displayName) {
    this.displayName = displayName;
  }

  /**
   * {@return the operating system with a name}
   *
   * @param osName value of the system property {@code os.name}
   */
  public static OperatingSystem of(String osName) {
    if (osName.startsWith("Linux")) {
      return LINUX;
    }
    if (osName.startsWith("Mac") || osName.startsWith("Darwin")) {
      return MACOS;
    }
    return osName.startsWith("FreeBSD") ? FREEBSD : OTHER;
  }

  @Override
  public String toString() {
    return displayName;
  }
}
