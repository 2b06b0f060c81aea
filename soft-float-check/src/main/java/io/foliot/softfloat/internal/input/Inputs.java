package io.foliot.softfloat.internal.input;

import io.foliot.softfloat.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Opens what the user named: archives, folders, module paths, class files, the running JDK. */
public final class Inputs implements AutoCloseable {
  private static final String RUNTIME = "jrt:";

  /** A few symbolic links can make a folder with more paths than anybody can count. */
  private static final int MAX_FOLDERS = 100_000;

  private final List<Container> containers = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /** Nothing is open yet. */
  public Inputs() {}

  /**
   * What was opened, in order.
   *
   * @return the containers; they stay open until this object is closed
   */
  public List<Container> containers() {
    return Collections.unmodifiableList(containers);
  }

  /**
   * What could not be opened.
   *
   * @return the problems
   */
  public List<Problem> problems() {
    return Collections.unmodifiableList(problems);
  }

  /**
   * Opens a path; what is wrong with it becomes a problem.
   *
   * @param path a jar, jmod, class file, folder of classes or of jars, or {@code jrt:/} with an
   *     optional module name for the running JDK
   */
  public void open(Path path) {
    String name = path.toString().replace('\\', '/');
    try {
      if (name.equals(RUNTIME) || name.startsWith(RUNTIME + "/")) {
        openRuntime(name.substring(Math.min(name.length(), RUNTIME.length() + 1)));
      } else if (Files.isDirectory(path)) {
        openFolder(path, name);
      } else {
        openFile(path, name);
      }
    } catch (BadInputException e) {
      problems.add(new Problem(name, e.getMessage()));
    } catch (IOException e) {
      problems.add(new Problem(name, describe(e)));
    }
  }

  /**
   * Says what an I/O error means to the user.
   *
   * @param error the error
   * @return one line
   */
  public static String describe(IOException error) {
    if (error instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (error instanceof AccessDeniedException) {
      return "no permission to read it";
    }
    if (error instanceof FileSystemLoopException) {
      return "a symbolic link leads back to a folder above it";
    }
    String message = error.getMessage();
    return "cannot be read: " + (message == null ? error.getClass().getSimpleName() : message);
  }

  private void openRuntime(String module) throws IOException, BadInputException {
    ModuleFinder system = ModuleFinder.ofSystem();
    if (module.isEmpty()) {
      List<ModuleReference> all = new ArrayList<>(system.findAll());
      all.sort(Comparator.comparing(reference -> reference.descriptor().name()));
      for (ModuleReference reference : all) {
        containers.add(new RuntimeContainer(reference));
      }
      return;
    }
    Optional<ModuleReference> found = system.find(module);
    if (found.isEmpty()) {
      throw new BadInputException(
          "the running JDK has no module " + module + "; java --list-modules names them");
    }
    containers.add(new RuntimeContainer(found.get()));
  }

  private void openFile(Path path, String name) throws IOException, BadInputException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new BadInputException(
          "neither a file nor a folder (expected a jar, jmod, class file or folder)");
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(4);
    }
    if (head.length == 4
        && (head[0] & 0xff) == 0xca
        && (head[1] & 0xff) == 0xfe
        && (head[2] & 0xff) == 0xba
        && (head[3] & 0xff) == 0xbe) {
      containers.add(new FolderContainer(name, path, List.of(path)));
    } else if (name.endsWith(".class")) {
      throw new BadInputException("not a class file: it does not start with CAFEBABE");
    } else {
      containers.add(ZipContainer.open(path, name));
    }
  }

  /** A folder holds class files, jars (then it is a module path or library folder), or both. */
  private void openFolder(Path folder, String name) throws IOException {
    List<Path> classes = new ArrayList<>();
    List<Path> archives = new ArrayList<>();
    List<Path> modules = new ArrayList<>();
    walk(folder, classes, archives, modules);
    Collections.sort(classes);
    Collections.sort(archives);
    Collections.sort(modules);
    for (Path module : modules) {
      List<Path> own = new ArrayList<>();
      List<Path> others = new ArrayList<>();
      for (Path file : classes) {
        (file.startsWith(module) ? own : others).add(file);
      }
      classes = others;
      containers.add(new FolderContainer(module.toString().replace('\\', '/'), module, own));
    }
    if (!classes.isEmpty()) {
      containers.add(new FolderContainer(name, folder, classes));
    }
    for (Path archive : archives) {
      String archiveName = archive.toString().replace('\\', '/');
      try {
        containers.add(ZipContainer.open(archive, archiveName));
      } catch (BadInputException e) {
        problems.add(new Problem(archiveName, e.getMessage()));
      } catch (IOException e) {
        problems.add(new Problem(archiveName, describe(e)));
      }
    }
  }

  private void walk(Path folder, List<Path> classes, List<Path> archives, List<Path> modules)
      throws IOException {
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<Path>() {
          private int folders;

          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
            if (++folders > MAX_FOLDERS) {
              problems.add(
                  new Problem(
                      folder.toString().replace('\\', '/'),
                      "more than "
                          + MAX_FOLDERS
                          + " folders; do symbolic links in it lead to each other?"));
              return FileVisitResult.TERMINATE;
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String fileName = file.getFileName().toString();
            Path parent = file.getParent();
            if (attributes.isOther() && isWanted(fileName)) {
              problems.add(new Problem(file.toString().replace('\\', '/'), "not a regular file"));
            } else if (fileName.endsWith(".class")) {
              classes.add(file);
              if (fileName.equals("module-info.class")
                  && !parent.equals(folder)
                  && !parent.toString().contains("META-INF")) {
                modules.add(parent);
              }
            } else if (isWanted(fileName) && parent.equals(folder)) {
              archives.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException error) {
            problems.add(new Problem(file.toString().replace('\\', '/'), describe(error)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isWanted(String fileName) {
    return fileName.endsWith(".class") || fileName.endsWith(".jar") || fileName.endsWith(".jmod");
  }

  @Override
  public void close() {
    for (Container container : containers) {
      try {
        container.close();
      } catch (IOException e) {
        problems.add(new Problem(container.name(), describe(e)));
      }
    }
  }
}
