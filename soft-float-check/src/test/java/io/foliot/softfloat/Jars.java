package io.foliot.softfloat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes jars for tests. */
final class Jars {
  private static final LocalDateTime START = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Jars() {}

  /** Writes entries as they come. */
  static Path of(Path file, Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setTimeLocal(START);
        if (entry.getValue().length == 0) {
          // Starting to deflate takes longer than all the rest.
          header.setMethod(ZipEntry.STORED);
          header.setSize(0);
          header.setCrc(0);
        }
        zip.putNextEntry(header);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  /** Adds the files below a folder, under a prefix. */
  static void addFolder(Map<String, byte[]> entries, String prefix, Path folder)
      throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        entries.put(prefix + name, Files.readAllBytes(file));
      }
    }
  }
}
