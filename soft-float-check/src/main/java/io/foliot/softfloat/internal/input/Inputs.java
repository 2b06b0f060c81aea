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

/** Opens inputs: archives, folders, module paths, class files and modules of the running JDK. */
public final class Inputs implements AutoCloseable {
  private static final String RUNTIME = "jrt:";

  private final List<Container> containers = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /** Creates an object without inputs. */
  public Inputs() {}

  /** {@return the open containers, in order} */
  public List<Container> containers() {
    return Collections.unmodifiableList(containers);
  }

  /** {@return the inputs that could not be opened} */
  public List<Problem> problems() {
    return Collections.unmodifiableList(problems);
  }

  /** Opens one container, which takes most of the time. */
  @FunctionalInterface
  private interface Opener {
    Container open() throws IOException, BadInputException;
  }

  /** A container to open, and its name for problems. */
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

  /** An open container, or the problem that prevents it. */
  private record Opened(Container container, Problem problem) {}

  /**
   * Opens inputs, in parallel. Inputs that cannot be opened become problems.
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
   * Describes an I/O error for the user.
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

  /** {@return a message for the user after the heap is exhausted} */
  public static String noMemory() {
    return "the inputs need more memory than the heap of "
        + (Runtime.getRuntime().maxMemory() >> 20)
        + " MB; raise it with -Xmx, or check fewer inputs at once";
  }

  private static void planRuntime(String module, List<Planned> planned) throws BadInputException {
    ModuleFinder system = ModuleFinder.ofSystem();
    List<ModuleReference> modules = new ArrayList<>();
    if (module.isEmpty()) {
      modules.addAll(system.findAll());
      modules.sort(Comparator.comparing(each -> each.descriptor().name()));
    } else {
      modules.add(
          system
              .find(module)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "the running JDK has no module "
                              + module
                              + "; java --list-modules lists all modules")));
    }
    for (ModuleReference each : modules) {
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

  /** Plans a folder of class files, of archives, of modules, or a mix of them. */
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
    // An empty folder is an input too, so that the report mentions it.
    if (!classes.isEmpty() || (walk.modules().isEmpty() && walk.archives().isEmpty())) {
      List<Path> rest = classes;
      planned.add(new Planned(name, () -> new FolderContainer(name, folder, rest)));
    }
    for (Path archive : walk.archives()) {
      planned.add(new Planned(text(archive), () -> ZipContainer.open(archive, text(archive))));
    }
  }

  /**
   * Formats a path for reports.
   *
   * @param path the path
   * @return its text, with {@code /} as separator
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
