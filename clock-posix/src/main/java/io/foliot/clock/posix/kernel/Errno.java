package io.foliot.clock.posix.kernel;

/** Error numbers of the C library and of Linux system calls. */
public final class Errno {
  /** Operation not permitted. */
  public static final int EPERM = 1;

  /** No such file or directory. */
  public static final int ENOENT = 2;

  /** Permission denied. */
  public static final int EACCES = 13;

  /** Bad address. */
  public static final int EFAULT = 14;

  private Errno() {}

  /**
   * {@return the name of an error number on this system, such as {@code EPERM}, or {@code errno
   * 123} for a number not listed here}
   *
   * @param errno positive
   */
  public static String name(int errno) {
    String shared = sharedName(errno);
    if (shared != null) {
      return shared;
    }
    return switch (OperatingSystem.CURRENT) {
      case LINUX -> linuxName(errno);
      case MACOS, FREEBSD -> bsdName(errno);
      case OTHER -> "errno " + errno;
    };
  }

  private static String linuxName(int errno) {
    return switch (errno) {
      case 11 -> "EAGAIN";
      case 38 -> "ENOSYS";
      case 62 -> "ETIME";
      case 75 -> "EOVERFLOW";
      case 95 -> "EOPNOTSUPP";
      default -> "errno " + errno;
    };
  }

  private static String bsdName(int errno) {
    return switch (errno) {
      case 35 -> "EAGAIN";
      case 45 -> "EOPNOTSUPP";
      case 78 -> "ENOSYS";
      case 84 -> "EOVERFLOW";
      default -> "errno " + errno;
    };
  }

  /** Error numbers below 35 are the same on every Unix, except EAGAIN. */
  private static String sharedName(int errno) {
    return switch (errno) {
      case EPERM -> "EPERM";
      case ENOENT -> "ENOENT";
      case 4 -> "EINTR";
      case 5 -> "EIO";
      case 6 -> "ENXIO";
      case 9 -> "EBADF";
      case 12 -> "ENOMEM";
      case EACCES -> "EACCES";
      case EFAULT -> "EFAULT";
      case 16 -> "EBUSY";
      case 19 -> "ENODEV";
      case 20 -> "ENOTDIR";
      case 21 -> "EISDIR";
      case 22 -> "EINVAL";
      case 23 -> "ENFILE";
      case 24 -> "EMFILE";
      case 25 -> "ENOTTY";
      case 34 -> "ERANGE";
      default -> null;
    };
  }
}
