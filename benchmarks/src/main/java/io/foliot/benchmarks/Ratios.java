package io.foliot.benchmarks;

import io.foliot.clock.ClockUnavailableException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs benchmarks and prints ratios: {@code Ratios [--limits FILE] JMH-OPTIONS}.
 *
 * <p>Each time is divided by that of the method of the same class and run whose name starts with
 * {@code baseline}. A time is the median iteration of the best fork: the best fork, because other
 * programs only slow a fork down; the median, because the shortest iterations are those that defer
 * garbage collection.
 *
 * <p>A benchmark whose {@link OfferedClock} the machine refuses is skipped, with the reason.
 *
 * <p>A file of limits has lines {@code Class.method RATIO [BYTES]}; {@code #} starts a comment. The
 * exit status is 1 if a benchmark exceeds its limit, and 2 if the arguments or limits are invalid.
 */
public final class Ratios {
  private static final String BASELINE = "baseline";
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private record Measured(String name, double nanos, double bytes) {}

  private record Limit(double ratio, double bytes) {}

  private Ratios() {}

  public static void main(String[] args) throws RunnerException, IOException {
    Map<String, Limit> limits = Map.of();
    String[] options = args;
    try {
      if (args.length > 1 && args[0].equals("--limits")) {
        limits = limits(Path.of(args[1]));
        options = List.of(args).subList(2, args.length).toArray(new String[0]);
      }
      System.exit(print(new Runner(options(options)).run(), limits));
    } catch (CommandLineOptionException | IllegalArgumentException | IOException e) {
      System.err.println("Ratios: " + e.getMessage());
      System.exit(2);
    }
  }

  private static Options options(String[] args) throws CommandLineOptionException {
    CommandLineOptions given = new CommandLineOptions(args);
    OptionsBuilder builder = new OptionsBuilder();
    builder
        .parent(given)
        .mode(Mode.AverageTime)
        .timeUnit(java.util.concurrent.TimeUnit.NANOSECONDS);
    builder.addProfiler(GCProfiler.class).shouldFailOnError(true);
    for (String benchmark : refused(given)) {
      builder.exclude("^" + Pattern.quote(benchmark) + "$");
    }
    if (!given.getForkCount().hasValue()) {
      builder.forks(5);
    }
    if (!given.getWarmupIterations().hasValue()) {
      builder.warmupIterations(5).warmupTime(TimeValue.milliseconds(100));
    }
    if (!given.getMeasurementIterations().hasValue()) {
      builder.measurementIterations(20).measurementTime(TimeValue.milliseconds(50));
    }
    return builder.build();
  }

  /** Returns the selected benchmarks whose clock is refused, and prints the reasons. */
  private static List<String> refused(Options given) {
    OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
    List<String> refused = new ArrayList<>();
    for (BenchmarkListEntry benchmark :
        BenchmarkList.defaultList().find(silent, given.getIncludes(), given.getExcludes())) {
      String name = benchmark.getUsername();
      OfferedClock clock = clockOf(benchmark.getUserClassQName(), name);
      if (clock == null) {
        continue;
      }
      try {
        OfferedClocks.open(Object.class, clock.value());
      } catch (ClockUnavailableException refusal) {
        System.out.println("Skipped " + name + ": " + refusal.getMessage());
        refused.add(name);
      }
    }
    return refused;
  }

  /** Returns the clock that a benchmark declares, or null. */
  private static OfferedClock clockOf(String className, String benchmark) {
    String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
    try {
      for (Method candidate :
          Class.forName(className, false, Ratios.class.getClassLoader()).getMethods()) {
        if (candidate.getName().equals(method)) {
          return candidate.getAnnotation(OfferedClock.class);
        }
      }
      return null;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("JMH lists a class that does not exist", e);
    }
  }

  private static int print(Collection<RunResult> results, Map<String, Limit> limits) {
    Map<String, List<Measured>> classes = new TreeMap<>();
    for (RunResult result : results) {
      String[] names = result.getParams().getBenchmark().split("\\.");
      classes
          .computeIfAbsent(names[names.length - 2], unused -> new ArrayList<>())
          .add(measured(names[names.length - 1], result));
    }
    int over = 0;
    System.out.printf(
        Locale.ROOT, "%n%-36s %10s %8s %8s  %s%n", "", "ns/op", "ratio", "B/op", "limit");
    for (Map.Entry<String, List<Measured>> entry : classes.entrySet()) {
      Measured baseline = baseline(entry.getValue());
      for (Measured measured : entry.getValue()) {
        String name = entry.getKey() + "." + measured.name;
        double ratio = baseline == null ? Double.NaN : measured.nanos / baseline.nanos;
        Limit limit = limits.get(name);
        String verdict = verdict(limit, ratio, measured.bytes);
        over += verdict.endsWith("OVER") ? 1 : 0;
        System.out.printf(
            Locale.ROOT,
            "%-36s %10.2f %8s %8.0f  %s%n",
            name,
            measured.nanos,
            baseline == null ? "-" : String.format(Locale.ROOT, "%.3f", ratio),
            measured.bytes,
            verdict);
      }
    }
    if (over > 0) {
      System.out.println(
          over + (over == 1 ? " benchmark exceeds its limit" : " benchmarks exceed their limits"));
    }
    return over == 0 ? 0 : 1;
  }

  private static String verdict(Limit limit, double ratio, double bytes) {
    if (limit == null) {
      return "";
    }
    // A ratio that is not a number exceeds its limit, too; bytes are measured to about 0.01.
    boolean kept = ratio <= limit.ratio && bytes < limit.bytes + 0.5;
    String text = "<= " + limit.ratio;
    if (limit.bytes < Double.MAX_VALUE) {
      text += String.format(Locale.ROOT, ", %.0f B", limit.bytes);
    }
    return text + (kept ? "" : " OVER");
  }

  private static Measured measured(String name, RunResult result) {
    List<Double> nanos = new ArrayList<>();
    List<Double> bytes = new ArrayList<>();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      nanos.add(median(fork, IterationResult::getPrimaryResult));
      bytes.add(median(fork, iteration -> iteration.getSecondaryResults().get(ALLOCATION)));
    }
    return new Measured(name, Collections.min(nanos), Collections.min(bytes));
  }

  private static double median(BenchmarkResult fork, Function<IterationResult, Result<?>> which) {
    double[] scores =
        fork.getIterationResults().stream()
            .map(which)
            .mapToDouble(result -> result == null ? Double.NaN : result.getScore())
            .sorted()
            .toArray();
    return scores[(scores.length - 1) / 2];
  }

  private static Measured baseline(List<Measured> all) {
    for (Measured measured : all) {
      if (measured.name.startsWith(BASELINE)) {
        return measured;
      }
    }
    return null;
  }

  private static Map<String, Limit> limits(Path file) throws IOException {
    Map<String, Limit> limits = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String text = line.replaceFirst("#.*", "").trim();
      if (text.isEmpty()) {
        continue;
      }
      String[] words = text.split("\\s+");
      if (words.length < 2 || words.length > 3) {
        throw new IllegalArgumentException(
            file + ": `" + line + "` is not a limit, expected `Class.method RATIO [BYTES]`");
      }
      double bytes = words.length == 3 ? Double.parseDouble(words[2]) : Double.MAX_VALUE;
      limits.put(words[0], new Limit(Double.parseDouble(words[1]), bytes));
    }
    return limits;
  }
}
