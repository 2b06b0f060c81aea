package io.foliot.softfloat.internal.input;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The class files of a folder, or a single class file. */
final class FolderContainer implements Container {
  /** The largest read for which a file stream allocates no buffer. */
  private static final int PIECE = 8192;

  private final String name;
  private final Path root;
  private final int nameAt;
  private final List<Path> files;

  /**
   * Creates a container.
   *
   * @param name the name for reports
   * @param root the folder or file
   * @param files the class files in it
   */
  FolderContainer(String name, Path root, List<Path> files) {
    this.name = name;
    this.root = root;
    String text = root.toString();
    boolean separated = text.isEmpty() || text.endsWith(root.getFileSystem().getSeparator());
    this.nameAt = separated ? text.length() : text.length() + 1;
    this.files = List.copyOf(files);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return files.size();
  }

  @Override
  public String entryName(int index) {
    Path file = files.get(index);
    String entry = file.equals(root) ? file.getFileName().toString() : relativeName(file);
    return entry.replace('\\', '/');
  }

  private String relativeName(Path file) {
    return file.toString().substring(nameAt);
  }

  @Override
  public void read(int index, ClassBuffer buffer) throws IOException, BadInputException {
    read(files.get(index), buffer);
  }

  private static void read(Path file, ClassBuffer buffer) throws IOException, BadInputException {
    try (InputStream in = open(file)) {
      int length = 0;
      while (true) {
        int more = in.read(buffer.bytes, length, Math.min(PIECE, buffer.bytes.length - length));
        if (more < 0) {
          buffer.length = length;
          return;
        }
        length += more;
        if (length > ClassBuffer.MAX_CLASS_BYTES) {
          throw new BadInputException(
              "class file of more than " + ClassBuffer.MAX_CLASS_BYTES + " bytes, the limit");
        }
        if (length == buffer.bytes.length) {
          buffer.ensureBytes(length + 1);
        }
      }
    }
  }

  /** A file stream opens faster than a channel, and a folder has hundreds of files. */
  private static InputStream open(Path file) throws IOException {
    if (file.getFileSystem().equals(FileSystems.getDefault())) {
      try {
        return new FileInputStream(file.toFile());
      } catch (FileNotFoundException e) {
        // The channel reports the reason.
        return Files.newInputStream(file);
      }
    }
    return Files.newInputStream(file);
  }

  @Override
  public byte[] manifest() throws IOException, BadInputException {
    Path file = root.resolve("META-INF").resolve("MANIFEST.MF");
    if (!Files.isRegularFile(file)) {
      return new byte[0];
    }
    if (Files.size(file) > 1 << 20) {
      throw new BadInputException("manifest of more than 1 MB, the limit");
    }
    return Files.readAllBytes(file);
  }

  @Override
  public boolean isFolder() {
    return true;
  }

  @Override
  public void close() {}
}
