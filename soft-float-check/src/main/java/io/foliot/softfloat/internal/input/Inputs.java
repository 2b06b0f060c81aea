package io.foliot.softfloat.internal.input;

import io.foliot.softfloat.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Opens what the user named: archives, folders, module paths, class files, the running JDK. */
public final class Inputs implements AutoCloseable {
  private static final String RUNTIME = "jrt:";

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

  /** Opens one container; most of the time is spent in this. */
  @FunctionalInterface
  private interface Opener {
    Container open() throws IOException, BadInputException;
  }

  /** What is to be opened, and how it is named where that fails. */
  private record Planned(String name, Opener opener) {
    Opened open() {
      try {
        return new Opened(opener.open(), null);
      } catch (BadInputException e) {
        return new Opened(null, new Problem(name, e.getMessage()));
      } catch (IOException e) {
        return new Opened(null, new Problem(name, describe(e)));
      }
    }
  }

  /** A container, or why there is none. */
  private record Opened(Container container, Problem problem) {}

  /**
   * Opens inputs; what cannot be opened becomes a problem.
   *
   * @param paths jars, jmods, class files, folders of classes or of jars, or {@code jrt:/[MODULE]}
   */
  public void open(Collection<Path> paths) {
    List<Planned> planned = new ArrayList<>();
    for (Path path : paths) {
      plan(path, planned);
    }
    for (Opened each : planned.parallelStream().map(Planned::open).toList()) {
      if (each.container() != null) {
        containers.add(each.container());
      } else {
        problems.add(each.problem());
      }
    }
  }

  private void plan(Path path, List<Planned> planned) {
    String name = text(path);
    try {
      if (name.equals(RUNTIME) || name.startsWith(RUNTIME + "/")) {
        planRuntime(name.substring(Math.min(name.length(), RUNTIME.length() + 1)), planned);
      } else if (Files.isDirectory(path)) {
        planFolder(path, name, planned);
      } else {
        planFile(path, name, planned);
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
    String message = error.getMessage();
    return "cannot be read: " + (message == null ? error.getClass().getSimpleName() : message);
  }

  /**
   * Says what to do if the heap does not suffice.
   *
   * @return one line
   */
  public static String noMemory() {
    return "the inputs need more memory than the heap of "
        + (Runtime.getRuntime().maxMemory() >> 20)
        + " MB; give Java more with -Xmx, or check fewer inputs at once";
  }

  private static void planRuntime(String module, List<Planned> planned) throws BadInputException {
    ModuleFinder system = ModuleFinder.ofSystem();
    List<ModuleReference> wanted = new ArrayList<>();
    if (module.isEmpty()) {
      wanted.addAll(system.findAll());
      wanted.sort(Comparator.comparing(each -> each.descriptor().name()));
    } else {
      wanted.add(
          system
              .find(module)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "the running JDK has no module "
                              + module
                              + "; java --list-modules names them")));
    }
    for (ModuleReference each : wanted) {
      planned.add(new Planned(RuntimeContainer.nameOf(each), () -> new RuntimeContainer(each)));
    }
  }

  private static void planFile(Path path, String name, List<Planned> planned)
      throws IOException, BadInputException {
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
      planned.add(new Planned(name, () -> new FolderContainer(name, path, List.of(path))));
    } else if (name.endsWith(".class")) {
      throw new BadInputException("not a class file: it does not start with CAFEBABE");
    } else {
      planned.add(new Planned(name, () -> ZipContainer.open(path, name)));
    }
  }

  /** A folder holds class files, jars (then it is a module path or library folder), or both. */
  private void planFolder(Path folder, String name, List<Planned> planned) throws IOException {
    FolderWalk walk = FolderWalk.of(folder, problems);
    List<Path> classes = walk.classes();
    for (Path module : walk.modules()) {
      List<Path> own = new ArrayList<>();
      List<Path> others = new ArrayList<>();
      for (Path file : classes) {
        (file.startsWith(module) ? own : others).add(file);
      }
      classes = others;
      String moduleName = text(module);
      planned.add(new Planned(moduleName, () -> new FolderContainer(moduleName, module, own)));
    }
    // An empty folder is an input as well: a report says that there is nothing in it.
    if (!classes.isEmpty() || (walk.modules().isEmpty() && walk.archives().isEmpty())) {
      List<Path> rest = classes;
      planned.add(new Planned(name, () -> new FolderContainer(name, folder, rest)));
    }
    for (Path archive : walk.archives()) {
      planned.add(new Planned(text(archive), () -> ZipContainer.open(archive, text(archive))));
    }
  }

  /**
   * How reports name a path.
   *
   * @param path the path
   * @return its text, with {@code /} between names
   */
  public static String text(Path path) {
    return path.toString().replace('\\', '/');
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
