package io.foliot.verified;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Proves all theorems about the classes on the class path, tests the prover, and prints the
 * results; see {@code docs/verified.md}.
 */
public final class Verified {
  private final boolean isQuick;

  /** Which theorems to prove, by their signatures. */
  private final Pattern only;

  private final ClassFiles classes = new ClassFiles();
  private final Theorems theorems = new Theorems(classes);
  private final List<String> faults = new ArrayList<>();

  private Verified(boolean isQuick, Pattern only) {
    this.isQuick = isQuick;
    this.only = only;
    UnsignedTheorems.state(theorems);
    NanosTheorems.state(theorems);
    TickTheorems.state(theorems);
    PosixTheorems.state(theorems);
    SignedTheorems.state(theorems);
    XenTheorems.state(theorems);
    LineTheorems.state(theorems);
    SteeringTheorems.state(theorems, RateTheorems.state(theorems));
  }

  /**
   * Runs it.
   *
   * @param args {@code --quick} to try a part of the mutants only; {@code --only=REGEX} to prove
   *     the theorems whose signatures it finds, and nothing else; a file to write the solver's
   *     questions to; the jars that are proved, to print their hashes; and the folders of their
   *     sources, to read what their Javadoc says
   */
  public static void main(String[] args) throws Exception {
    List<String> rest = new ArrayList<>(List.of(args));
    boolean isQuick = rest.remove("--quick");
    Pattern only =
        rest.get(0).startsWith("--only=")
            ? Pattern.compile(rest.remove(0).substring("--only=".length()))
            : null;
    Verified verified = new Verified(isQuick, only);
    Path questions = Path.of(rest.remove(0));
    List<Path> sources = new ArrayList<>();
    for (String argument : rest) {
      Path path = Path.of(argument);
      if (Files.isDirectory(path)) {
        sources.add(path);
      } else {
        System.out.println(path.getFileName() + " sha256:" + hash(path));
      }
    }
    verified.run(questions, sources);
    System.exit(verified.faults.isEmpty() ? 0 : 1);
  }

  private static String hash(Path jar) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
    return HexFormat.of().formatHex(digest);
  }

  private void run(Path questions, List<Path> sources) throws Exception {
    System.out.println(Solver.version());
    List<Proof> proofs = prove();
    if (only != null) {
      replay(proofs);
      mutate(proofs);
      faults.forEach(fault -> System.out.println("FAULT " + fault));
      System.out.printf("%d of %d theorems%n", proofs.size(), theorems.all().size());
      return;
    }
    List<String> errors = DocumentedErrors.check(proofs, sources);
    System.out.println(errors.remove(0));
    faults.addAll(errors);
    long replayed = replay(proofs);
    long modelled = ModelCheck.run(isQuick ? 200_000 : 1_000_000, 1);
    System.out.printf("%,d inputs of JDK methods: as modelled%n", modelled);
    long dates = Calendar.check(classes);
    System.out.printf("%,d days of CivilDate: each one right%n", dates);
    Map<Mutants.Fate, Integer> fates = mutate(proofs);
    List<String> texts =
        proofs.stream().flatMap(proof -> proof.refuted().stream()).distinct().toList();
    Files.write(questions, script(texts));
    faults.forEach(fault -> System.out.println("FAULT " + fault));
    System.out.printf(
        Locale.ROOT,
        "%d theorems for all inputs, %d days by exhaustion; %d questions; %d inputs replayed; %d of"
            + " %d mutants refuted, %d equivalent%n",
        proofs.size(),
        dates,
        texts.size(),
        replayed,
        fates.getOrDefault(Mutants.Fate.REFUTED, 0)
            + fates.getOrDefault(Mutants.Fate.FOUND_BY_SEARCH, 0),
        fates.values().stream().mapToInt(Integer::intValue).sum(),
        fates.getOrDefault(Mutants.Fate.EQUIVALENT, 0));
  }

  /** The linear questions for another solver. */
  private static List<String> script(List<String> texts) {
    return texts.stream()
        .filter(text -> text.startsWith(Question.LINEAR))
        .map(text -> "(set-option :timeout 5000)\n" + text + "(check-sat)\n(reset)")
        .toList();
  }

  private List<Proof> prove() throws Exception {
    List<Callable<Proof>> tasks = new ArrayList<>();
    for (Theorem theorem : theorems.all()) {
      if (only != null && !only.matcher(theorem.signature).find()) {
        continue;
      }
      tasks.add(
          () ->
              new Proof(theorem, classes, theorems.before(theorem), new Solver(Solver.GOAL_LIMIT)));
    }
    System.out.printf("%-92s %5s %9s %7s%n", "theorem", "paths", "questions", "ms");
    List<Proof> proofs = all(tasks);
    for (Proof proof : proofs) {
      System.out.printf(
          "%-92s %5d %9d %7d%n",
          proof.theorem(), proof.walks().size(), proof.questions(), proof.millis());
      if (!proof.isProved()) {
        String counterexample =
            proof.counterexample() == null ? "" : ", for example for " + proof.counterexample();
        faults.add(proof.theorem() + ": " + proof.fault() + counterexample);
      }
    }
    return proofs;
  }

  private long replay(List<Proof> proofs) throws Exception {
    Jvm jvm = new Jvm(classes);
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (Proof proof : proofs) {
      if (proof.isProved()) {
        int tries = (isQuick ? 20_000 : 400_000) / Math.max(4, proof.walks().size());
        tasks.add(() -> new Replay(proof, jvm).run(tries, proof.theorem().number));
      }
    }
    long total = 0;
    for (int count : all(tasks)) {
      total += count;
    }
    System.out.printf("%,d inputs: the JVM does what the paths say%n", total);
    return total;
  }

  private Map<Mutants.Fate, Integer> mutate(List<Proof> proofs) throws Exception {
    Mutants mutants = new Mutants(classes, theorems, proofs, isQuick ? 100_000 : 1_000_000);
    List<Mutation> all = mutants.all();
    List<Callable<Mutants.Verdict>> tasks = new ArrayList<>();
    for (int i = 0; i < all.size(); i += isQuick ? 25 : 1) {
      Mutation mutation = all.get(i);
      tasks.add(() -> mutants.judge(mutation));
    }
    Map<Mutants.Fate, Integer> fates = new EnumMap<>(Mutants.Fate.class);
    for (Mutants.Verdict verdict : all(tasks)) {
      fates.merge(verdict.fate(), 1, Integer::sum);
      System.out.println(
          "mutant " + verdict.fate() + " " + verdict.mutation() + "  " + verdict.detail());
      if (verdict.fate() == Mutants.Fate.FAILED) {
        faults.add("mutant " + verdict.mutation() + ": " + verdict.detail());
      }
    }
    return fates;
  }

  /** The results of tasks, which run in parallel, in order. */
  private static <T> List<T> all(List<Callable<T>> tasks) throws Exception {
    try (ExecutorService pool =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(tasks)) {
        try {
          results.add(future.get());
        } catch (ExecutionException e) {
          throw e.getCause() instanceof Exception cause ? cause : e;
        }
      }
      return results;
    }
  }
}
