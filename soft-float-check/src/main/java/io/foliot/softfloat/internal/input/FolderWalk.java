package io.foliot.softfloat.internal.input;

import io.foliot.softfloat.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds the class files, archives and modules in a folder and the folders below it. Links are
 * followed. By {@code java.io.File} where that tells all there is to know: {@code
 * Files.walkFileTree} takes as long for a small project as everything else that is done with it.
 */
final class FolderWalk {
  private static final String MODULE_INFO = "module-info.class";

  /** A few symbolic links can make a folder with more paths than anybody can count. */
  private static final int MAX_FOLDERS = 100_000;

  private final Path root;
  private final List<Problem> problems;
  private final List<Path> classes = new ArrayList<>();
  private final List<Path> archives = new ArrayList<>();
  private final List<Path> modules = new ArrayList<>();
  private final Deque<Folder> waiting = new ArrayDeque<>();

  /** A folder that is to be listed, and the one above it, or null for the root. */
  private record Folder(Path path, Object key, Folder above) {}

  private FolderWalk(Path root, List<Problem> problems) {
    this.root = root;
    this.problems = problems;
  }

  /**
   * Walks through a folder.
   *
   * @param root the folder
   * @param problems receives what cannot be read
   * @return what is in it
   */
  static FolderWalk of(Path root, List<Problem> problems) {
    FolderWalk walk = new FolderWalk(root, problems);
    walk.enter(root, null);
    walk.run();
    return walk;
  }

  /** All class files, in no order. */
  List<Path> classes() {
    return classes;
  }

  /** The jars and jmods in the root itself, in no order. */
  List<Path> archives() {
    return archives;
  }

  /** Folders below the root that are modules of their own, in no order. */
  List<Path> modules() {
    return modules;
  }

  private void run() {
    int folders = 0;
    while (!waiting.isEmpty()) {
      if (++folders > MAX_FOLDERS) {
        problem(
            root,
            "more than " + MAX_FOLDERS + " folders; do symbolic links in it lead to each other?");
        return;
      }
      Folder next = waiting.pop();
      if (!listPlain(next)) {
        list(next);
      }
    }
  }

  /**
   * Lists a folder of files and folders with plain names; false if anything else is in it, or if it
   * cannot be listed.
   */
  private boolean listPlain(Folder folder) {
    if (!folder.path().getFileSystem().equals(FileSystems.getDefault())) {
      return false;
    }
    File listed = folder.path().toFile();
    String[] names = listed.list();
    if (names == null) {
      return false;
    }
    List<Path> files = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    for (String name : names) {
      // Names that the character set of this process cannot express are only shown like that.
      if (name.indexOf('?') >= 0 || name.indexOf('\ufffd') >= 0) {
        return false;
      }
      File file = new File(listed, name);
      boolean wanted = isWanted(name);
      if (wanted && file.isFile()) {
        files.add(folder.path().resolve(name));
      } else if (file.isDirectory()) {
        folders.add(folder.path().resolve(name));
      } else if (wanted || !file.isFile()) {
        return false;
      }
    }
    for (Path file : files) {
      add(file, folder);
    }
    for (Path each : folders) {
      enter(each, folder);
    }
    return true;
  }

  private void list(Folder folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.path())) {
      for (Path entry : entries) {
        visit(entry, folder);
      }
    } catch (DirectoryIteratorException e) {
      problem(folder.path(), Inputs.describe(e.getCause()));
    } catch (IOException e) {
      problem(folder.path(), Inputs.describe(e));
    }
  }

  private void visit(Path entry, Folder folder) {
    boolean wanted = isWanted(entry.toString());
    try {
      BasicFileAttributes attributes = attributes(entry);
      if (attributes.isDirectory()) {
        enter(entry, folder);
      } else if (wanted && attributes.isOther()) {
        problem(entry, "not a regular file");
      } else if (wanted) {
        add(entry, folder);
      }
    } catch (IOException e) {
      problem(entry, Inputs.describe(e));
    }
  }

  /** Of what a link leads to, or of the link if it leads nowhere: reading it tells that. */
  private static BasicFileAttributes attributes(Path entry) throws IOException {
    try {
      return Files.readAttributes(entry, BasicFileAttributes.class);
    } catch (IOException e) {
      return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private void add(Path file, Folder folder) {
    // The text is asked as far as it goes: taking paths apart is slow until it is compiled.
    String text = file.toString();
    if (text.endsWith(".class")) {
      classes.add(file);
      if (text.endsWith(MODULE_INFO) && isModule(file, folder)) {
        modules.add(folder.path());
      }
    } else if (folder.above() == null) {
      archives.add(file);
    }
  }

  /** Whether a file tells that its folder is a module of its own. */
  private static boolean isModule(Path file, Folder folder) {
    return file.getFileName().toString().equals(MODULE_INFO)
        && folder.above() != null
        && !folder.path().toString().contains("META-INF");
  }

  private static boolean isWanted(String fileName) {
    return fileName.endsWith(".class") || fileName.endsWith(".jar") || fileName.endsWith(".jmod");
  }

  private void enter(Path path, Folder above) {
    try {
      Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
      for (Folder each = above; each != null; each = each.above()) {
        // Some systems have no keys.
        if (key == null ? Files.isSameFile(path, each.path()) : key.equals(each.key())) {
          problem(path, "a symbolic link leads back to a folder above it");
          return;
        }
      }
      waiting.push(new Folder(path, key, above));
    } catch (IOException e) {
      problem(path, Inputs.describe(e));
    }
  }

  private void problem(Path path, String message) {
    problems.add(new Problem(path.toString().replace('\\', '/'), message));
  }
}
