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
  private final String name;
  private final ModuleReader reader;
  private final List<String> entries = new ArrayList<>();

  RuntimeContainer(ModuleReference module) throws IOException {
    name = nameOf(module);
    reader = module.open();
    Iterator<String> all = reader.list().iterator();
    while (all.hasNext()) {
      String entry = all.next();
      if (entry.endsWith(".class")) {
        entries.add(entry);
      }
    }
  }

  static String nameOf(ModuleReference module) {
    return "jrt:/" + module.descriptor().name();
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
    Optional<ByteBuffer> content = reader.read(entries.get(index));
    if (content.isEmpty()) {
      throw new BadInputException("the runtime image lists the entry but does not hold it");
    }
    ByteBuffer bytes = content.get();
    try {
      buffer.length = bytes.remaining();
      buffer.ensureBytes(buffer.length);
      bytes.get(buffer.bytes, 0, buffer.length);
    } finally {
      reader.release(bytes);
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
