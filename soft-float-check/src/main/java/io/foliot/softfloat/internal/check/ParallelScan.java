package io.foliot.softfloat.internal.check;

import io.foliot.softfloat.FloatTypes;
import io.foliot.softfloat.Problem;
import io.foliot.softfloat.Progress;
import io.foliot.softfloat.internal.allow.Allowance;
import io.foliot.softfloat.internal.allow.AllowanceVisitor;
import io.foliot.softfloat.internal.api.ApiClass;
import io.foliot.softfloat.internal.api.ApiInput;
import io.foliot.softfloat.internal.api.ApiReader;
import io.foliot.softfloat.internal.api.ModuleInfo;
import io.foliot.softfloat.internal.code.CodeHit;
import io.foliot.softfloat.internal.code.CodeVisitor;
import io.foliot.softfloat.internal.gang.Gang;
import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.input.ClassBuffer;
import io.foliot.softfloat.internal.input.Container;
import io.foliot.softfloat.internal.input.Inputs;
import io.foliot.softfloat.internal.scan.Access;
import io.foliot.softfloat.internal.scan.ClassScanner;
import io.foliot.softfloat.internal.scan.ClassSummary;
import io.foliot.softfloat.internal.scan.TooLargeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Reads all class files of some containers, with several threads. */
public final class ParallelScan {
  private static final int CHUNK = 32;

  private final List<Container> containers;
  private final FloatTypes types;
  private final boolean withCode;
  private final Progress progress;

  /** The entries to read, in the order of the containers; null for all of them. */
  private final int[] wanted;

  private final int[] starts;
  private final boolean[] multiRelease;
  private final ReadClass[] read;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Allowance> allowances = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Stands for an entry that no JVM loads. */
  private static final ReadClass UNUSED = new ReadClass(null, null, 0);

  /** What came of one entry: a class, a module descriptor, or neither if it was a problem. */
  private record ReadClass(ApiClass found, ModuleInfo module, int release) {}

  /**
   * A scan.
   *
   * @param containers what to read; they stay open
   * @param types which types are floating point
   * @param withCode whether method bodies count
   * @param progress hears how far the scan is
   */
  public ParallelScan(
      List<Container> containers, FloatTypes types, boolean withCode, Progress progress) {
    this(containers, types, withCode, progress, null);
  }

  /**
   * A second look at some class files.
   *
   * @param containers what to read; they stay open
   * @param wanted entries of each container
   */
  ParallelScan(
      List<Container> containers, FloatTypes types, boolean withCode, List<BitSet> wanted) {
    this(containers, types, withCode, Progress.NONE, wanted);
  }

  private ParallelScan(
      List<Container> containers,
      FloatTypes types,
      boolean withCode,
      Progress progress,
      List<BitSet> wanted) {
    this.progress = progress;
    this.containers = containers;
    this.types = types;
    this.withCode = withCode;
    starts = new int[containers.size() + 1];
    multiRelease = new boolean[containers.size()];
    for (int i = 0; i < containers.size(); i++) {
      starts[i + 1] = starts[i] + containers.get(i).size();
    }
    read = new ReadClass[starts[containers.size()]];
    this.wanted = wanted == null ? null : flatten(wanted);
  }

  private int[] flatten(List<BitSet> entries) {
    int count = 0;
    for (BitSet each : entries) {
      count += each.cardinality();
    }
    int[] flat = new int[count];
    int at = 0;
    for (int i = 0; i < entries.size(); i++) {
      BitSet each = entries.get(i);
      for (int j = each.nextSetBit(0); j >= 0; j = each.nextSetBit(j + 1)) {
        flat[at++] = starts[i] + j;
      }
    }
    return flat;
  }

  /**
   * Problems with single entries.
   *
   * @return the problems, in no order
   */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * Annotations named {@code AllowFloat}.
   *
   * @return the annotations, in no order
   */
  public List<Allowance> allowances() {
    return allowances;
  }

  /**
   * What a reader should know about what was not read.
   *
   * @return the notes, in the order of the containers
   */
  public List<String> notes() {
    return notes;
  }

  /**
   * Reads everything.
   *
   * @param threads how many threads to use; at least 1
   * @return the inputs, in the order of the containers
   */
  public List<ApiInput> run(int threads) {
    if (wanted == null) {
      readManifests(threads);
    } else {
      // What is wanted was read before.
      Arrays.fill(multiRelease, true);
    }
    int count = wanted == null ? read.length : wanted.length;
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < Gang.size(threads, count, CHUNK); i++) {
      workers.add(new Worker());
    }
    Gang.run(workers, count, CHUNK);
    for (Worker worker : workers) {
      problems.addAll(worker.found);
      allowances.addAll(worker.allowed);
    }
    return collect();
  }

  private List<ApiInput> collect() {
    List<ApiInput> inputs = new ArrayList<>(containers.size());
    for (int i = 0; i < containers.size(); i++) {
      int size = starts[i + 1] - starts[i];
      ApiInput input = new ApiInput(containers.get(i).name(), wanted == null ? size : 0);
      int unused = 0;
      for (int j = starts[i]; j < starts[i + 1]; j++) {
        ReadClass each = read[j];
        if (each == null) {
          continue;
        }
        if (each.module() != null) {
          input.add(each.release(), each.module());
        } else if (each.found() != null) {
          input.add(each.found());
        } else {
          unused++;
        }
      }
      if (unused > 0) {
        notes.add(
            input.name()
                + ": "
                + unused
                + " classes in version folders were not checked: "
                + (multiRelease[i]
                    ? "there is no Java of that release"
                    : "the manifest does not say Multi-Release: true")
                + ", so no JVM loads them");
      }
      inputs.add(input);
    }
    return inputs;
  }

  private void readManifests(int threads) {
    List<ManifestReader> readers = new ArrayList<>();
    for (int i = 0; i < Gang.size(threads, containers.size(), 1); i++) {
      readers.add(new ManifestReader());
    }
    Gang.run(readers, containers.size(), 1);
    for (ManifestReader reader : readers) {
      problems.addAll(reader.found);
    }
  }

  /** Finds out which archives are multi-release jars. */
  private final class ManifestReader implements Gang.Member {
    private final List<Problem> found = new ArrayList<>();

    @Override
    public void work(int from, int to) {
      for (int i = from; i < to; i++) {
        multiRelease[i] = isMultiRelease(containers.get(i));
      }
    }

    private boolean isMultiRelease(Container container) {
      try {
        byte[] manifest = container.manifest();
        // What a compiler wrote gets its manifest when it is packed.
        boolean unpacked = container.isFolder() && manifest.length == 0;
        return unpacked || Manifests.isMultiRelease(manifest);
      } catch (IOException e) {
        found.add(new Problem(entry(container, "META-INF/MANIFEST.MF"), Inputs.describe(e)));
      } catch (BadInputException e) {
        found.add(new Problem(entry(container, "META-INF/MANIFEST.MF"), e.getMessage()));
      }
      return false;
    }
  }

  private static String entry(Container container, String entry) {
    return container.name() + "!/" + entry;
  }

  /** One thread's part of the work. */
  private final class Worker implements Gang.Member {
    private final ClassScanner scanner = new ClassScanner(withCode, types);
    private final ClassBuffer buffer = new ClassBuffer();
    private final List<Problem> found = new ArrayList<>();
    private final List<Allowance> allowed = new ArrayList<>();

    @Override
    public void work(int from, int to) {
      for (int i = from; i < to; i++) {
        readAt(wanted == null ? i : wanted[i]);
      }
      progress.update(to, wanted == null ? read.length : wanted.length);
    }

    @Override
    public void leave() {
      buffer.close();
    }

    private void readAt(int index) {
      int at = Arrays.binarySearch(starts, index);
      int owner = at >= 0 ? at : -at - 2;
      while (starts[owner + 1] == starts[owner]) {
        owner++;
      }
      Container container = containers.get(owner);
      int entry = index - starts[owner];
      try {
        read[index] = read(container, entry, multiRelease[owner]);
      } catch (IOException e) {
        problem(container, entry, Inputs.describe(e));
      } catch (BadInputException e) {
        problem(container, entry, e.getMessage());
      } catch (TooLargeException e) {
        problem(container, entry, e.getMessage());
      } catch (RuntimeException e) {
        // What ASM throws at class files that break the format in a way the scan does not look at.
        problem(container, entry, "damaged class file: its structure contradicts itself");
      } catch (StackOverflowError e) {
        problem(container, entry, "damaged class file: its annotations are nested without end");
      }
    }

    private void problem(Container container, int entry, String message) {
      String name = container.entryName(entry);
      boolean single = container.size() == 1 && container.name().endsWith(name);
      found.add(new Problem(single ? container.name() : entry(container, name), message));
    }

    private ReadClass read(Container container, int entry, boolean versions)
        throws IOException, BadInputException {
      int release = VersionFolders.releaseOf(container.entryName(entry));
      if (release == VersionFolders.UNKNOWN || (release > 0 && !versions)) {
        return UNUSED;
      }
      container.read(entry, buffer);
      ClassSummary summary = scanner.scan(buffer);
      if (scanner.isAllowing()) {
        allowed.addAll(AllowanceVisitor.read(buffer, container.name(), release));
      }
      if ((summary.access() & Access.MODULE) != 0) {
        String name = container.entryName(entry);
        if (!name.substring(name.lastIndexOf('/') + 1).equals("module-info.class")) {
          throw new BadInputException(
              "damaged class file: it is marked as a module and not named module-info.class");
        }
        return new ReadClass(null, ModuleInfo.read(scanner.parts()), release);
      }
      if (!scanner.isSuspicious()) {
        return new ReadClass(ApiClass.clean(container, entry, release, summary), null, release);
      }
      ApiReader api = new ApiReader(types, scanner, summary);
      List<CodeHit> code =
          withCode ? CodeVisitor.hits(buffer, types, scanner.floatMethods()) : List.of();
      return new ReadClass(
          ApiClass.of(container, entry, release, summary, api, code), null, release);
    }
  }
}
