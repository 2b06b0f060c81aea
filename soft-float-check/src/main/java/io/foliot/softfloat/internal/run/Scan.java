package io.foliot.softfloat.internal.run;

import io.foliot.softfloat.internal.allow.Allowance;
import io.foliot.softfloat.internal.allow.AllowanceVisitor;
import io.foliot.softfloat.internal.api.ApiClass;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.ApiVisitor;
import io.foliot.softfloat.internal.api.ModuleInfo;
import io.foliot.softfloat.internal.classfile.Access;
import io.foliot.softfloat.internal.classfile.ClassFile;
import io.foliot.softfloat.internal.code.CodeHit;
import io.foliot.softfloat.internal.code.CodeVisitor;
import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.input.ClassBuffer;
import io.foliot.softfloat.internal.input.Container;
import io.foliot.softfloat.internal.input.Inputs;
import io.foliot.softfloat.internal.text.Counted;
import io.foliot.softfloat.model.FloatTypes;
import io.foliot.softfloat.model.Problem;
import io.foliot.softfloat.model.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Reads all classes of some containers, in parallel. */
final class Scan {
  /** Classes that one task reads with one buffer. */
  private static final int CHUNK = 128;

  private final FloatTypes types;
  private final boolean kotlinInternal;
  private final boolean withCode;
  private final Progress progress;
  private final AtomicLong done = new AtomicLong();
  private final List<ApiInput> inputs = new ArrayList<>();
  private final IdentityHashMap<ApiClass, List<CodeHit>> hits = new IdentityHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Allowance> allowances = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long total;

  private Scan(FloatTypes types, boolean kotlinInternal, boolean withCode, Progress progress) {
    this.types = types;
    this.kotlinInternal = kotlinInternal;
    this.withCode = withCode;
    this.progress = progress;
  }

  /**
   * Reads containers.
   *
   * @param kotlinInternal whether Kotlin's internal declarations count as API
   * @param withCode whether to apply the rules of depth code
   */
  static Scan of(
      List<Container> containers,
      FloatTypes types,
      boolean kotlinInternal,
      boolean withCode,
      Progress progress) {
    Scan scan = new Scan(types, kotlinInternal, withCode, progress);
    scan.run(containers);
    return scan;
  }

  /** The classes, by container. */
  List<ApiInput> inputs() {
    return inputs;
  }

  /** The uses of floating point in the code of classes that have any. */
  IdentityHashMap<ApiClass, List<CodeHit>> hits() {
    return hits;
  }

  List<Problem> problems() {
    return problems;
  }

  List<Allowance> allowances() {
    return allowances;
  }

  /** The skipped classes, in one line per container. */
  List<String> notes() {
    return notes;
  }

  private void run(List<Container> containers) {
    List<Chunk> chunks = new ArrayList<>();
    for (Archive archive : containers.parallelStream().map(Archive::of).toList()) {
      ApiInput input = new ApiInput(archive.container().name(), archive.container().size());
      inputs.add(input);
      total += archive.container().size();
      if (archive.problem() != null) {
        problems.add(archive.problem());
      }
      for (int from = 0; from < archive.container().size(); from += CHUNK) {
        chunks.add(new Chunk(archive, input, from));
      }
    }
    chunks.parallelStream().forEach(Chunk::read);
    ApiInput last = null;
    int unused = 0;
    for (Chunk chunk : chunks) {
      unused = chunk.input == last ? unused : 0;
      last = chunk.input;
      chunk.modules.forEach(chunk.input::add);
      chunk.classes.forEach(chunk.input::add);
      hits.putAll(chunk.hits);
      problems.addAll(chunk.problems);
      allowances.addAll(chunk.allowances);
      unused += chunk.unused;
      if (unused > 0 && chunk.isLast()) {
        notes.add(unusedNote(chunk.archive, unused));
      }
    }
  }

  private static String unusedNote(Archive archive, int unused) {
    return archive.container().name()
        + ": "
        + Counted.of(unused, "class")
        + " in version folders not checked, because "
        + (archive.multiRelease()
            ? "no Java release has that number"
            : "the manifest lacks Multi-Release: true")
        + " and no JVM loads them";
  }

  private static String entry(Container container, String entry) {
    return container.name() + "!/" + entry;
  }

  /**
   * A container and whether its manifest makes it multi-release.
   *
   * @param problem why the manifest could not be read, or null
   */
  private record Archive(Container container, boolean multiRelease, Problem problem) {
    static Archive of(Container container) {
      String message;
      try {
        byte[] manifest = container.manifest();
        // The output of a compiler gets its manifest when it is packaged.
        boolean unpacked = container.isFolder() && manifest.length == 0;
        return new Archive(container, unpacked || Manifests.isMultiRelease(manifest), null);
      } catch (IOException e) {
        message = Inputs.describe(e);
      } catch (BadInputException e) {
        message = e.getMessage();
      }
      Problem problem = new Problem(entry(container, "META-INF/MANIFEST.MF"), message);
      return new Archive(container, false, problem);
    }
  }

  /** Some classes of a container, which one task reads. */
  private final class Chunk {
    private final Archive archive;
    private final ApiInput input;
    private final int from;
    private final int to;
    private final List<ApiClass> classes = new ArrayList<>();
    private final Map<Integer, ModuleInfo> modules = new TreeMap<>();
    private final IdentityHashMap<ApiClass, List<CodeHit>> hits = new IdentityHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Allowance> allowances = new ArrayList<>();
    private int unused;

    Chunk(Archive archive, ApiInput input, int from) {
      this.archive = archive;
      this.input = input;
      this.from = from;
      to = Math.min(from + CHUNK, archive.container().size());
    }

    boolean isLast() {
      return to == archive.container().size();
    }

    void read() {
      try (ClassBuffer buffer = new ClassBuffer()) {
        for (int entry = from; entry < to; entry++) {
          read(entry, buffer);
        }
      }
      progress.update(done.addAndGet(to - from), total);
    }

    private void read(int entry, ClassBuffer buffer) {
      Container container = archive.container();
      String name = container.entryName(entry);
      int release = VersionFolders.releaseOf(name);
      if (release == VersionFolders.UNKNOWN || (release > 0 && !archive.multiRelease())) {
        unused++;
        return;
      }
      String message;
      try {
        container.read(entry, buffer);
        read(ClassFile.of(buffer), entry, name, release);
        return;
      } catch (IOException e) {
        message = Inputs.describe(e);
      } catch (BadInputException e) {
        message = e.getMessage();
      }
      boolean single = container.size() == 1 && container.name().endsWith(name);
      problems.add(new Problem(single ? container.name() : entry(container, name), message));
    }

    private void read(ClassFile file, int entry, String name, int release)
        throws BadInputException {
      Container container = archive.container();
      ApiVisitor visitor = ApiVisitor.read(file, types, kotlinInternal);
      List<Allowance> allowed = AllowanceVisitor.read(file, types, container.name(), release);
      if ((visitor.summary().access() & Access.MODULE) != 0) {
        if (!name.substring(name.lastIndexOf('/') + 1).equals("module-info.class")) {
          throw new BadInputException(
              "damaged class file: a module descriptor that is not named module-info.class");
        }
        modules.putIfAbsent(release, visitor.module());
        return;
      }
      List<CodeHit> found = withCode ? CodeVisitor.hits(file, types) : List.of();
      ApiClass read = ApiClass.of(container, entry, release, visitor);
      classes.add(read);
      allowances.addAll(allowed);
      if (!found.isEmpty()) {
        hits.put(read, found);
      }
    }
  }
}
