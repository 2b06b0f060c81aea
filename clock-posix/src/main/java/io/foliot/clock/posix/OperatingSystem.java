package io.foliot.clock.posix;

/** The operating system and processor that this process runs on, as far as clocks care. */
enum OperatingSystem {
  LINUX("Linux"),
  MACOS("macOS"),
  FREEBSD("FreeBSD"),
  OTHER("this system");

  /** Where we are. */
  static final OperatingSystem HERE = of(System.getProperty("os.name", ""));

  private final String shown;

  OperatingSystem(String shown) {
    this.shown = shown;
  }

  static OperatingSystem of(String osName) {
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
    return this == OTHER ? System.getProperty("os.name", "an unnamed system") : shown;
  }
}
