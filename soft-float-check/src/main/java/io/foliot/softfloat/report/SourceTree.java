package io.foliot.softfloat.report;

import io.foliot.softfloat.model.Location;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the source files of findings, and makes paths relative to the repository, so that a report
 * is the same on every machine. Immutable and thread-safe.
 */
public final class SourceTree {
  /** Source folders of build tools, relative to the folder of a module. */
  private static final List<String> USUAL_ROOTS =
      List.of("src/main/java", "src/main/kotlin", "src/main/scala", "src/main/groovy", "src");

  /** Parents of a class folder among which to look for the folder of its module. */
  private static final int MAX_ABOVE = 5;

  private final Path repository;
  private final List<Path> roots;

  private SourceTree(Path repository, List<Path> roots) {
    this.repository = repository;
    this.roots = roots;
  }

  /**
   * Creates a source tree.
   *
   * @param repository the folder that paths in reports are relative to
   * @param roots the source folders; if empty, the usual ones near each input
   * @return the tree
   */
  public static SourceTree of(Path repository, Collection<Path> roots) {
    List<Path> absolute = new ArrayList<>();
    for (Path root : roots) {
      absolute.add(root.toAbsolutePath().normalize());
    }
    return new SourceTree(repository.toAbsolutePath().normalize(), List.copyOf(absolute));
  }

  /**
   * Creates a source tree whose repository is the nearest folder with {@code .git}, at or above a
   * folder, or else that folder.
   *
   * @param folder where to start
   * @param roots as for {@link #of}
   * @return the tree
   */
  public static SourceTree around(Path folder, Collection<Path> roots) {
    return around(folder, folder, roots);
  }

  /**
   * Creates a source tree whose repository is the nearest folder with {@code .git}, at or above a
   * folder.
   *
   * @param folder where to start
   * @param otherwise the repository if there is no {@code .git}
   * @param roots as for {@link #of}
   * @return the tree
   */
  public static SourceTree around(Path folder, Path otherwise, Collection<Path> roots) {
    Path start = folder.toAbsolutePath().normalize();
    for (Path each = start; each != null; each = each.getParent()) {
      if (Files.exists(each.resolve(".git"))) {
        return of(each, roots);
      }
    }
    return of(otherwise, roots);
  }

  /**
   * Finds the source file of a finding.
   *
   * @param location the location of the finding
   * @return the path relative to the repository, with {@code /} as separator, or empty if the file
   *     is not in this tree
   */
  public Optional<String> find(Location location) {
    String source = location.sourcePath();
    if (source.isEmpty()) {
      return Optional.empty();
    }
    for (Path root : roots.isEmpty() ? usualRoots(location.input()) : roots) {
      try {
        Path file = root.resolve(source).normalize();
        // Class files choose the name: it must not lead out of the source folder.
        if (file.startsWith(root) && file.startsWith(repository) && Files.isRegularFile(file)) {
          return Optional.of(text(repository.relativize(file)));
        }
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Makes a path independent of the machine.
   *
   * @param name a path with {@code /} as separator, optionally followed by {@code !/} and an entry
   *     of an archive
   * @return the path relative to the repository; for paths outside it only the last name
   */
  public String relativize(String name) {
    int entry = name.indexOf("!/");
    if (entry >= 0) {
      return relativize(name.substring(0, entry)) + name.substring(entry);
    }
    if (name.startsWith("jrt:")) {
      return name;
    }
    try {
      Path path = Path.of(name).toAbsolutePath().normalize();
      if (path.startsWith(repository) && !path.equals(repository)) {
        return text(repository.relativize(path));
      }
      return path.getFileName() == null ? name : path.getFileName().toString();
    } catch (InvalidPathException e) {
      return name;
    }
  }

  private static Set<Path> usualRoots(String input) {
    Set<Path> found = new LinkedHashSet<>();
    try {
      Path above = Path.of(input).toAbsolutePath().normalize();
      for (int i = 0; i < MAX_ABOVE && above != null; i++) {
        for (String root : USUAL_ROOTS) {
          found.add(above.resolve(root));
        }
        above = above.getParent();
      }
    } catch (InvalidPathException e) {
      found.clear();
    }
    return found;
  }

  private static String text(Path path) {
    return path.toString().replace('\\', '/');
  }
}
