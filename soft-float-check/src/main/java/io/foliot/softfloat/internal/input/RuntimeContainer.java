package io.foliot.softfloat.internal.input;

import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A module of the running JDK. */
final class RuntimeContainer implements Container {
  private final String name;
  private final ModuleReader reader;
  private final List<String> entries;

  RuntimeContainer(ModuleReference module) throws IOException {
    name = nameOf(module);
    reader = module.open();
    try (Stream<String> all = reader.list()) {
      entries = all.filter(each -> each.endsWith(".class")).toList();
    }
  }

  static String nameOf(ModuleReference module) {
    return "jrt:/" + module.descriptor().name();
  }

  /** Reads a class file of a module; returns whether the module contains it. */
  static boolean read(ModuleReader reader, String entry, ClassBuffer buffer) throws IOException {
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

  @Override
  public String name() {
    return name;
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
    if (!read(reader, entries.get(index), buffer)) {
      throw new BadInputException("the runtime image lists the entry but does not contain it");
    }
  }

  @Override
  public byte[] manifest() {
    return new byte[0];
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
