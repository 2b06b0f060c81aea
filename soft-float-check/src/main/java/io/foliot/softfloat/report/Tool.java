package io.foliot.softfloat.report;

import java.lang.module.ModuleDescriptor;

/** Name and version of this tool in reports. */
final class Tool {
  static final String NAME = "soft-float-check";

  private Tool() {}

  /** The version, or empty if the classes are not packaged. */
  static String version() {
    ModuleDescriptor module = Tool.class.getModule().getDescriptor();
    if (module != null && module.rawVersion().isPresent()) {
      return module.rawVersion().get();
    }
    String version = Tool.class.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }
}
