package io.foliot.softfloat.internal.input;

import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A module of the running JDK. */
final class RuntimeContainer implements Container {
  private final ModuleReference module;
  private final List<String> entries;

  /**
   * A module.
   *
   * @param module the module
   * @param entries its class files, or null to ask the JDK for them
   * @throws IOException if the JDK cannot list them
   */
  RuntimeContainer(ModuleReference module, List<String> entries) throws IOException {
    this.module = module;
    this.entries = entries == null ? list(module) : entries;
  }

  private static List<String> list(ModuleReference module) throws IOException {
    List<String> entries = new ArrayList<>();
    try (ModuleReader reader = module.open()) {
      Iterator<String> all = reader.list().iterator();
      while (all.hasNext()) {
        String entry = all.next();
        if (entry.endsWith(".class")) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }

  /** Reads a class file of a module; tells whether there is one of that name. */
  static boolean read(ModuleReference module, String entry, ClassBuffer buffer) throws IOException {
    RuntimeImage image = RuntimeImage.running();
    if (image != null && image.read(module.descriptor().name(), entry, buffer)) {
      return true;
    }
    try (ModuleReader reader = module.open()) {
      Optional<ByteBuffer> content = reader.read(entry);
      if (content.isEmpty()) {
        return false;
      }
      ByteBuffer bytes = content.get();
      try {
        buffer.length = bytes.remaining();
        buffer.ensureBytes(buffer.length);
        bytes.get(buffer.bytes, 0, buffer.length);
      } finally {
        reader.release(bytes);
      }
      return true;
    }
  }

  static String nameOf(ModuleReference module) {
    return "jrt:/" + module.descriptor().name();
  }

  @Override
  public String name() {
    return nameOf(module);
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public String entryName(int index) {
    return entries.get(index);
  }

  @Override
  public void read(int index, ClassBuffer buffer) throws IOException, BadInputException {
    if (!read(module, entries.get(index), buffer)) {
      throw new BadInputException("the runtime image lists the entry but does not hold it");
    }
  }

  @Override
  public byte[] manifest() {
    return new byte[0];
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
