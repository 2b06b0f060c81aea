package io.foliot.softfloat.internal.input;

import io.foliot.softfloat.Problem;
import io.foliot.softfloat.internal.gang.Gang;
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
import java.util.Map;
import java.util.Optional;

/** Opens what the user named: archives, folders, module paths, class files, the running JDK. */
public final class Inputs implements AutoCloseable {
  private static final String RUNTIME = "jrt:";

  /** Not a lambda: the first one of a JVM costs more than the check of a small library. */
  private static final Comparator<ModuleReference> BY_NAME =
      new Comparator<>() {
        @Override
        public int compare(ModuleReference one, ModuleReference other) {
          return one.descriptor().name().compareTo(other.descriptor().name());
        }
      };

  /** Paths compare themselves byte by byte, which is slow as long as it is not compiled. */
  private static final Comparator<Path> BY_TEXT =
      new Comparator<>() {
        @Override
        public int compare(Path one, Path other) {
          return one.toString().compareTo(other.toString());
        }
      };

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
   * Opens paths; what is wrong with them becomes a problem.
   *
   * @param paths jars, jmods, class files, folders of classes or of jars, or {@code jrt:/} with an
   *     optional module name for the running JDK
   * @param threads how many threads to use
   */
  public void open(Collection<Path> paths, int threads) {
    List<Opening> openings = new ArrayList<>();
    for (Path path : paths) {
      plan(path, openings);
    }
    List<Opening.Opener> openers = new ArrayList<>();
    for (int i = 0; i < Gang.size(threads, openings.size(), 1); i++) {
      openers.add(new Opening.Opener(openings));
    }
    try {
      Gang.run(openers, openings.size(), 1);
    } finally {
      for (Opening each : openings) {
        if (each.opened() != null) {
          containers.add(each.opened());
        } else if (each.problem() != null) {
          problems.add(each.problem());
        }
      }
    }
  }

  private void plan(Path path, List<Opening> openings) {
    String name = path.toString().replace('\\', '/');
    try {
      if (name.equals(RUNTIME) || name.startsWith(RUNTIME + "/")) {
        planRuntime(name.substring(Math.min(name.length(), RUNTIME.length() + 1)), openings);
      } else if (Files.isDirectory(path)) {
        planFolder(path, name, openings);
      } else {
        planFile(path, name, openings);
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

  private static void planRuntime(String module, List<Opening> openings) throws BadInputException {
    ModuleFinder system = ModuleFinder.ofSystem();
    RuntimeImage image = RuntimeImage.running();
    Map<String, List<String>> classes = image == null ? Map.of() : image.classes();
    if (module.isEmpty()) {
      List<ModuleReference> all = new ArrayList<>(system.findAll());
      all.sort(BY_NAME);
      for (ModuleReference reference : all) {
        openings.add(Opening.of(reference, classes.get(reference.descriptor().name())));
      }
      return;
    }
    Optional<ModuleReference> found = system.find(module);
    if (found.isEmpty()) {
      throw new BadInputException(
          "the running JDK has no module " + module + "; java --list-modules names them");
    }
    openings.add(Opening.of(found.get(), classes.get(module)));
  }

  private static void planFile(Path path, String name, List<Opening> openings)
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
      openings.add(Opening.of(new FolderContainer(name, path, List.of(path))));
    } else if (name.endsWith(".class")) {
      throw new BadInputException("not a class file: it does not start with CAFEBABE");
    } else {
      openings.add(Opening.of(name, path));
    }
  }

  /** A folder holds class files, jars (then it is a module path or library folder), or both. */
  private void planFolder(Path folder, String name, List<Opening> openings) {
    FolderWalk walk = FolderWalk.of(folder, problems);
    List<Path> classes = walk.classes();
    classes.sort(BY_TEXT);
    walk.archives().sort(BY_TEXT);
    walk.modules().sort(BY_TEXT);
    for (Path module : walk.modules()) {
      List<Path> own = new ArrayList<>();
      List<Path> others = new ArrayList<>();
      for (Path file : classes) {
        (file.startsWith(module) ? own : others).add(file);
      }
      classes = others;
      openings.add(
          Opening.of(new FolderContainer(module.toString().replace('\\', '/'), module, own)));
    }
    if (!classes.isEmpty()) {
      openings.add(Opening.of(new FolderContainer(name, folder, classes)));
    }
    for (Path archive : walk.archives()) {
      openings.add(Opening.of(archive.toString().replace('\\', '/'), archive));
    }
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
