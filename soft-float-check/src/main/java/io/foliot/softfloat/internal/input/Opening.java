package io.foliot.softfloat.internal.input;

import io.foliot.softfloat.Problem;
import io.foliot.softfloat.internal.gang.Gang;
import java.io.IOException;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;

/** A container that is about to be opened; reading its directory is work for several threads. */
final class Opening {
  private final String name;
  private final Path archive;
  private final ModuleReference module;
  private final List<String> entries;

  /** What came of it: one of the two. */
  private Container opened;

  private Problem problem;

  private Opening(
      String name, Path archive, ModuleReference module, List<String> entries, Container opened) {
    this.name = name;
    this.archive = archive;
    this.module = module;
    this.entries = entries;
    this.opened = opened;
  }

  /** A folder or a class file, which is as good as open. */
  static Opening of(Container container) {
    return new Opening(container.name(), null, null, null, container);
  }

  static Opening of(String name, Path archive) {
    return new Opening(name, archive, null, null, null);
  }

  /** A module of the running JDK, and its class files if they are known. */
  static Opening of(ModuleReference module, List<String> entries) {
    return new Opening(RuntimeContainer.nameOf(module), null, module, entries, null);
  }

  /** The open container, or null if there is a problem. */
  Container opened() {
    return opened;
  }

  /** Why it could not be opened. */
  Problem problem() {
    return problem;
  }

  private void open() {
    try {
      if (archive != null) {
        opened = ZipContainer.open(archive, name);
      } else if (module != null) {
        opened = new RuntimeContainer(module, entries);
      }
    } catch (BadInputException e) {
      problem = new Problem(name, e.getMessage());
    } catch (IOException e) {
      problem = new Problem(name, Inputs.describe(e));
    }
  }

  /** Opens some of them. */
  record Opener(List<Opening> all) implements Gang.Member {
    @Override
    public void work(int from, int to) {
      for (int i = from; i < to; i++) {
        all.get(i).open();
      }
    }
  }
}
