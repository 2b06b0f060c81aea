package io.foliot.verified;

import com.microsoft.z3.Native;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks z3 whether integers exist of which a condition is true. Each question is one text in
 * SMT-LIB. Linear ones are asked in one context, one after the other, as a new context costs ten
 * times as much as most answers; the few others, and what is not decided there, in contexts of
 * their own.
 *
 * <p>A question is asked first with every product of variables as an unknown within bounds. If that
 * has no solution, the exact question has none, and linear arithmetic is decidable; nearly all
 * questions end here. Only if it has a solution is the exact question asked.
 */
final class Solver implements AutoCloseable {
  enum Verdict {
    NONE,
    SOLUTION,
    UNKNOWN
  }

  /** An answer, with the inputs of a solution if it solves the exact question. */
  record Answer(Verdict verdict, Map<String, BigInteger> inputs) {}

  private static final Pattern VALUE = Pattern.compile("\\((\\w+) (?:(\\d+)|\\(- (\\d+)\\))\\)");

  // Limits in z3's units of work, so that answers do not depend on the speed of the machine.
  static final int GOAL_LIMIT = 400_000_000;
  static final int MUTANT_LIMIT = 10_000_000;
  private static final int BRANCH_LIMIT = 60_000;

  /** For a goal where linear questions are asked: what takes longer is quicker by itself. */
  private static final int FIRST_LIMIT = 500_000;

  private final int goalLimit;

  /** The questions without a solution, on which the proof rests. */
  private final Set<String> refuted = new LinkedHashSet<>();

  private int questions;

  /** The context of linear questions; 0 while there is none. */
  private long linear;

  Solver(int goalLimit) {
    this.goalLimit = goalLimit;
  }

  @Override
  public void close() {
    if (linear != 0) {
      Native.delContext(linear);
      linear = 0;
    }
  }

  Set<String> refuted() {
    return refuted;
  }

  int questions() {
    return questions;
  }

  /**
   * Whether a condition may hold on a path, with each product as an unknown. True if it is not
   * known: the path is then walked and its end proved in vain.
   */
  boolean mayBePossible(Path path, Condition condition) {
    Answer answer = runLinear(path.question(condition).linear(), List.of(), BRANCH_LIMIT);
    return answer.verdict != Verdict.NONE;
  }

  /** Whether a condition always holds on a path, by the same means. */
  boolean follows(Path path, Condition condition) {
    return !mayBePossible(path, condition.not());
  }

  /** Searches inputs of a path for which a goal is false. */
  Answer counterexample(Path path, Condition goal) {
    Condition wrong = goal.not();
    if (wrong.equals(Condition.FALSE)) {
      return new Answer(Verdict.NONE, Map.of());
    }
    Question question = path.question(wrong);
    List<String> inputs = question.hasProducts() ? List.of() : question.inputs();
    Answer answer = runLinear(question.linear(), inputs, FIRST_LIMIT);
    if (answer.verdict == Verdict.UNKNOWN) {
      answer = runAlone(question.linear(), inputs);
    }
    return answer.verdict == Verdict.NONE || !question.hasProducts()
        ? answer
        : runAlone(question.exact(), question.inputs());
  }

  private Answer runLinear(String text, List<String> inputs, int limit) {
    if (linear == 0) {
      linear = newContext();
      Native.evalSmtlib2String(linear, Question.LINEAR);
    }
    Native.evalSmtlib2String(linear, "(push)");
    try {
      return run(linear, text, text.substring(Question.LINEAR.length()), inputs, limit);
    } finally {
      Native.evalSmtlib2String(linear, "(pop)");
    }
  }

  private Answer runAlone(String text, List<String> inputs) {
    long context = newContext();
    try {
      return run(context, text, text, inputs, goalLimit);
    } finally {
      Native.delContext(context);
    }
  }

  private static long newContext() {
    long config = Native.mkConfig();
    long context = Native.mkContext(config);
    Native.delConfig(config);
    return context;
  }

  private Answer run(long context, String text, String asked, List<String> inputs, int limit) {
    questions++;
    String limited = "(set-option :rlimit " + limit + ")\n" + asked + "(check-sat)\n";
    String result = Native.evalSmtlib2String(context, limited).strip();
    return switch (result) {
      case "unsat" -> {
        refuted.add(text);
        yield new Answer(Verdict.NONE, Map.of());
      }
      case "sat" -> new Answer(Verdict.SOLUTION, solution(context, inputs));
      case "unknown" -> new Answer(Verdict.UNKNOWN, Map.of());
      default -> throw new IllegalStateException("z3 says " + result + " to\n" + text);
    };
  }

  private static Map<String, BigInteger> solution(long context, List<String> inputs) {
    Map<String, BigInteger> solution = new LinkedHashMap<>();
    if (!inputs.isEmpty()) {
      String request = "(get-value (" + String.join(" ", inputs) + "))";
      Matcher matcher = VALUE.matcher(Native.evalSmtlib2String(context, request));
      while (matcher.find()) {
        solution.put(
            matcher.group(1),
            matcher.group(2) != null
                ? new BigInteger(matcher.group(2))
                : new BigInteger(matcher.group(3)).negate());
      }
    }
    return solution;
  }

  static String version() {
    return Native.getFullVersion().replaceFirst("^Z3 (\\S+).*", "z3 $1");
  }
}
