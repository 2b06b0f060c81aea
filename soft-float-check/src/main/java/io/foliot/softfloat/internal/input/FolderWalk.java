package io.foliot.softfloat.internal.input;

import io.foliot.softfloat.model.Problem;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Finds the class files below a folder, the archives directly in it, and the folders of modules.
 * Follows symbolic links. Unreadable files and folders become problems.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {
  private static final String MODULE_INFO = "module-info.class";

  /** Bounds the number of paths, which symbolic links can make exponential. */
  private static final int MAX_FOLDERS = 100_000;

  private final Path root;
  private final List<Problem> problems;
  private final List<Path> classes = new ArrayList<>();
  private final List<Path> archives = new ArrayList<>();
  private final List<Path> modules = new ArrayList<>();
  private int folders;

  private FolderWalk(Path root, List<Problem> problems) {
    this.root = root;
    this.problems = problems;
  }

  /** Walks a folder and adds problems to a list. */
  static FolderWalk of(Path root, List<Problem> problems) throws IOException {
    FolderWalk walk = new FolderWalk(root, problems);
    Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    return walk;
  }

  /** All class files, sorted by name. */
  List<Path> classes() {
    return sorted(classes);
  }

  /** Jars and jmods directly in the folder, sorted by name. */
  List<Path> archives() {
    return sorted(archives);
  }

  /** Folders below the root that have a module descriptor, sorted by name. */
  List<Path> modules() {
    return sorted(modules);
  }

  private static List<Path> sorted(List<Path> paths) {
    return paths.stream()
        .sorted((one, other) -> one.toString().compareTo(other.toString()))
        .toList();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (++folders > MAX_FOLDERS) {
      problem(root, "more than " + MAX_FOLDERS + " folders; do its symbolic links form cycles?");
      return FileVisitResult.TERMINATE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = String.valueOf(file.getFileName());
    boolean inRoot = root.equals(file.getParent());
    boolean isClass = name.endsWith(".class");
    boolean isArchive = name.endsWith(".jar") || name.endsWith(".jmod");
    if (!isClass && !isArchive) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isOther()) {
      problem(file, "not a regular file");
    } else if (isClass) {
      classes.add(file);
      if (name.equals(MODULE_INFO) && !inRoot && !file.toString().contains("META-INF")) {
        modules.add(file.getParent());
      }
    } else if (inRoot) {
      archives.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    problem(
        file,
        failure instanceof FileSystemLoopException
            ? "a symbolic link leads to one of its parent folders"
            : Inputs.describe(failure));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
    if (failure != null) {
      problem(folder, Inputs.describe(failure));
    }
    return FileVisitResult.CONTINUE;
  }

  private void problem(Path path, String message) {
    problems.add(new Problem(path.toString().replace('\\', '/'), message));
  }
}
