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

/** The class files of a JDK: of the running one, or of one in a folder. */
public final class Jdk implements AutoCloseable {
  private final FileSystem files;
  private final boolean isOwned;

  /** Folders of the modules that may have a package, by its name. */
  private final Map<String, List<Path>> modules = new HashMap<>();

  private Jdk(FileSystem files, boolean isOwned) {
    this.files = files;
    this.isOwned = isOwned;
  }

  /**
   * The JDK that runs this program.
   *
   * @return the JDK
   */
  public static Jdk running() {
    return new Jdk(FileSystems.getFileSystem(URI.create("jrt:/")), false);
  }

  /**
   * Another JDK, from release 9 on.
   *
   * @param home its folder
   * @return the JDK
   * @throws BadInputException if there is none
   * @throws IOException if it cannot be read
   */
  public static Jdk at(Path home) throws IOException, BadInputException {
    if (!Files.isRegularFile(home.resolve("lib").resolve("jrt-fs.jar"))
        || !Files.isRegularFile(home.resolve("lib").resolve("modules"))) {
      throw new BadInputException(
          "no JDK of release 9 or later (expected a folder that has lib/modules and"
              + " lib/jrt-fs.jar)");
    }
    Map<String, String> where = Map.of("java.home", home.toAbsolutePath().toString());
    return new Jdk(FileSystems.newFileSystem(URI.create("jrt:/"), where), true);
  }

  /**
   * Reads a class file.
   *
   * @param className internal name, such as {@code java/util/List}
   * @return the class file, or null if the JDK has no class of that name
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
   * The folder {@code /packages/java.util} holds a link to each module that has such a package, or
   * one below it.
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
