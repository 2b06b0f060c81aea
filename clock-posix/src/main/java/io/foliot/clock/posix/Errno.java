package io.foliot.clock.posix;

/** Names of the error numbers that the calls of this package can give. */
final class Errno {
  private Errno() {}

  /** The name, such as {@code EPERM}, or {@code errno 123} for a number that is not listed. */
  static String name(int errno) {
    String shared = sharedName(errno);
    if (shared != null) {
      return shared;
    }
    return switch (OperatingSystem.HERE) {
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

  /** Error numbers below 35 mean the same on every Unix, but for EAGAIN. */
  private static String sharedName(int errno) {
    return switch (errno) {
      case 1 -> "EPERM";
      case 2 -> "ENOENT";
      case 4 -> "EINTR";
      case 5 -> "EIO";
      case 6 -> "ENXIO";
      case 9 -> "EBADF";
      case 12 -> "ENOMEM";
      case 13 -> "EACCES";
      case 14 -> "EFAULT";
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
