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
 * Finds the source files that findings are about, and names files relative to the repository, so
 * that a report reads the same on every machine. Immutable and safe for use by several threads.
 */
public final class SourceTree {
  /** Where build tools keep sources, below the folder of a module. */
  private static final List<String> USUAL_ROOTS =
      List.of("src/main/java", "src/main/kotlin", "src/main/scala", "src/main/groovy", "src");

  /** How far above a folder of classes the folder of its module is looked for. */
  private static final int MAX_ABOVE = 5;

  private final Path repository;
  private final List<Path> roots;

  private SourceTree(Path repository, List<Path> roots) {
    this.repository = repository;
    this.roots = roots;
  }

  /**
   * A source tree.
   *
   * @param repository the folder that reports name files relative to
   * @param roots source folders, the parents of the outermost packages; where there are none, those
   *     that build tools use are tried near each input
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
   * A source tree whose repository is the nearest folder that holds {@code .git}, at or above a
   * folder; the folder itself if there is none.
   *
   * @param folder where to start
   * @param roots as for {@link #of}
   * @return the tree
   */
  public static SourceTree around(Path folder, Collection<Path> roots) {
    return around(folder, folder, roots);
  }

  /**
   * A source tree whose repository is the nearest folder that holds {@code .git}, at or above a
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
   * The source file of a finding, if it is in this tree.
   *
   * @param location where the finding is
   * @return the path relative to the repository, with {@code /} between names
   */
  public Optional<String> find(Location location) {
    String source = location.sourcePath();
    if (source.isEmpty()) {
      return Optional.empty();
    }
    for (Path root : roots.isEmpty() ? usualRoots(location.input()) : roots) {
      try {
        Path file = root.resolve(source).normalize();
        // Names come from class files: one that leads out of the source folder is none of ours.
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
   * Names a file in a way that does not depend on the machine.
   *
   * @param name a path with {@code /} between names, which may go on after {@code !/} with an entry
   *     of an archive
   * @return the path relative to the repository; outside it only the last name
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
