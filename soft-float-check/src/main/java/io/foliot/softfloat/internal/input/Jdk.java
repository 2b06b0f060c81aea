package io.foliot.softfloat.internal.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The class files of the running JDK or of another one. */
public final class Jdk implements AutoCloseable {
  private final FileSystem files;
  private final boolean isOwned;

  /** The folders of the modules that contain a package, by package name. */
  private final Map<String, List<Path>> modules = new HashMap<>();

  private Jdk(FileSystem files, boolean isOwned) {
    this.files = files;
    this.isOwned = isOwned;
  }

  /** {@return the JDK that runs this program} */
  public static Jdk running() {
    return new Jdk(FileSystems.getFileSystem(URI.create("jrt:/")), false);
  }

  /**
   * Opens a JDK of release 9 or later.
   *
   * @param home its home folder
   * @return the JDK
   * @throws BadInputException if the folder is not the home of such a JDK
   * @throws IOException if it cannot be read
   */
  public static Jdk at(Path home) throws IOException, BadInputException {
    if (!Files.isRegularFile(home.resolve("lib").resolve("jrt-fs.jar"))
        || !Files.isRegularFile(home.resolve("lib").resolve("modules"))) {
      throw new BadInputException(
          "not a JDK of release 9 or later; expected a folder with lib/modules and"
              + " lib/jrt-fs.jar");
    }
    Map<String, String> where = Map.of("java.home", home.toAbsolutePath().toString());
    return new Jdk(FileSystems.newFileSystem(URI.create("jrt:/"), where), true);
  }

  /**
   * Reads a class file.
   *
   * @param className internal name, such as {@code java/util/List}
   * @return the class file, or null if the JDK has no such class
   * @throws IOException if it cannot be read
   */
  public byte[] read(String className) throws IOException {
    int slash = className.lastIndexOf('/');
    if (slash < 0) {
      return null;
    }
    for (Path module : modules.computeIfAbsent(className.substring(0, slash), this::modulesOf)) {
      Path file = module.resolve(className + ".class");
      if (Files.exists(file)) {
        return Files.readAllBytes(file);
      }
    }
    return null;
  }

  /**
   * Lists modules through folders such as {@code /packages/java.util}, which links to each module
   * that contains the package or a subpackage.
   */
  private List<Path> modulesOf(String packageName) {
    Path links = files.getPath("/packages", packageName.replace('/', '.'));
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(links)) {
      return found;
    }
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(links)) {
      for (Path link : stream) {
        Path module = files.getPath("/modules", link.getFileName().toString());
        if (Files.isDirectory(module.resolve(packageName))) {
          found.add(module);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (isOwned) {
      files.close();
    }
  }
}
